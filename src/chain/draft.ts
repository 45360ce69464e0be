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

/** A model that can still grow: policies add markets (permits), plants and routes before a run starts. */
export class ModelDraft {
  readonly markets: Market[];
  readonly activities: (Omit<Activity, "entries"> & { entries: { market: number; coefficient: number }[] })[];
  readonly terms: ActivityTerms[];
  readonly basePriceUsdPerTonne: number[];
  readonly turnoverTonnes: number[];
  readonly baseLevel: number[];
  readonly stocks: Stock[];
  readonly applications: ApplicationDemand[];
  readonly ramps: Ramp[];
  readonly #marketIndex = new Map<string, number>();
  readonly #activityIndex = new Map<string, number>();

  constructor(model?: Model) {
    this.markets = model ? [...model.markets] : [];
    this.activities = model ? model.activities.map((a) => ({ ...a, entries: a.entries.map((e) => ({ ...e })) })) : [];
    this.terms = model
      ? model.activities.map((_, a) => ({
          referenceLevel: model.terms.referenceLevel[a]!,
          lowerBound: model.terms.lowerBound[a]!,
          upperBound: model.terms.upperBound[a]!,
          marginalCost: model.terms.marginalCost[a]!,
          slope: model.terms.slope[a]!,
        }))
      : [];
    this.basePriceUsdPerTonne = model ? [...model.basePriceUsdPerTonne] : [];
    this.turnoverTonnes = model ? [...model.turnoverTonnes] : [];
    this.baseLevel = model ? [...model.baseLevel] : [];
    this.stocks = model ? [...model.stocks] : [];
    this.applications = model ? [...model.applications] : [];
    this.ramps = model ? [...model.ramps] : [];
    this.markets.forEach((m, i) => {
      this.#marketIndex.set(m.id, i);
    });
    this.activities.forEach((a, i) => {
      this.#activityIndex.set(a.id, i);
    });
  }

  /** Index of the market for a commodity in a country, or undefined. */
  market(commodity: string, country: string): number | undefined {
    return this.#marketIndex.get(`${commodity}@${country}`);
  }

  activity(id: string): number | undefined {
    return this.#activityIndex.get(id);
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
    if (this.#marketIndex.has(id)) throw new Error(`market ${id} exists already`);
    const index =
      this.markets.push({ id, commodity, country, ...(yardstickUsdPerTonne && { yardstickUsdPerTonne }) }) - 1;
    this.basePriceUsdPerTonne.push(basePriceUsdPerTonne);
    this.turnoverTonnes.push(turnoverTonnes);
    this.#marketIndex.set(id, index);
    return index;
  }

  /** Adds an activity with its baseline terms; `baseLevel` is its level in the baseline month. Throws if the id exists. */
  addActivity(activity: Activity, terms: ActivityTerms, baseLevel: number): number {
    if (this.#activityIndex.has(activity.id)) throw new Error(`activity ${activity.id} exists already`);
    const index = this.activities.push({ ...activity, entries: activity.entries.map((e) => ({ ...e })) }) - 1;
    this.terms.push(terms);
    this.baseLevel.push(baseLevel);
    this.#activityIndex.set(activity.id, index);
    return index;
  }

  /** Makes an existing activity also use (−) or make (+) something, e.g. a permit per tonne shipped. */
  addEntry(activity: number, market: number, coefficient: number): void {
    this.activities[activity]!.entries.push({ market, coefficient });
  }

  /** Indices of the activities that match, in order. */
  find(query: ActivityQuery): number[] {
    const kinds = query.kinds && new Set(query.kinds);
    const found: number[] = [];
    this.activities.forEach((a, i) => {
      if (kinds && !kinds.has(a.kind)) return;
      if (query.commodities && !query.commodities.has(a.commodity)) return;
      if (query.countries && !query.countries.has(a.country)) return;
      if (query.destinations && !(a.destination !== undefined && query.destinations.has(a.destination))) return;
      if (query.recipes && !(a.recipe !== undefined && query.recipes.has(a.recipe))) return;
      if (query.applications && !(a.application !== undefined && query.applications.has(a.application))) return;
      found.push(i);
    });
    return found;
  }

  /** The finished model. */
  build(): Model {
    const pick = (field: keyof ActivityTerms) => Float64Array.from(this.terms, (t) => t[field]);
    return {
      markets: this.markets,
      activities: this.activities,
      terms: {
        referenceLevel: pick("referenceLevel"),
        lowerBound: pick("lowerBound"),
        upperBound: pick("upperBound"),
        marginalCost: pick("marginalCost"),
        slope: pick("slope"),
      },
      basePriceUsdPerTonne: Float64Array.from(this.basePriceUsdPerTonne),
      baseLevel: Float64Array.from(this.baseLevel),
      turnoverTonnes: Float64Array.from(this.turnoverTonnes),
      stocks: this.stocks,
      applications: this.applications,
      ramps: this.ramps,
    };
  }
}
