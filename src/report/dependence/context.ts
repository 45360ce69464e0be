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
  /** the balanced month of the model seen from its countries of the viewpoint, for the chain from mine to use; null leaves it out */
  readonly rehearsal: Rehearsal | null;
  /** members of the viewpoint that are in no figure of the model, by name */
  readonly missing: readonly string[];
  /** commodities of the model that end uses take of a mineral */
  readonly commoditiesOf: (material: string) => readonly string[];
  /** materials of the model that stand for a mineral inside magnets */
  readonly magnetElementsOf: (material: string) => readonly string[];
}
