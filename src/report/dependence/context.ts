import type { Names } from "../../charts/names.ts";
import type { Dependence } from "../../dependence/index.ts";
import type { Rehearsal } from "../../simulation/result.ts";
import type { Atlas } from "./map.ts";

/** What every part of the page needs. */
export interface DependenceContext {
  readonly dependence: Dependence;
  readonly names: Names;
  /** the viewpoint in a sentence */
  readonly place: string;
  readonly atlas: Atlas;
  /** the balanced month of the model with one viewpoint country, for the chain from mine to use; null leaves it out */
  readonly rehearsal: Rehearsal | null;
  /** commodities of the model that end uses take of a mineral */
  readonly commoditiesOf: (material: string) => readonly string[];
  /** materials of the model that stand for a mineral inside magnets */
  readonly magnetElementsOf: (material: string) => readonly string[];
}
