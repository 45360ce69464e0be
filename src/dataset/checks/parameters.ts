import type { Problem } from "../problem.ts";
import { parameterNames } from "../schema/parameter-names.ts";
import { didYouMean, quote } from "../suggest.ts";
import { type Check, problemAt } from "./check.ts";

export const parameters: Check = {
  says: "every parameter is known, has its unit and a sensible value, and none that the model rests on is missing",
  needs: ["parameters"],
  run(dataset) {
    const odd = dataset.parameters.flatMap((row): Problem[] => {
      const known = parameterNames[row.parameter];
      if (!known) {
        const remedy = didYouMean(row.parameter, Object.keys(parameterNames));
        return [problemAt(row, `unknown parameter ${quote(row.parameter)}`, remedy)];
      }
      if (row.unit !== known.unit) {
        return [problemAt(row, `${row.parameter} has unit ${row.unit}, expected ${known.unit}`, "convert it")];
      }
      const [least, most] = known.range;
      if (row.value >= least && row.value <= most) return [];
      return [problemAt(row, `${row.parameter} is ${row.value}, outside ${least} to ${most}`, "correct the value")];
    });
    const given = new Set(dataset.parameters.map((r) => r.parameter));
    const absent = Object.keys(parameterNames).filter((name) => !given.has(name) && !parameterNames[name]!.optional);
    return [
      ...odd,
      ...absent.map((name): Problem => {
        const remedy = `add a row with its reasoning (${parameterNames[name]!.about}; unit ${parameterNames[name]!.unit})`;
        return { file: "parameters.csv", line: 1, message: `parameter ${name} is missing`, remedy };
      }),
    ];
  },
};
