import { vocabularyOf } from "../chain/vocabulary-of.ts";
import type { KnownNames } from "../charts/names.ts";
import type { Dataset } from "../dataset/index.ts";
import { type OpenWorkbench, openWorkbench } from "../simulation/workbench.ts";
import { readDataset } from "./io/read-dataset.ts";
import type { Known } from "./io/read-scenario.ts";
import type { Streams } from "./program.ts";
import { progress } from "./render/progress.ts";

/** Options every command inherits from the program. */
export interface GlobalOptions {
  readonly data?: string;
  readonly quiet?: boolean;
}

/** What countries and commodities are called. */
export function namesOf(dataset: Dataset): KnownNames {
  return {
    countries: Object.fromEntries(dataset.countries.map((c) => [c.id, c.name])),
    commodities: Object.fromEntries(dataset.commodities.map((c) => [c.id, c.name])),
  };
}

/** Reads, balances and calibrates the dataset, saying so on stderr; only the chains that are asked for, if any are. */
export function openFor(
  streams: Streams,
  options: GlobalOptions,
  chains?: (known: Known) => ReadonlySet<string>,
): OpenWorkbench {
  const report = progress(streams.stderr, { enabled: options.quiet !== true });
  report.update("reading the dataset");
  const dataset = readDataset(options.data);
  const wanted = chains?.({ dataset, vocabulary: vocabularyOf(dataset) });
  report.update("balancing the figures and calibrating the chain");
  const workbench = openWorkbench(dataset, wanted);
  report.finish();
  return workbench;
}
