import type { PolicyNote, RunChecks } from "../simulation/result.ts";
import type { SeriesFan } from "./fan.ts";
import type { SeriesScore } from "./score.ts";

/** A past episode run through the model and held against what was observed. */
export interface Replay {
  readonly episode: string;
  readonly title: string;
  /** scenarios/<name>.yaml */
  readonly scenario: string;
  /** what the scenario is called */
  readonly rules: string;
  readonly description: string;
  /** what the baseline stands for */
  readonly baseline: string;
  /** `withheld`: what happened is kept out of the data on purpose, for others to compare */
  readonly outcomes: "compared" | "withheld";
  /** what the differences teach, as written down in data/episodes.csv */
  readonly reading: string;
  /** `2025-04`: the month the control began */
  readonly control: string;
  /** rules and dates that went in */
  readonly inputs: readonly ReplayInput[];
  readonly series: readonly ReplayedSeries[];
  readonly firstStops: readonly FirstStop[];
  /** the literal reading: the same without the inputs that were not given; null when all were */
  readonly asGiven: AsGiven | null;
  readonly checks: RunChecks;
}

export interface ReplayInput extends PolicyNote {
  /** false: nobody reported this rule, it is assumed (data/episodes.csv, notGiven) */
  readonly given: boolean;
}

export interface AsGiven {
  /** ids of the inputs left out */
  readonly without: readonly string[];
  /** in the order of the replay's series */
  readonly series: readonly Pick<ReplayedSeries, "name" | "modelled">[];
  readonly firstStops: readonly Pick<FirstStop, "country" | "modelledMonth" | "applications">[];
}

/** One series, modelled and observed; arrays have one entry per month. */
export interface ReplayedSeries {
  readonly name: string;
  readonly title: string;
  /** `exports`, `inside-price`, `outside-price`, `price-ratio` or `line-stopped` (data/replay_series.csv) */
  readonly measure: string;
  readonly unit: string;
  readonly months: readonly string[];
  /** null where the run has no such month or multiple to give */
  readonly modelled: readonly (number | null)[];
  /** null where it is not known what happened; means of several months are in `observations` alone */
  readonly observed: readonly (number | null)[];
  /** who observed it; null where nobody did */
  readonly source: string | null;
  readonly observations: readonly Observation[];
  /** what makes the two differ by definition; "" if nothing is known */
  readonly note: string;
  readonly score: SeriesScore;
  /** with draws only: percentiles of the modelled series */
  readonly fan?: SeriesFan;
  /** with draws only: share of the single months observed from the control on that lie between the 5th and the 95th percentile; null without any */
  readonly coverage?: number | null;
}

export interface Observation {
  /** the first month */
  readonly month: string;
  /** how many months the value is the mean of, 1 as a rule */
  readonly months: number;
  readonly value: number;
  /** the modelled mean of the same months; null where the run has not all of them */
  readonly modelled: number | null;
  readonly status: string;
  /** id of data/sources.csv */
  readonly source: string;
  readonly locator: string;
  readonly note: string;
}

/** The first month in which a product line of a country stands (stops.ts). */
export interface FirstStop {
  readonly country: string;
  readonly modelledMonth: string | null;
  /** the lines that stop in that month */
  readonly applications: readonly string[];
  readonly observedMonth: string | null;
  /** why there is no observed month; null where there is one */
  readonly reason: "withheld" | "not known" | null;
  /** modelled less observed; null where either is missing */
  readonly errorMonths: number | null;
}
