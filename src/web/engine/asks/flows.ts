import type { RunQuestion } from "./simulate.ts";

export interface FlowsRequest {
  readonly question: RunQuestion;
  /** which run of it: events and measures, or the events alone */
  readonly measures: boolean;
  /** material or group of the catalogue, such as dysprosium or rare-earth-magnets, or a commodity */
  readonly material: string;
}

/** Every array has an entry per month of the run; `baseline…` is the balanced month before any policy. Tonnes per month. */
export interface FlowsAnswer {
  readonly material: string;
  readonly months: readonly string[];
  readonly viewpoint: readonly string[];
  readonly sankey: Sankey;
  /** shipments between countries, for the map; the largest first */
  readonly pairs: readonly FlowPair[];
  /** shipments too small to draw, and what share of all they are in the baseline */
  readonly pairsLeftOut: { readonly count: number; readonly share: number };
  /** what countries make of it, and what it costs there */
  readonly places: readonly FlowPlace[];
  /** of the chain, in its order, for the choice of a stage on the map */
  readonly commodities: readonly { readonly commodity: string; readonly stage: string; readonly own: boolean }[];
}

/** What the viewpoint's uses take, traced back to the ground. */
export interface Sankey {
  /** those that occur, in order: `mine separate reduce press use` */
  readonly stages: readonly string[];
  /** in order of stage, the largest first */
  readonly nodes: readonly SankeyNode[];
  readonly links: readonly SankeyLink[];
  /** what is counted: tonnes of the material, or of the products it is in (its content is not known) */
  readonly basis: "material" | "product";
}

export interface SankeyNode {
  /** `mine|CHN`, `separate|CHN scrap`, `use|electric-vehicles`, `press|*` */
  readonly id: string;
  readonly stage: string;
  /** country code; of a use: the use; `*` = others, under 2 % each */
  readonly place: string;
  /** from scrap */
  readonly scrap: boolean;
  readonly baselineTonnes: number;
  readonly tonnes: Float64Array;
  /** of uses: missing over needed, 0–1 */
  readonly shortfallShare: Float64Array | null;
}

export interface SankeyLink {
  readonly from: string;
  readonly to: string;
  readonly baselineTonnes: number;
  readonly tonnes: Float64Array;
}

export interface FlowPair {
  readonly commodity: string;
  readonly from: string;
  readonly to: string;
  readonly baselineTonnes: number;
  readonly tonnes: Float64Array;
  /** ids of the controls on it */
  readonly controls: readonly string[];
  /** goes around a control by a third country */
  readonly leaked: boolean;
  /** ids of the figures it was balanced with, to explain it; none: no figure speaks of it */
  readonly figures: readonly string[];
}

export interface FlowPlace {
  readonly commodity: string;
  readonly country: string;
  /** made there */
  readonly baselineTonnes: number;
  readonly tonnes: Float64Array;
  readonly basePriceUsdPerTonne: number;
  readonly priceUsdPerTonne: Float64Array;
  readonly figures: readonly string[];
}
