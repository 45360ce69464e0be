import type { KnownNames } from "../charts/names.ts";
import type { Dataset } from "../dataset/index.ts";
import { type OpenWorkbench, openWorkbench } from "../simulation/workbench.ts";
import { readDataset } from "./io/read-dataset.ts";
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

/** Reads, balances and calibrates the dataset, saying so on stderr. */
export function openFor(streams: Streams, options: GlobalOptions): OpenWorkbench {
  const report = progress(streams.stderr, { enabled: options.quiet !== true });
  report.update("reading the dataset");
  const dataset = readDataset(options.data);
  report.update("balancing the figures and calibrating the chain");
  const workbench = openWorkbench(dataset);
  report.finish();
  return workbench;
}
