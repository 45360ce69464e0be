import type { Model } from "../chain/model.ts";
import type { MonthTerms } from "../policy/lever.ts";

/** Bounds what has to be designed in and qualified by last month's level plus one step. */
export function setRampTerms(model: Model, lastLevel: Float64Array, terms: MonthTerms): void {
  for (const { activity, largestTonnes, stepTonnes } of model.ramps)
    terms.upperBound[activity] = Math.min(largestTonnes, lastLevel[activity]! + stepTonnes);
}
