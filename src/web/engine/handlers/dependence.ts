import { type Dependence, dependenceOf } from "../../../dependence/index.ts";
import type { RequestOf } from "../protocol.ts";
import type { EngineState } from "../state.ts";

/** On whom a country depends; with the stages that only the balanced chain of the model knows. */
export function dependence(state: EngineState, question: RequestOf<"dependence">): Dependence {
  const { model } = state.benches.open(new Set()).workbench;
  return dependenceOf(state.statistics(), state.dataset, model, question);
}
