import type { EpisodeRow, Episodes, ObservedRow, ReplaySeriesRow, SourceRow } from "../dataset/index.ts";
import { monthsBetween } from "../policy/calendar.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import { type ComputedRun, named, readable, runPolicies, type Workbench } from "../simulation/rehearse.ts";
import type { Run } from "../simulation/result.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { SeriesFan } from "./fan.ts";
import { measuredRun, modelledSeries } from "./measure.ts";
import type { AsGiven, FirstStop, Replay, ReplayedSeries, ReplayInput } from "./result.ts";
import { meanOver, score } from "./score.ts";
import { stoppedLines } from "./stops.ts";

/**
 * Runs the rules and dates of an episode through the model and holds its months against what was observed.
 * @param episode row of data/episodes.csv; its series and observations are found in `episodes`
 * @param workbench of the dataset as the episode had it (see `episodeDataset`)
 * Errors: as {@link runPolicies}.
 */
export function replay(
  workbench: Workbench,
  episode: EpisodeRow,
  scenario: Scenario,
  episodes: Episodes,
  sources: readonly SourceRow[],
): Replay {
  const policies = [...named(scenario.events), ...named(scenario.measures)];
  const computed = runPolicies(workbench, scenario, policies);
  const run = readable(computed, 0);
  const notGiven = episode.notGiven.split(" ");
  const given = policies.filter((p) => !notGiven.includes(p.id));
  const rows = episodes.series.filter((s) => s.episode === episode.id);
  const seen = episodes.observed.filter((o) => o.episode === episode.id);
  return {
    episode: episode.id,
    title: episode.title,
    scenario: episode.scenario,
    rules: scenario.title,
    description: scenario.description,
    baseline: episode.baseline,
    outcomes: episode.outcomes,
    reading: episode.reading,
    control: episode.control,
    inputs: policies.map(
      ({ id, kind, title, from, to, source, status }): ReplayInput => ({
        id,
        kind,
        title,
        from,
        to,
        source,
        status,
        given: !notGiven.includes(id),
      }),
    ),
    series: rows.map((row) => replayed(computed, run, row, episode, seen, sources)),
    firstStops: rows.flatMap((row) =>
      row.measure === "line-stopped" ? [firstStop(computed, row, seen, episode)] : [],
    ),
    asGiven: given.length < policies.length ? literal(workbench, scenario, policies, given, rows) : null,
    checks: run.checks,
  };
}

function replayed(
  computed: ComputedRun,
  run: Run,
  row: ReplaySeriesRow,
  episode: EpisodeRow,
  seen: readonly ObservedRow[],
  sources: readonly SourceRow[],
): ReplayedSeries {
  const observations = seen.filter((o) => o.series === row.series).toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const modelled = modelledSeries(computed, run, row);
  const observed = run.months.map(
    (month) => observations.find((o) => o.month === month && o.months === 1)?.value ?? null,
  );
  const trough = row.measure === "exports" || row.measure === "inside-price";
  const publishers = [...new Set(observations.map((o) => o.source))].map((id) => {
    const source = sources.find((s) => s.id === id)!;
    return `${source.publisher}: ${source.title}`;
  });
  return {
    name: row.series,
    title: row.title,
    measure: row.measure,
    unit: row.unit,
    months: run.months,
    modelled,
    observed,
    source: publishers.length > 0 ? publishers.join("; ") : null,
    observations: observations.map(({ month, months, value, status, source, locator, note }) => ({
      month,
      months,
      value,
      modelled: meanOver(modelled, run.months.indexOf(month), months),
      status,
      source,
      locator,
      note,
    })),
    note: row.note,
    score: score(modelled, observed, trough ? "trough" : "peak", run.months.indexOf(episode.control), {
      means: observations.flatMap(({ month, months, value }) =>
        months > 1 ? [{ at: run.months.indexOf(month), months, value }] : [],
      ),
      ...(episode.outcomes === "withheld" ? { nothing: "withheld, for others to compare" } : {}),
    }),
  };
}

/** The same rules without those that nobody reported. */
function literal(
  workbench: Workbench,
  scenario: Scenario,
  policies: readonly NamedPolicy[],
  given: readonly NamedPolicy[],
  rows: readonly ReplaySeriesRow[],
): AsGiven {
  const computed = runPolicies(workbench, scenario, given, undefined, { record: "light" });
  const run = measuredRun(computed, rows);
  return {
    without: policies.filter((p) => !given.includes(p)).map((p) => p.id),
    series: rows.map((row) => ({ name: row.series, modelled: modelledSeries(computed, run, row) })),
    firstStops: rows.flatMap((row) => (row.measure === "line-stopped" ? [modelledStop(computed, row)] : [])),
  };
}

function modelledStop(computed: ComputedRun, row: ReplaySeriesRow) {
  const stopped = stoppedLines(computed, row);
  const at = stopped.findIndex((lines) => lines.length > 0);
  return {
    country: row.destination,
    modelledMonth: at < 0 ? null : computed.months[at]!,
    applications: stopped[at] ?? [],
  };
}

function firstStop(
  computed: ComputedRun,
  row: ReplaySeriesRow,
  seen: readonly ObservedRow[],
  { outcomes }: EpisodeRow,
): FirstStop {
  const modelled = modelledStop(computed, row);
  const { modelledMonth } = modelled;
  const stops = seen.filter((o) => o.series === row.series && o.value > 0).map((o) => o.month);
  const observedMonth = stops.sort()[0] ?? null;
  return {
    ...modelled,
    observedMonth,
    reason: observedMonth !== null ? null : outcomes === "withheld" ? "withheld" : "not known",
    errorMonths: modelledMonth && observedMonth ? monthsBetween(observedMonth, modelledMonth) : null,
  };
}

/** The replay with the fan of each series that has one, and how many of the observed months it holds. */
export function withFans(result: Replay, fans: ReadonlyMap<string, SeriesFan>): Replay {
  return {
    ...result,
    series: result.series.map((series) => {
      const fan = fans.get(series.name);
      return fan ? { ...series, fan, coverage: coverageOf(series, fan, result.control) } : series;
    }),
  };
}

/** Months from the control on; a month that is observed at a bound lies within. */
function coverageOf({ observed, months }: ReplayedSeries, { p05, p95 }: SeriesFan, control: string): number | null {
  const known = observed.flatMap((value, t) =>
    months[t]! >= control && value !== null && p05[t] !== null && p95[t] !== null ? [{ value, t }] : [],
  );
  if (known.length === 0) return null;
  return known.filter(({ value, t }) => value >= p05[t]! && value <= p95[t]!).length / known.length;
}
