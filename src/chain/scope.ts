import type { Dataset } from "../dataset/index.ts";

/**
 * The rows of a dataset that can have a say in some commodities: everything their chains touch, up and down and across
 * by-products and shared products. The rest of the world clears by itself, so leaving it out changes no price or tonne.
 * @param commodities ids of data/commodities.csv; none means all
 */
export function scopeDataset(dataset: Dataset, commodities: ReadonlySet<string>): Dataset {
  if (commodities.size === 0) return dataset;
  const kept = connectedTo(dataset, commodities);
  const has = (row: { readonly commodity: string }) => kept.has(row.commodity);
  const recipes = new Set(dataset.recipes.filter(has).map((r) => r.recipe));
  const applications = new Set(dataset.applicationInputs.filter(has).map((r) => r.application));
  const curves = new Set(
    dataset.applications.filter((a) => applications.has(a.application)).map((a) => a.curve as string),
  );
  return {
    ...dataset,
    commodities: dataset.commodities.filter((c) => kept.has(c.id)),
    compositions: dataset.compositions.filter((r) => kept.has(r.class)),
    separations: dataset.separations.filter((r) => kept.has(r.feed)),
    recipes: dataset.recipes.filter((r) => recipes.has(r.recipe)),
    production: dataset.production.filter(has),
    capacities: dataset.capacities.filter(has),
    facilities: dataset.facilities.filter((r) => r.commodity === "" || kept.has(r.commodity)),
    applications: dataset.applications.filter((a) => applications.has(a.application)),
    applicationInputs: dataset.applicationInputs.filter((r) => applications.has(r.application)),
    demand: dataset.demand.filter((r) => applications.has(r.application)),
    demandCurves: dataset.demandCurves.filter((r) => curves.has(r.curve)),
    prices: dataset.prices.filter(has),
    stocks: dataset.stocks.filter((r) => r.commodity === "*" || r.commodity.startsWith("stage:") || has(r)),
    trade: dataset.trade.filter(has),
  };
}

/** Every commodity that shares a recipe, a separation, an ore or a product with one of these, and so on. */
function connectedTo(dataset: Dataset, commodities: ReadonlySet<string>): ReadonlySet<string> {
  const together = groups(dataset);
  const kept = new Set<string>();
  const waiting = [...commodities];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (kept.has(next)) continue;
    kept.add(next);
    for (const group of together.get(next) ?? []) waiting.push(...group);
  }
  return kept;
}

/** By commodity, the sets of commodities it meets in one recipe, separation, ore or product. */
function groups(dataset: Dataset): Map<string, Set<string>[]> {
  const sets = new Map<string, Set<string>>();
  const meet = (where: string, ...ids: string[]) => {
    const set = sets.get(where) ?? new Set<string>();
    sets.set(where, set);
    for (const id of ids) set.add(id);
  };
  for (const row of dataset.recipes) meet(`recipe ${row.recipe}`, row.commodity);
  for (const row of dataset.separations) meet(`separation ${row.recipe}`, row.feed, row.output);
  for (const row of dataset.compositions) meet(`ore ${row.class}`, row.class, row.oxide);
  for (const row of dataset.applicationInputs) meet(`product ${row.application}`, row.commodity);
  const byCommodity = new Map<string, Set<string>[]>();
  for (const set of sets.values()) for (const id of set) byCommodity.set(id, [...(byCommodity.get(id) ?? []), set]);
  return byCommodity;
}
