import { nameableOf } from "../nameable.ts";
import type { Problem } from "../problem.ts";
import { tableNames } from "../schema/index.ts";
import { didYouMean, quote } from "../suggest.ts";
import { type Check, problemAt } from "./check.ts";

export const names: Check = {
  says: "every name is of something that is there",
  needs: tableNames,
  run(dataset) {
    const { things, elsewhere } = nameableOf(dataset);
    const kinds = new Set([...elsewhere, ...[...things.keys()].map(kindOf)]);
    return dataset.names.flatMap((row): Problem[] => {
      const kind = kindOf(row.key);
      if (!kinds.has(kind) || kind === row.key)
        return [problemAt(row, `key: unknown kind ${quote(kind)}`, `${didYouMean(kind, kinds)} (keys are kind/id)`)];
      if (elsewhere.includes(kind)) return [];
      if (things.has(row.key)) return [];
      const known = [...things.keys()].filter((key) => kindOf(key) === kind);
      return [problemAt(row, `key: ${quote(row.key)} names nothing`, didYouMean(row.key, known))];
    });
  },
};

const kindOf = (key: string): string => key.split("/", 1)[0]!;
