import type { Dataset, Figure } from "../dataset/index.ts";
import { combineFigures, type LevelFigure, parameterReader, sigmaShare } from "./figures.ts";
import type { Activity, ActivityKind, Entry, Market } from "./model.ts";
import { recipesOf } from "./recipes.ts";
import type { Recipe } from "./vocabulary.ts";

/** The chain before balancing: every activity some figure speaks of, and what the figure says. */
export interface Skeleton {
  readonly markets: readonly Market[];
  readonly activities: readonly Activity[];
  readonly figures: readonly LevelFigure[];
}

const MONTHS = 12;
const SMALLEST_SIGMA_TONNES_PER_MONTH = 1e-4;

/** Markets and activities of the base year with their figures: mines, plants, trade, uses, hoarding. */
export function buildSkeleton(dataset: Dataset): Skeleton {
  const parameter = parameterReader(dataset);
  const recipes = recipesOf(dataset);
  const markets = new MarketList();
  const found = new Map<string, { activity: Activity; figures: LevelFigure[] }>();

  const add = (activity: Activity, figure: Figure, tonnesPerYear: number) => {
    const tonnesPerMonth = tonnesPerYear / MONTHS;
    const share = sigmaShare(figure, (status) => parameter("figureSigmaShare", status));
    const level: LevelFigure = {
      tonnesPerMonth,
      sigmaTonnesPerMonth: Math.max(SMALLEST_SIGMA_TONNES_PER_MONTH, share * tonnesPerMonth),
      figures: [figure.figure],
    };
    const known = found.get(activity.id);
    if (known) known.figures.push(level);
    else found.set(activity.id, { activity, figures: [level] });
  };

  for (const row of dataset.production) {
    const made = production(row, recipes, markets);
    add(made.activity, row, row.value * made.levelPerTonne);
  }
  for (const row of dataset.trade) add(shipment(row, markets), row, row.value);
  for (const row of dataset.demand) add(use(row, dataset, markets), row, row.value);

  const all = [...found.values()];
  return {
    markets: markets.list,
    activities: all.map((f) => f.activity),
    figures: all.map((f) => combineFigures(f.figures)),
  };
}

class MarketList {
  readonly list: Market[] = [];
  readonly #index = new Map<string, number>();

  index(commodity: string, country: string): number {
    const id = `${commodity}@${country}`;
    const known = this.#index.get(id);
    if (known !== undefined) return known;
    const index = this.list.push({ id, commodity, country }) - 1;
    this.#index.set(id, index);
    return index;
  }
}

function production(
  row: Dataset["production"][number],
  recipes: ReadonlyMap<string, Recipe>,
  markets: MarketList,
): { activity: Activity; levelPerTonne: number } {
  const at = (commodity: string) => markets.index(commodity, row.country);
  if (row.kind === "mine" || row.kind === "collect" || row.kind === "dispose") {
    const coefficient = row.kind === "dispose" ? -1 : 1;
    const entries: Entry[] = [{ market: at(row.commodity), coefficient }];
    const id = `${row.kind}:${row.commodity}@${row.country}`;
    return {
      activity: { id, kind: row.kind, country: row.country, commodity: row.commodity, entries },
      levelPerTonne: 1,
    };
  }
  const recipe = recipes.get(row.recipe);
  const perLevel = recipe?.coefficients.get(row.commodity);
  if (!recipe || !perLevel)
    throw new Error(`${row.figure}: recipe ${row.recipe} neither uses nor makes ${row.commodity}`);
  const entries = [...recipe.coefficients].map(([commodity, coefficient]) => ({ market: at(commodity), coefficient }));
  const activity: Activity = {
    id: `${row.kind}:${recipe.id}@${row.country}`,
    kind: row.kind as ActivityKind,
    country: row.country,
    commodity: recipe.commodity,
    recipe: recipe.id,
    entries,
  };
  return { activity, levelPerTonne: 1 / Math.abs(perLevel) };
}

function shipment(row: Dataset["trade"][number], markets: MarketList): Activity {
  return {
    id: `ship:${row.commodity}:${row.exporter}>${row.importer}`,
    kind: "ship",
    country: row.exporter,
    destination: row.importer,
    commodity: row.commodity,
    entries: [
      { market: markets.index(row.commodity, row.exporter), coefficient: -1 },
      { market: markets.index(row.commodity, row.importer), coefficient: 1 },
    ],
  };
}

function use(row: Dataset["demand"][number], dataset: Dataset, markets: MarketList): Activity {
  const inputs = dataset.applicationInputs.filter((i) => i.application === row.application && i.value > 0);
  return {
    id: `use:${row.application}@${row.country}`,
    kind: "use",
    country: row.country,
    commodity: inputs[0]!.commodity,
    application: row.application,
    entries: inputs.map((i) => ({ market: markets.index(i.commodity, row.country), coefficient: -i.value })),
  };
}
