import type { Problem } from "../problem.ts";
import type { Figure } from "../schema/provenance.ts";
import { type Check, groupBy, problemAt } from "./check.ts";

const roundingShare = 0.001;

export const compositionSums: Check = {
  says: "the oxides of a concentrate are not more than the whole",
  needs: ["compositions"],
  run: (dataset) =>
    sumsOutside(
      groupBy(dataset.compositions, (r) => r.class),
      0,
      "lower the shares or give them in parts of the whole",
    ),
};

export const inputSums: Check = {
  says: "the inputs of an application's material sum to one tonne",
  needs: ["applicationInputs"],
  run: (dataset) =>
    sumsOutside(
      groupBy(dataset.applicationInputs, (r) => r.application),
      1 - roundingShare,
      "scale the inputs so that they sum to 1",
    ),
};

function sumsOutside(groups: ReadonlyMap<string, readonly Figure[]>, least: number, remedy: string): Problem[] {
  return [...groups].flatMap(([name, rows]) => {
    const sum = rows.reduce((total, row) => total + row.value, 0);
    if (sum >= least && sum <= 1 + roundingShare) return [];
    const expected = least === 0 ? "at most 1" : "1";
    return [
      problemAt(rows[0]!, `the ${rows.length} shares of ${name} sum to ${round(sum)}, expected ${expected}`, remedy),
    ];
  });
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
