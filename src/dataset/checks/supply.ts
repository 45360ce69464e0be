import type { Problem } from "../problem.ts";
import type { Dataset } from "../schema/index.ts";
import type { Located } from "../schema/table.ts";
import { type Check, problemAt } from "./check.ts";

export const supply: Check = {
  says: "what a plant or an application needs is made in its country or shipped there",
  needs: ["separations", "recipes", "production", "trade", "applicationInputs", "demand"],
  run(dataset) {
    const available = availableIn(dataset);
    const lacking = (row: Located, who: string, country: string, needs: readonly string[]): Problem[] =>
      needs
        .filter((commodity) => !available.has(`${commodity}@${country}`))
        .map((commodity) => {
          const remedy = `add a flow into ${country} to trade/${commodity}.csv, or its production there`;
          return problemAt(
            row,
            `${who} in ${country} needs ${commodity}, which is neither made there nor shipped there`,
            remedy,
          );
        });
    const plants = dataset.production
      .filter((row) => row.value > 0)
      .flatMap((row) => {
        const needs = row.kind === "dispose" ? [row.commodity] : inputsOf(dataset, row.recipe);
        return lacking(row, row.recipe === "" ? row.kind : row.recipe, row.country, needs);
      });
    const uses = dataset.demand
      .filter((row) => row.value > 0)
      .flatMap((row) => {
        const inputs = dataset.applicationInputs.filter((i) => i.application === row.application && i.value > 0);
        return lacking(
          row,
          row.application,
          row.country,
          inputs.map((i) => i.commodity),
        );
      });
    return [...plants, ...uses];
  },
};

export const exporters: Check = {
  says: "what a country ships is made there or shipped there",
  needs: ["separations", "recipes", "production", "trade"],
  run(dataset) {
    const available = availableIn(dataset);
    return dataset.trade
      .filter((row) => row.value > 0 && !available.has(`${row.commodity}@${row.exporter}`))
      .map((row) => {
        const message = `${row.exporter} ships ${row.commodity}, which it neither makes nor buys`;
        return problemAt(row, message, `drop the flow, or add what ${row.exporter} makes to production.csv`);
      });
  },
};

/** `commodity@country` of everything made or delivered. */
function availableIn(dataset: Dataset): Set<string> {
  const available = new Set<string>();
  for (const row of dataset.production) {
    if (row.value <= 0 || row.kind === "dispose") continue;
    const made = row.kind === "mine" || row.kind === "collect" ? [row.commodity] : outputsOf(dataset, row.recipe);
    for (const commodity of made) available.add(`${commodity}@${row.country}`);
  }
  for (const row of dataset.trade) if (row.value > 0) available.add(`${row.commodity}@${row.importer}`);
  return available;
}

function inputsOf(dataset: Dataset, recipe: string): string[] {
  const feeds = dataset.separations.filter((r) => r.recipe === recipe).map((r) => r.feed);
  const used = dataset.recipes.filter((r) => r.recipe === recipe && r.value < 0).map((r) => r.commodity);
  return [...new Set([...feeds, ...used])];
}

function outputsOf(dataset: Dataset, recipe: string): string[] {
  const separated = dataset.separations.filter((r) => r.recipe === recipe && r.value > 0).map((r) => r.output);
  const made = dataset.recipes.filter((r) => r.recipe === recipe && r.value > 0).map((r) => r.commodity);
  return [...separated, ...made];
}
