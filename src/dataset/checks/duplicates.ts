import { rowsOf } from "../figures.ts";
import type { Problem } from "../problem.ts";
import { tableNames } from "../schema/index.ts";
import type { Located } from "../schema/table.ts";
import { type Check, problemAt } from "./check.ts";

export const duplicates: Check = {
  says: "no two rows say the same thing",
  needs: [],
  run(dataset) {
    const first = new Map<string, Located>();
    const problems: Problem[] = [];
    for (const row of tableNames.flatMap((name) => rowsOf(dataset, name))) {
      const before = first.get(row.figure);
      if (before) {
        const message = `${row.figure} was given before, at ${before.file}:${before.line}`;
        problems.push(problemAt(row, message, "keep one row, or name their contradiction in tensions.csv"));
      } else first.set(row.figure, row);
    }
    return problems;
  },
};
