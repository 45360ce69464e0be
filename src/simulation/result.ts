/** One market over the run; every array has one entry per month. */
export interface MarketSeries {
  readonly commodity: string;
  readonly country: string;
  readonly basePriceUsdPerTonne: number;
  readonly priceUsdPerTonne: readonly number[];
  /** private stock at the end of the month, tonnes */
  readonly stockTonnes: readonly number[];
  /** days of baseline use the stock covers */
  readonly coverDays: readonly number[];
}

/** One application (product line) of a use in a country. */
export interface ApplicationSeries {
  readonly application: string;
  /** value of the finished product per tonne of material in it, USD/t */
  readonly productValueUsdPerTonne: number;
  /** commodities it needs, tonnes per tonne of its demand */
  readonly inputs?: readonly { readonly commodity: string; readonly tonnesPerTonne: number }[];
  readonly demandTonnes: readonly number[];
  readonly deliveredTonnes: readonly number[];
  readonly shortfallShare: readonly number[];
  readonly valueAtRiskUsd: readonly number[];
}

/** One end use in a country: the sum of its applications. */
export interface UseSeries {
  readonly country: string;
  readonly use: string;
  readonly demandTonnes: readonly number[];
  readonly deliveredTonnes: readonly number[];
  /** 1 − delivered / demand, by tonnes of material */
  readonly shortfallShare: readonly number[];
  /** value of the products that cannot be made over the value of all that would be: what "short" is judged by */
  readonly productShortfallShare: readonly number[];
  /** Σ over applications of shortfall × value of the product that needs the material */
  readonly valueAtRiskUsd: readonly number[];
  /** first month in which under 95 % of the use's products, by value, had their material; null if none */
  readonly firstShortMonth: string | null;
  readonly applications: readonly ApplicationSeries[];
}

/** A shipment, leak, plant, mine … with a level in any month. */
export interface ActivitySeries {
  readonly id: string;
  readonly kind: string;
  readonly commodity: string;
  readonly country: string;
  readonly destination?: string;
  /** what a tonne of its level uses (−) and makes (+) in its country, tonnes; absent for shipments (1 out, 1 in) */
  readonly entries?: readonly { readonly commodity: string; readonly coefficient: number }[];
  readonly tonnes: readonly number[];
  /** its level in the balanced month before any policy, t/month; 0 for what policies add */
  readonly baselineTonnesPerMonth: number;
  /** worth of one more tonne of the bound that holds it back (> 0 at its upper bound), USD/t */
  readonly rentUsdPerTonne: readonly number[];
}

/**
 * A commodity under control at its two prices, with the tonnes that change hands at each; arrays have one entry per month.
 * The three volumes add up to all that is taken (docs/model.md, "Two prices").
 */
export interface TierSeries {
  readonly commodity: string;
  /** the controlling country */
  readonly inside: string;
  /** ids of the controls on its shipments */
  readonly controls: readonly string[];
  readonly insidePriceUsdPerTonne: readonly number[];
  /** inside price plus delivery, the mean of what is shipped; before any is shipped, of the baseline's shipments */
  readonly contractPriceUsdPerTonne: readonly number[];
  /** mean of the clearing prices of all other countries, weighted by what they take in the baseline */
  readonly outsidePriceUsdPerTonne: readonly number[];
  /** taken inside, at the inside price */
  readonly domesticTonnes: readonly number[];
  /** shipped from inside to other countries, at the contract price */
  readonly contractTonnes: readonly number[];
  /** all else that other countries get, at the outside price */
  readonly outsideTonnes: readonly number[];
  /** outsideTonnes as a share of the three volumes, 0–1 */
  readonly outsideVolumeShare: readonly number[];
}

/** A commodity held back where it comes from: by a control on what leaves the country, or by an outage in it. */
export interface HeldBack {
  readonly commodity: string;
  readonly country: string;
  /** what the country ships to others before any policy, t/month */
  readonly baselineExportTonnesPerMonth: number;
  /** ids of the controls and outages, sorted */
  readonly policies: readonly string[];
}

/** A public stockpile over the run. */
export interface StockpileSeries {
  readonly id: string;
  readonly commodity: string;
  readonly country: string;
  readonly tonnes: readonly number[];
}

export interface RunChecks {
  /** largest |imbalance| of any market in any month, tonnes */
  readonly maxBalanceResidualTonnes: number;
  /** mass balance of the whole run: |opening + made − used − closing| over throughput, worst market or public stockpile */
  readonly maxMassBalanceShare: number;
  /** largest relative change of a price or level when no policy is in force */
  readonly maxBaselineDriftShare: number;
  /** optimum of each month's quadratic problem, USD */
  readonly objectiveUsd: readonly number[];
  readonly maxPrimalResidualShare: number;
  readonly maxComplementarityShare: number;
  readonly maxDualityGapShare: number;
  readonly newtonSteps: readonly number[];
}

/** One run of a scenario: what happens, month by month. */
export interface Run {
  /** `2025-01`, … */
  readonly months: readonly string[];
  readonly markets: readonly MarketSeries[];
  readonly uses: readonly UseSeries[];
  readonly activities: readonly ActivitySeries[];
  /** inside and outside price of what is under control; empty without controls */
  readonly tiers: readonly TierSeries[];
  readonly stockpiles: readonly StockpileSeries[];
  /** paid by price floors and stockpiles, by policy id, USD per month */
  readonly paid: readonly { readonly id: string; readonly usd: readonly number[] }[];
  readonly checks: RunChecks;
}

/** What a measure is worth to the viewpoint countries. */
export interface MeasureWorth {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly source: string;
  readonly status: string;
  /** ISO dates of the measure itself, as in {@link PolicyNote}; a chart leaves out bars it has no dates for */
  readonly from?: string;
  readonly to?: string | null;
  /** value at risk avoided over the run: without this measure (all others kept) less with all of them, USD */
  readonly worthUsd: number;
  /** value at risk avoided by this measure alone, USD */
  readonly worthAloneUsd: number;
  /** import and purchase bill avoided, without this measure less with all, USD */
  readonly billAvoidedUsd: number;
  readonly worthByCountryUsd: readonly { readonly country: string; readonly usd: number }[];
  readonly paidUsd: number;
}

/** A scenario rehearsed: with all its measures, without them, and what each is worth. */
export interface Rehearsal extends Run {
  readonly scenario: string;
  readonly title: string;
  readonly description: string;
  readonly viewpoint: readonly string[];
  /** blocs and aggregates named as viewpoint, with the countries of `viewpoint` they stand for; the largest first */
  readonly blocs: readonly { readonly bloc: string; readonly members: readonly string[] }[];
  readonly events: readonly PolicyNote[];
  readonly measures: readonly MeasureWorth[];
  /**
   * applications of the viewpoint countries that need nothing the events and measures touch and never lack 1 %: they are
   * in `uses`, but count neither in `summary` nor in the report
   */
  readonly untouched: readonly { readonly country: string; readonly use: string; readonly application: string }[];
  /** where the events hold a commodity back; the largest exports of the baseline first */
  readonly heldBack: readonly HeldBack[];
  /** events and measures that lie wholly outside the months of the run, in order of id */
  readonly withoutEffect: readonly WithoutEffect[];
  /** the same events without the measures; null when the scenario has none */
  readonly withoutMeasures: Run | null;
  /** the largest total value at risk first */
  readonly summary: readonly UseSummary[];
  /** figures of the dataset and scenario this run rests on that are assumptions */
  readonly assumptions: readonly { readonly figure: string; readonly value: string; readonly note: string }[];
}

/** A policy that lies wholly outside the months of a run. */
export interface WithoutEffect {
  readonly id: string;
  readonly title: string;
  /** it ends before the first month, or begins after the last */
  readonly because: "ends before" | "begins after";
  /** its last day, or its first */
  readonly date: string;
  /** the first month of the run, or its last */
  readonly month: string;
}

export interface PolicyNote {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
  readonly status: string;
}

/** The answer in a line: one use in a viewpoint country, without and with the measures. */
export interface UseSummary {
  readonly country: string;
  readonly use: string;
  readonly demandTonnes: number;
  readonly withoutMeasures: Shortage;
  readonly withMeasures: Shortage;
}

export interface Shortage {
  readonly firstShortMonth: string | null;
  readonly shortMonths: number;
  readonly worstMonth: string | null;
  readonly worstShortfallShare: number;
  readonly missingTonnes: number;
  readonly valueAtRiskUsd: number;
}
