import type { RunQuestion } from "./simulate.ts";

export interface FlowsRequest {
  readonly question: RunQuestion;
  /** which run of it */
  readonly measures: boolean;
  /** material of the catalogue, such as dysprosium, or a commodity */
  readonly material: string;
}

/** Every array has an entry per month of the run; `baseline…` is the balanced month before any policy. */
export interface FlowsAnswer {
  readonly material: string;
  readonly months: readonly string[];
  readonly viewpoint: readonly string[];
  readonly sankey: {
    /** `mine | separate | reduce | press | use`, those that occur */
    readonly stages: readonly string[];
    readonly nodes: readonly SankeyNode[];
    readonly links: readonly SankeyLink[];
    /** what is counted: tonnes of the material followed, or of the product that holds it */
    readonly basis: "material" | "product";
  };
  /** shipments between countries, for the map */
  readonly pairs: readonly FlowPair[];
  /** what countries make of it, and what it costs there */
  readonly places: readonly FlowPlace[];
  /** commodities by stage, for the choice of a stage on the map */
  readonly commodities: readonly { readonly commodity: string; readonly stage: string }[];
}

export interface SankeyNode {
  /** `mine|CHN`, `use|electric-vehicles` */
  readonly id: string;
  readonly stage: string;
  /** country code; of a use: the use; `*` = others, folded */
  readonly place: string;
  /** from scrap */
  readonly scrap: boolean;
  readonly baselineTonnes: number;
  readonly tonnes: Float64Array;
  /** of uses: 0–1 */
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
  /** what goes around a control: by a third country */
  readonly leaked: boolean;
  /** the figure it was calibrated with, to explain it; null: estimated by the balance */
  readonly figure: string | null;
}

export interface FlowPlace {
  readonly commodity: string;
  readonly country: string;
  readonly baselineTonnes: number;
  /** made there */
  readonly tonnes: Float64Array;
  readonly basePriceUsdPerTonne: number;
  readonly priceUsdPerTonne: Float64Array;
  readonly figure: string | null;
}
