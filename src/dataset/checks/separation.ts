import type { Problem } from "../problem.ts";
import type { Dataset } from "../schema/index.ts";
import type { SeparationRow } from "../schema/separations.ts";
import { type Check, groupBy, problemAt } from "./check.ts";

const roundingShare = 1e-9;

export const separation: Check = {
  says: "a separation makes only what its feed contains, and not more of it",
  needs: ["compositions", "separations"],
  run: (dataset) => [...groupBy(dataset.separations, (r) => r.recipe)].flatMap(([, rows]) => faults(dataset, rows)),
};

function faults(dataset: Dataset, rows: readonly SeparationRow[]): Problem[] {
  const { recipe, feed } = rows[0]!;
  const contained = oxidesOf(dataset, feed);
  const problems: Problem[] = [];
  const recovered = new Map<string, number>();
  for (const row of rows) {
    if (row.feed !== feed) {
      problems.push(problemAt(row, `separation ${recipe} takes ${feed} and ${row.feed}`, "make it two separations"));
      continue;
    }
    const mixed = oxidesOf(dataset, row.output);
    const oxides = mixed.size > 0 ? [...mixed].filter((o) => contained.has(o)) : [row.output];
    if (!oxides.some((o) => contained.has(o))) {
      const message = `${feed} contains no ${row.output}`;
      problems.push(problemAt(row, message, `remove the row, or add ${row.output} to ${feed} in compositions.csv`));
    }
    for (const oxide of oxides) {
      const before = recovered.get(oxide);
      const total = before === undefined ? row.value : before + row.value;
      if (total > 1 + roundingShare) {
        const message = `separation ${recipe} recovers ${Number(total.toPrecision(6))} of the ${oxide} in ${feed}, more than all`;
        problems.push(
          problemAt(row, message, "lower the recoveries; an oxide goes into the mix or is separated, not both"),
        );
      }
      recovered.set(oxide, total);
    }
  }
  return problems;
}

/** The oxides of a concentrate or mixed carbonate; none for a separated oxide. */
function oxidesOf(dataset: Dataset, commodity: string): Set<string> {
  return new Set(dataset.compositions.filter((r) => r.class === commodity && r.value > 0).map((r) => r.oxide));
}
