import type { Problem } from "../problem.ts";
import type { Dataset, TableName } from "../schema/index.ts";
import { applicationsComplete } from "./applications.ts";
import type { Check } from "./check.ts";
import { countries } from "./countries.ts";
import { curves } from "./curves.ts";
import { dates } from "./dates.ts";
import { duplicates } from "./duplicates.ts";
import { events } from "./events.ts";
import { groups } from "./groups.ts";
import { measureCosts, measureForm, measureOrder } from "./measures.ts";
import { names } from "./names.ts";
import { parameters } from "./parameters.ts";
import { plants } from "./plants.ts";
import { prices } from "./prices.ts";
import { ranges } from "./ranges.ts";
import { reasons } from "./reasons.ts";
import { recipeLevel, recipeMass } from "./recipe-mass.ts";
import { redistributable } from "./redistributable.ts";
import { references } from "./references.ts";
import { separation } from "./separation.ts";
import { compositionSums, inputSums } from "./sums.ts";
import { exporters, supply } from "./supply.ts";
import { tradeAbroad } from "./trade.ts";
import { uncertainties } from "./uncertainties.ts";

/** Every consistency check, by name. Units and the range of single numbers are checked as cells are read. */
export const checks: Readonly<Record<string, Check>> = {
  references,
  duplicates,
  ranges,
  reasons,
  redistributable,
  countries,
  groups,
  compositionSums,
  inputSums,
  curves,
  separation,
  recipeLevel,
  recipeMass,
  applicationsComplete,
  plants,
  supply,
  exporters,
  tradeAbroad,
  prices,
  parameters,
  uncertainties,
  dates,
  events,
  measureCosts,
  measureForm,
  measureOrder,
  names,
};

/** All problems that the checks find; checks that need a damaged table are left out. */
export function checkDataset(dataset: Dataset, damaged: ReadonlySet<TableName> = new Set()): Problem[] {
  return Object.values(checks)
    .filter((check) => !check.needs.some((table) => damaged.has(table)))
    .flatMap((check) => check.run(dataset, damaged));
}
