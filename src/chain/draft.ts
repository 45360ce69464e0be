import type { Activity, ActivityKind, ApplicationDemand, Market, Model, Ramp, Stock } from "./model.ts";

/** Terms of one activity while a model is being put together. */
export interface ActivityTerms {
  readonly referenceLevel: number;
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly marginalCost: number;
  readonly slope: number;
}

/** What to look for among activities; an absent field matches everything. */
export interface ActivityQuery {
  readonly kinds?: readonly ActivityKind[];
  readonly commodities?: ReadonlySet<string>;
  readonly countries?: ReadonlySet<string>;
  readonly destinations?: ReadonlySet<string>;
  readonly recipes?: ReadonlySet<string>;
  readonly applications?: ReadonlySet<string>;
}

/** What a draft can look up by name or kind; a model's own is made once, however many drafts grow from it. */
interface Index {
  readonly markets: Map<string, number>;
  readonly activities: Map<string, number>;
  /** activities by kind, then by commodity */
  readonly byKind: Map<ActivityKind, Map<string, number[]>>;
}

const indexOfModel = new WeakMap<Model, Index>();

/**
 * A model that can still grow: policies add markets (permits), plants and routes before a run starts. It shares what
 * it does not change with the model it grows from, which stays as it is.
 */
export class ModelDraft {
  readonly markets: Market[];
  readonly activities: Activity[];
  readonly basePriceUsdPerTonne: number[];
  readonly turnoverTonnes: number[];
  readonly baseLevel: number[];
  readonly stocks: Stock[];
  readonly applications: ApplicationDemand[];
  readonly ramps: Ramp[];
  readonly #terms: Record<keyof ActivityTerms, number[]>;
  readonly #inherited: Index;
  readonly #own: Index = emptyIndex();

  constructor(model?: Model) {
    this.markets = model ? [...model.markets] : [];
    this.activities = model ? [...model.activities] : [];
    this.#terms = {
      referenceLevel: listOf(model?.terms.referenceLevel),
      lowerBound: listOf(model?.terms.lowerBound),
      upperBound: listOf(model?.terms.upperBound),
      marginalCost: listOf(model?.terms.marginalCost),
      slope: listOf(model?.terms.slope),
    };
    this.basePriceUsdPerTonne = listOf(model?.basePriceUsdPerTonne);
    this.turnoverTonnes = listOf(model?.turnoverTonnes);
    this.baseLevel = listOf(model?.baseLevel);
    this.stocks = model ? [...model.stocks] : [];
    this.applications = model ? [...model.applications] : [];
    this.ramps = model ? [...model.ramps] : [];
    this.#inherited = model ? indexed(model) : emptyIndex();
  }

  /** Index of the market for a commodity in a country, or undefined. */
  market(commodity: string, country: string): number | undefined {
    return this.#market(`${commodity}@${country}`);
  }

  #market(id: string): number | undefined {
    return this.#inherited.markets.get(id) ?? this.#own.markets.get(id);
  }

  activity(id: string): number | undefined {
    return this.#inherited.activities.get(id) ?? this.#own.activities.get(id);
  }

  /** Baseline terms of an activity. */
  terms(activity: number): ActivityTerms {
    return {
      referenceLevel: this.#terms.referenceLevel[activity]!,
      lowerBound: this.#terms.lowerBound[activity]!,
      upperBound: this.#terms.upperBound[activity]!,
      marginalCost: this.#terms.marginalCost[activity]!,
      slope: this.#terms.slope[activity]!,
    };
  }

  /** Adds a market; the price is where its yardsticks and its first guess come from. Throws if it exists. */
  addMarket(
    commodity: string,
    country: string,
    basePriceUsdPerTonne: number,
    turnoverTonnes: number,
    yardstickUsdPerTonne?: number,
  ): number {
    const id = `${commodity}@${country}`;
    if (this.#market(id) !== undefined) throw new Error(`market ${id} exists already`);
    const index =
      this.markets.push({ id, commodity, country, ...(yardstickUsdPerTonne && { yardstickUsdPerTonne }) }) - 1;
    this.basePriceUsdPerTonne.push(basePriceUsdPerTonne);
    this.turnoverTonnes.push(turnoverTonnes);
    this.#own.markets.set(id, index);
    return index;
  }

  /** Adds an activity with its baseline terms; `baseLevel` is its level in the baseline month. Throws if the id exists. */
  addActivity(activity: Activity, terms: ActivityTerms, baseLevel: number): number {
    if (this.activity(activity.id) !== undefined) throw new Error(`activity ${activity.id} exists already`);
    const index = this.activities.push(activity) - 1;
    this.#terms.referenceLevel.push(terms.referenceLevel);
    this.#terms.lowerBound.push(terms.lowerBound);
    this.#terms.upperBound.push(terms.upperBound);
    this.#terms.marginalCost.push(terms.marginalCost);
    this.#terms.slope.push(terms.slope);
    this.baseLevel.push(baseLevel);
    this.#own.activities.set(activity.id, index);
    sorted(this.#own, activity).push(index);
    return index;
  }

  /** Makes an existing activity also use (−) or make (+) something, e.g. a permit per tonne shipped. */
  addEntry(activity: number, market: number, coefficient: number): void {
    const before = this.activities[activity]!;
    this.activities[activity] = { ...before, entries: [...before.entries, { market, coefficient }] };
  }

  /** Indices of the activities that match, in order. */
  find(query: ActivityQuery): number[] {
    const { countries, destinations, recipes, applications } = query;
    const found: number[] = [];
    for (const list of this.#lists(query))
      for (const i of list) {
        const a = this.activities[i]!;
        if (countries && !countries.has(a.country)) continue;
        if (destinations && !(a.destination !== undefined && destinations.has(a.destination))) continue;
        if (recipes && !(a.recipe !== undefined && recipes.has(a.recipe))) continue;
        if (applications && !(a.application !== undefined && applications.has(a.application))) continue;
        found.push(i);
      }
    return found.sort((a, b) => a - b);
  }

  #lists({ kinds, commodities }: ActivityQuery): number[][] {
    return [this.#inherited, this.#own].flatMap(({ byKind }) =>
      [...(kinds ?? byKind.keys())].flatMap((kind) => {
        const byCommodity = byKind.get(kind);
        if (!byCommodity) return [];
        if (!commodities) return [...byCommodity.values()];
        return [...commodities].flatMap((commodity) => {
          const list = byCommodity.get(commodity);
          return list ? [list] : [];
        });
      }),
    );
  }

  /** The finished model. */
  build(): Model {
    return {
      markets: this.markets,
      activities: this.activities,
      terms: {
        referenceLevel: new Float64Array(this.#terms.referenceLevel),
        lowerBound: new Float64Array(this.#terms.lowerBound),
        upperBound: new Float64Array(this.#terms.upperBound),
        marginalCost: new Float64Array(this.#terms.marginalCost),
        slope: new Float64Array(this.#terms.slope),
      },
      basePriceUsdPerTonne: new Float64Array(this.basePriceUsdPerTonne),
      baseLevel: new Float64Array(this.baseLevel),
      turnoverTonnes: new Float64Array(this.turnoverTonnes),
      stocks: this.stocks,
      applications: this.applications,
      ramps: this.ramps,
    };
  }
}

function emptyIndex(): Index {
  return { markets: new Map(), activities: new Map(), byKind: new Map() };
}

function indexed(model: Model): Index {
  const known = indexOfModel.get(model);
  if (known) return known;
  const index = emptyIndex();
  model.markets.forEach((m, i) => {
    index.markets.set(m.id, i);
  });
  model.activities.forEach((a, i) => {
    index.activities.set(a.id, i);
    sorted(index, a).push(i);
  });
  indexOfModel.set(model, index);
  return index;
}

/** Where an index keeps the activities of that kind and commodity. */
function sorted({ byKind }: Index, { kind, commodity }: Activity): number[] {
  const byCommodity = byKind.get(kind) ?? new Map<string, number[]>();
  byKind.set(kind, byCommodity);
  const list = byCommodity.get(commodity) ?? [];
  byCommodity.set(commodity, list);
  return list;
}

function listOf(values: Float64Array | undefined): number[] {
  return values ? Array.from(values) : [];
}
