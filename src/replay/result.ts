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
  /** what the differences teach, as written down in data/episodes.csv */
  readonly reading: string;
  /** `2025-04`: the month the control began */
  readonly control: string;
  /** rules and dates that went in */
  readonly inputs: readonly PolicyNote[];
  readonly series: readonly ReplayedSeries[];
  readonly firstStops: readonly FirstStop[];
  readonly checks: RunChecks;
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
  /** null where it is not known what happened */
  readonly observed: readonly (number | null)[];
  /** who observed it; null where nobody did */
  readonly source: string | null;
  readonly observations: readonly Observation[];
  /** what makes the two differ by definition; "" if nothing is known */
  readonly note: string;
  readonly score: SeriesScore;
  /** with draws only: percentiles of the modelled series */
  readonly fan?: SeriesFan;
  /** with draws only: share of the months observed from the control on that lie between the 5th and the 95th percentile; null without any */
  readonly coverage?: number | null;
}

export interface Observation {
  readonly month: string;
  readonly value: number;
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
  /** modelled less observed; null where either is missing */
  readonly errorMonths: number | null;
}
