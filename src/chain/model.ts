import type { Terms } from "../market/problem.ts";

/** What an activity does; the kinds of docs/model.md. */
export type ActivityKind =
  | "mine"
  | "collect" // end-of-life scrap offered
  | "separate"
  | "refine" // ore or by-product stream → refined material
  | "reduce" // oxide → metal
  | "press" // metal → magnet, with swarf
  | "recycle" // swarf or scrap → oxide
  | "substitute"
  | "ship"
  | "leak" // shipment through a third country around a control
  | "use"
  | "store" // private stock ↔ market, one per step of the cover curve
  | "release" // public stockpile ↔ market
  | "dispose" // free disposal or hoarding of joint products
  | "permit"; // supplies permits to a quota market

/** One commodity in one country, or a permit. */
export interface Market {
  /** `dysprosium-oxide@JPN` */
  readonly id: string;
  readonly commodity: string;
  /** ISO 3166 alpha-3, an aggregate of data/countries.csv, or "" for a permit market */
  readonly country: string;
  /** permit markets only: their base price is 0, so convergence is measured against this price, USD/t */
  readonly yardstickUsdPerTonne?: number;
}

export interface Entry {
  readonly market: number;
  /** tonnes made (+) or used (−) per unit of level */
  readonly coefficient: number;
}

export interface Activity {
  /** `ship:dysprosium-oxide:CHN>JPN`, `mine:bayan-obo@CHN`, `use:traction-motors@JPN:2` … unique */
  readonly id: string;
  readonly kind: ActivityKind;
  /** where it happens; the origin for shipments */
  readonly country: string;
  /** shipments and leaks only */
  readonly destination?: string;
  /** main output, or the thing shipped, used, stored, disposed of (first input of a use) */
  readonly commodity: string;
  /** recipe id of data/recipes.csv for separate, reduce, press, recycle, substitute */
  readonly recipe?: string;
  /** application id of data/applications.csv for uses */
  readonly application?: string;
  /** tranche of a demand curve or step of a cover curve, 0-based */
  readonly step?: number;
  readonly entries: readonly Entry[];
}

/**
 * A calibrated chain: the network, the terms of an ordinary month and the prices at which it stands still.
 * Plain data; survives structuredClone.
 */
export interface Model {
  readonly markets: readonly Market[];
  readonly activities: readonly Activity[];
  /** terms of the baseline month: clearing them gives {@link baseLevel} at {@link basePriceUsdPerTonne} */
  readonly terms: Terms;
  readonly basePriceUsdPerTonne: Float64Array;
  /** tonnes per month */
  readonly baseLevel: Float64Array;
  readonly turnoverTonnes: Float64Array;
  readonly stocks: readonly Stock[];
  readonly applications: readonly ApplicationDemand[];
  readonly ramps: readonly Ramp[];
}

/** An activity that can only grow step by step: substitutes have to be designed in and qualified. */
export interface Ramp {
  readonly activity: number;
  /** never more than this, t/month */
  readonly largestTonnes: number;
  /** at most this much above last month's level, t/month per month */
  readonly stepTonnes: number;
}

/** A private stock at a market. Its store activities (one per step of the cover curve) draw (+) or build (−). */
export interface Stock {
  readonly market: number;
  /** indices into activities, from the bottom of the stock (dearest to part with) to the top */
  readonly activities: readonly number[];
  /** tonnes held in an ordinary month (= normal cover × turnover) */
  readonly normalTonnes: number;
  /** days of cover the normal stock stands for */
  readonly normalCoverDays: number;
  /** cover curve: at `stockShare[k]` of normal a tonne is worth `valueShare[k]` × base price; rising stock, falling value */
  readonly stockShare: readonly number[];
  readonly valueShare: readonly number[];
}

/** Demand of one application in one country; its use activities are the tranches of the demand curve. */
export interface ApplicationDemand {
  readonly application: string;
  /** the end use it is reported under */
  readonly use: string;
  readonly country: string;
  readonly activities: readonly number[];
  /** tonnes of material per month needed in the baseline (levels of the activities sum to this) */
  readonly demandTonnes: number;
  /** value of the finished product that a tonne of material goes into, USD/t */
  readonly productValueUsdPerTonne: number;
}
