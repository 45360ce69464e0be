/** Where a number comes from; every number of a dependence carries one. */
export interface Citation {
  /** id of data/sources.csv, or `monazite` for the balanced chain of the model */
  readonly source: string;
  /** a year, or the first and last of a mean */
  readonly years: string;
  readonly locator: string;
}

/** A country's part of a whole. */
export interface Part {
  readonly country: string;
  readonly share: number;
  /** null where only shares are printed */
  readonly tonnes: number | null;
}

/** How concentrated a supply is. Ranges where others or withheld countries could be one or many. */
export interface Concentration {
  /** 0 to 1: least and most it can be */
  readonly hhi: { readonly least: number; readonly most: number };
  /** Σ share² × (0–10 governance weight), over the countries with an estimate; null where under 90 % have one */
  readonly governanceWeightedHhi: number | null;
  readonly largest: string;
  readonly largestShare: number;
  /** DERA-style group 1 to 3; null without governance */
  readonly deraRiskGroup: number | null;
}

/** Who makes a material at a stage. */
export interface WorldSupply {
  readonly stage: string;
  /** what the tonnes are of, in the publisher's words */
  readonly form: string;
  readonly cited: Citation;
  readonly makers: readonly Part[];
  /** share of countries the source does not name */
  readonly othersShare: number;
  readonly totalTonnes: number | null;
  /** countries whose figure is withheld: they make some, nobody says how much */
  readonly withheld: readonly string[];
  readonly concentration: Concentration;
}

/** Who supplies the country at a stage. */
export interface ImportSupply {
  readonly stage: string;
  readonly form: string;
  readonly cited: Citation;
  /** how well the trade heading fits: exact, dominant, shared, proxy; `as printed` by the publisher; `sourcing` counts own production too; `model` for the balanced chain */
  readonly fit: string;
  readonly caveat: string;
  readonly suppliers: readonly Part[];
  readonly importsTonnes: number | null;
  readonly importsThousandUsd: number | null;
  readonly concentration: Concentration;
  /** share of these imports that is left when the largest supplier stops */
  readonly leftWithoutLargest: number;
}

/** One number of an indicator, printed by a publisher or computed here from printed figures. */
export interface IndicatorFigure {
  readonly indicator: string;
  readonly value: number | null;
  /** `more than`, `net exporter` …: how to read it; why it is null */
  readonly qualifier: string;
  readonly unit: string;
  readonly about: string;
  readonly cited: Citation;
  readonly computed: boolean;
}

export interface UseFigure {
  readonly application: string;
  readonly share: number;
  readonly sector: string;
  readonly cited: Citation;
}

/** Everything known of one material from where the country stands. */
export interface MaterialDependence {
  readonly material: string;
  readonly name: string;
  readonly lists: { readonly usgs2025: boolean; readonly eu2023: string };
  readonly world: readonly WorldSupply[];
  readonly imports: readonly ImportSupply[];
  readonly indicators: readonly IndicatorFigure[];
  readonly uses: readonly UseFigure[];
  /** what nobody prints, and why a cell is blank */
  readonly gaps: readonly string[];
}

export interface Dependence {
  readonly viewpoint: string;
  readonly name: string;
  /** ISO codes the viewpoint stands for; trade among them does not count */
  readonly members: readonly string[];
  /** the riskiest first: governance-weighted concentration of the most concentrated stage */
  readonly materials: readonly MaterialDependence[];
  readonly notes: readonly string[];
}
