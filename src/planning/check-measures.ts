import { vocabularyOf } from "../chain/vocabulary-of.ts";
import { type Dataset, InputError, type Problem, validateTree } from "../dataset/index.ts";
import { policySchema } from "../policy/kinds/index.ts";
import { policyNameProblems } from "../policy/name-problems.ts";
import { measureEntries } from "./measure.ts";

/** Every row of measures.csv and measure_terms.csv that makes no policy: fields of its kind, and the names in its terms. */
export function checkMeasures(dataset: Dataset): Problem[] {
  const vocabulary = vocabularyOf(dataset);
  const { entries, problems } = measureEntries(dataset);
  const wrong = [...entries].flatMap(([id, entry]) => {
    try {
      validateTree(entry, policySchema, (value) => policyNameProblems(value, [], vocabulary));
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problems.map((p) => ({ ...p, message: `${id}: ${p.message}` }));
    }
  });
  return [...problems, ...wrong];
}
