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
  /**
   * Σ share² × (0–10 governance weight), shares of the whole. A lower bound: who has no estimate or no name adds nothing.
   * Null where under 90 % of the whole has an estimate
   */
  readonly governanceWeightedHhi: number | null;
  /** the same with those weighing 10, others as few as they can be */
  readonly governanceWeightedHhiMost: number | null;
  /** the largest country named, never a group; null where none is */
  readonly largest: string | null;
  readonly largestShare: number;
  /** DERA-style group 1 to 3 at the least the unknown part can make of it; null without governance */
  readonly deraRiskGroup: number | null;
  /** the same at the most */
  readonly deraRiskGroupMost: number | null;
}

/** A country that a figure has only as part of an aggregate of the model. */
export interface InGroup {
  readonly country: string;
  readonly group: string;
}

/** Who makes a material at a stage. */
export interface WorldSupply {
  readonly stage: string;
  /** what the tonnes are of, in the publisher's words */
  readonly form: string;
  readonly cited: Citation;
  readonly makers: readonly Part[];
  /** share of countries the source does not name; groups and what is only printed as under a bound are part of it */
  readonly othersShare: number;
  /** of the others what belongs to an aggregate of the model such as XRW: one country or many, nobody says */
  readonly groups: readonly Part[];
  /** makers that another figure of this stage names, and that are somewhere in these groups */
  readonly inGroups: readonly InGroup[];
  /** countries of which only is printed that they have less than this share */
  readonly under: readonly Part[];
  readonly totalTonnes: number | null;
  /** countries whose figure is withheld: they make some, nobody says how much, and every figure here is of the world without them */
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
  /** the form of world production this trade is of; "" where nobody counts it; null where the source names none */
  readonly makersForm: string | null;
  readonly suppliers: readonly Part[];
  /** share of countries the source does not name; groups and what is only printed as under a bound are part of it */
  readonly othersShare: number;
  /** of the others what belongs to an aggregate of the model such as XRW: one country or many, nobody says */
  readonly groups: readonly Part[];
  /** countries of which only is printed that they have less than this share */
  readonly under: readonly Part[];
  readonly importsTonnes: number | null;
  readonly importsThousandUsd: number | null;
  readonly concentration: Concentration;
  /** minerals that the heading holds together with this one; empty where it is alone */
  readonly sharedWith: readonly string[];
  /**
   * share of these imports that is left when the largest supplier named stops; null where none is named, and where the
   * heading holds other minerals too, whose suppliers may be others
   */
  readonly leftWithoutLargest: number | null;
  /** the same where a group of countries is one supplier and larger than that */
  readonly leftAtLeast: number | null;
}

/** One number of an indicator, printed by a publisher or computed here from printed figures. */
export interface IndicatorFigure {
  readonly indicator: string;
  readonly value: number | null;
  /** `more than`, `net exporter` …: how to read it; why it is null */
  readonly qualifier: string;
  readonly unit: string;
  /** the stage it is of; `all stages` where the source sums them up; null where it is of none */
  readonly stage: string | null;
  readonly about: string;
  /** what to bear in mind; "" where nothing */
  readonly caveat: string;
  readonly cited: Citation;
  readonly computed: boolean;
}

export interface UseFigure {
  readonly application: string;
  readonly share: number;
  readonly sector: string;
  readonly cited: Citation;
}

/** What the viewpoint uses a commodity for, in the balanced chain of the model. */
export interface ModelUse {
  readonly stage: string;
  readonly form: string;
  readonly tonnesPerYear: number;
  readonly applications: readonly { readonly application: string; readonly tonnes: number; readonly share: number }[];
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
  /** what the viewpoint itself uses it for, by commodity; empty where the model does not know */
  readonly usedHere: readonly ModelUse[];
  /** what it is used for in the EU */
  readonly uses: readonly UseFigure[];
  /** what nobody prints, and why a cell is blank */
  readonly gaps: readonly string[];
}

export interface Dependence {
  readonly viewpoint: string;
  readonly name: string;
  /** ISO codes the viewpoint stands for; trade among them does not count */
  readonly members: readonly string[];
  /** in the order asked for, else the riskiest first: governance-weighted concentration of the most concentrated stage */
  readonly materials: readonly MaterialDependence[];
  readonly notes: readonly string[];
}
