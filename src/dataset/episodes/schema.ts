import { date, id, number, oneOf, optional, reference, text } from "../schema/column.ts";
import { origin } from "../schema/provenance.ts";
import { type RowOf, table } from "../schema/table.ts";

/** Tables that say what happened: `monazite replay` holds the model against them. The market model never reads them. */

export const episodes = table({
  file: "episodes.csv",
  about: "Past episodes that can be replayed.",
  key: "{id}",
  mayBeEmpty: true,
  columns: {
    id: id("name of the episode; data/episodes/<id>/ may hold what its baseline had otherwise"),
    title: text("what happened, in a line"),
    scenario: id("scenarios/<name>.yaml: its rules and dates"),
    control: date("YYYY-MM: the month the control began"),
    outcomes: oneOf(
      ["compared", "withheld"],
      "compared: observed.csv holds what happened; withheld: kept out on purpose, for others to compare",
    ),
    notGiven: optional(
      text(
        "events of the scenario, separated by spaces, that nobody reported: assumed, and left out of the literal reading",
      ),
    ),
    baseline: text("what the baseline stands for, and how far it is from the truth of that time"),
    reading: text("what the differences teach; docs/validation.md prints it"),
  },
});
export type EpisodeRow = RowOf<typeof episodes>;

export const measures = ["exports", "inside-price", "outside-price", "price-ratio", "line-stopped"] as const;
export const replayUnits = ["t/month", "kg/month", "USD/kg", "times", "yes"] as const;

export const replaySeries = table({
  file: "replay_series.csv",
  about: "What is compared in an episode, and how it is read off a run.",
  key: "{episode}:{series}",
  mayBeEmpty: true,
  columns: {
    episode: id("episodes.csv, id"),
    series: id("name of the series"),
    title: text("what it is, for people"),
    measure: oneOf(
      measures,
      "exports (ordinary shipments), inside-price or outside-price (docs/model.md, Two prices; with a destination the price there), price-ratio (outside over inside), line-stopped (a product line gets under 95 % of what it needs beyond thrift)",
    ),
    commodities: optional(
      text(
        "commodities separated by spaces; `dysprosium-metal*1.148` counts 1.148 for each tonne; for line-stopped, lines that need any of them, or all lines if blank",
      ),
    ),
    origin: optional(id("the exporting or controlling country")),
    destination: optional(id("where to; blank = everywhere else")),
    unit: oneOf(replayUnits, "t/month, kg/month, USD/kg, times (multiple of the month in `base`; ratio), yes (1 or 0)"),
    base: optional(date("YYYY-MM that a multiple is of")),
    note: optional(text("what makes modelled and observed differ by definition")),
  },
});
export type ReplaySeriesRow = RowOf<typeof replaySeries>;

export const observed = table({
  file: "observed.csv",
  about: "What was observed, month by month, as its publisher says it.",
  key: "{episode}:{series}:{month}",
  mayBeEmpty: true,
  columns: {
    episode: id("episodes.csv, id"),
    series: id("replay_series.csv, series"),
    unit: oneOf(replayUnits, "unit of value"),
    month: date("YYYY-MM; the first month of a mean of several"),
    months: number("how many months the value is the mean of; a single month is 1", [1, 120]),
    value: number("what was observed", [0, 1e12]),
    source: reference("sources.id", "who says so"),
    locator: optional(text("page, sentence or table within the source")),
    status: origin.status,
    note: optional(text("how it was read; estimated and assumed need one")),
  },
});
export type ObservedRow = RowOf<typeof observed>;
