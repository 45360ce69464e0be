import type { Vocabulary } from "../../chain/vocabulary.ts";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import {
  type Dataset,
  isEpisodes,
  isStatistics,
  parseDataset,
  parseStatistics,
  type Statistics,
} from "../../dataset/index.ts";
import type { DataFile } from "./asks/catalogue.ts";
import { type Benches, createBenches } from "./benches.ts";
import type { Judging } from "./judging.ts";
import { createKept, type Kept } from "./kept.ts";
import type { PlanRead } from "./read-plan.ts";
import type { ScenarioRead } from "./read-question.ts";
import type { RunsOfQuestion } from "./runs.ts";

/** All that a worker keeps between calls: the data, and what was made of it. Memory only; answers do not depend on it. */
export interface EngineState {
  readonly data: DataFile;
  readonly dataset: Dataset;
  readonly vocabulary: Vocabulary;
  readonly statistics: () => Statistics;
  readonly benches: Benches;
  /** scenarios as read, without edits, by name and text */
  readonly scenarios: Kept<ScenarioRead>;
  /** runs computed lately, by question */
  readonly runs: Kept<RunsOfQuestion>;
  readonly plans: Kept<PlanRead>;
  /** simulated portfolios of the last plan, by plan */
  readonly judging: Kept<Judging>;
}

const KEPT_SCENARIOS = 40;
/** A run of 60 months of the largest chain is some 25 MB. */
const KEPT_RUNS = 4;

/** Parses the curated tables. Errors: InputError with every problem of the data. */
export function createState(data: DataFile): EngineState {
  const all = Object.entries(data.tables).sort(([a], [b]) => (a < b ? -1 : 1));
  const dataset = parseDataset(new Map(all.filter(([name]) => !isStatistics(name) && !isEpisodes(name))));
  let statistics: Statistics | undefined;
  return {
    data,
    dataset,
    vocabulary: vocabularyOf(dataset),
    statistics() {
      statistics ??= parseStatistics(new Map(all.filter(([name]) => isStatistics(name))));
      return statistics;
    },
    benches: createBenches(dataset),
    scenarios: createKept(KEPT_SCENARIOS),
    runs: createKept(KEPT_RUNS),
    plans: createKept(KEPT_SCENARIOS),
    judging: createKept(1),
  };
}
