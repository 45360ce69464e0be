import type { Problem } from "../problem.ts";
import type { DemandCurveRow } from "../schema/demand-curves.ts";
import { type Check, groupBy, problemAt } from "./check.ts";

const roundingShare = 1e-6;

export const curves: Check = {
  says: "a demand curve has tranches 0, 1, 2 …, each with a share and an elasticity, and the shares sum to 1",
  needs: ["demandCurves"],
  run: (dataset) => [...groupBy(dataset.demandCurves, (r) => r.curve)].flatMap(([curve, rows]) => faults(curve, rows)),
};

function faults(curve: string, rows: readonly DemandCurveRow[]): Problem[] {
  const first = rows[0]!;
  const tranches = [...new Set(rows.map((r) => r.tranche))].sort((a, b) => a - b);
  const problems: Problem[] = [];
  if (tranches.some((tranche, i) => tranche !== i)) {
    const message = `curve ${curve} has tranches ${tranches.join(", ")}`;
    problems.push(problemAt(first, message, "number them 0, 1, 2 … without gaps"));
  }
  for (const tranche of tranches) {
    for (const parameter of ["share", "elasticity"] as const) {
      const row = rows.find((r) => r.tranche === tranche && r.parameter === parameter);
      if (!row) {
        problems.push(problemAt(first, `curve ${curve} has no ${parameter} of tranche ${tranche}`, "add that row"));
      } else if (row.unit !== (parameter === "share" ? "share" : "1")) {
        const unit = parameter === "share" ? "share" : "1";
        problems.push(problemAt(row, `${parameter} has unit ${row.unit}, expected ${unit}`, "correct the unit"));
      }
    }
  }
  const sum = rows.filter((r) => r.parameter === "share").reduce((total, r) => total + r.value, 0);
  if (Math.abs(sum - 1) > roundingShare) {
    const message = `the shares of curve ${curve} sum to ${Number(sum.toPrecision(8))}, expected 1`;
    problems.push(problemAt(first, message, "scale them so that they sum to 1"));
  }
  return problems;
}
