import { count, monthLabel, number, percent } from "../../charts/format.ts";
import { scoreWords } from "../../charts/replay-words.ts";
import type { EpisodeRow } from "../../dataset/index.ts";
import { headlineOf, type Replay, type ReplayedSeries, spanWords, unreportedStopWords } from "../../replay/index.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

/** The episodes there are, a line each. */
export function renderReplays(episodes: readonly EpisodeRow[], options: RenderOptions = {}): string {
  const width = options.width ?? 80;
  const columns = [{ title: "episode", whole: true }, { title: "control from", drop: 1 }, { title: "what happened" }];
  const left = width - Math.max(0, ...episodes.map((e) => [...e.id].length)) - "control from".length - 4;
  const rows = episodes.map((e) => [e.id, monthLabel(e.control), shorten(plain(e.title), Math.max(20, left))]);
  const [first] = episodes;
  const how = first ? wrap(`Run one with: monazite replay ${first.id}`, width) : [];
  return `${[table(columns, rows, options), "", ...how].join("\n")}\n`;
}

/** An episode for a terminal: what went in, then every series month by month beside what was observed, with its score. */
export function renderReplay(replay: Replay, options: RenderOptions = {}): string {
  const colours = paint(options.colour);
  const width = options.width ?? 80;
  const head = (title: string) => colours.bold(shorten(plain(title), width));
  const inputs = table(
    [{ title: "what went in" }, { title: "from" }, { title: "to" }, { title: "given" }, { title: "status", drop: 1 }],
    replay.inputs.map((i) => [i.title, i.from, i.to ?? "–", i.given ? "yes" : "no", i.status]),
    options,
  );
  const [seen, unseen] = [true, false].map((was) =>
    replay.series.filter((s) => s.unit !== "yes" && s.score.observationCount > 0 === was),
  );
  const blocks = [
    [head(replay.title), ...wrap(plain(replay.description), width)],
    [...wrap(plain(`Baseline: ${replay.baseline}.`), width)],
    [inputs],
    ...headline(replay, head, width, options),
    ...seen!.map((s) => [
      head(`${s.title}, ${s.unit}`),
      observedTable(s, options),
      ...modelledWords(s, literalOf(replay, s), width),
      ...scoreLines(s, width),
    ]),
    ...unseen!.map((s) => [
      head(`${s.title}, ${s.unit} (${replay.outcomes === "withheld" ? "withheld" : "nothing observed"})`),
      ...modelledLines(s, literalOf(replay, s), width),
    ]),
    ...(replay.firstStops.length > 0
      ? [[head("First stop of a product line"), stops(replay, options), ...unreported(replay, width)]]
      : []),
    wrap(plain(`Reading: ${replay.reading}`), width),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function observedTable(series: ReplayedSeries, options: RenderOptions): string {
  const columns = [
    { title: "month" },
    { title: "modelled", align: "right" as const },
    { title: "observed", align: "right" as const },
    { title: "error", align: "right" as const },
    ...(series.fan ? [{ title: "5 to 95 % of draws", align: "right" as const }] : []),
    { title: "status", drop: 1 },
  ];
  const rows = series.observations.map((seen) => {
    const { modelled, value, months } = seen;
    const t = series.months.indexOf(seen.month);
    const band = months === 1 ? `${told(series.fan?.p05[t] ?? null)} to ${told(series.fan?.p95[t] ?? null)}` : "–";
    return [
      spanWords(seen, monthLabel),
      told(modelled),
      told(value),
      modelled !== null && value > 0 ? signed(modelled / value - 1) : "–",
      ...(series.fan ? [band] : []),
      seen.status,
    ];
  });
  return table(columns, rows, options);
}

function scoreLines(series: ReplayedSeries, width: number): string[] {
  const { observationCount } = series.score;
  const words = `Over ${count(observationCount, "observation")}: ${scoreWords(series).join("; ")}${coverage(series)}.`;
  return [...wrap(plain(words), width), ...(series.note === "" ? [] : wrap(plain(series.note), width))];
}

/** First of all the months that rest on an input nobody reported, beside the same without it. */
function headline(replay: Replay, head: (title: string) => string, width: number, options: RenderOptions): string[][] {
  const found = headlineOf(replay);
  if (!found) return [];
  const columns = [
    { title: "month" },
    { title: "as replayed", align: "right" as const },
    { title: "given inputs only", align: "right" as const },
  ];
  const rows = found.rows.map((r) => [monthLabel(r.month), told(r.asReplayed), told(r.asGiven)]);
  return [
    [
      head(`${found.title}, ${found.unit}`),
      ...wrap(plain(`Assumed and not given: ${found.assumed.join("; ")}. Without it, the literal reading:`), width),
      table(columns, rows, options),
    ],
  ];
}

/** The series with the given inputs alone, where that is another run. */
function literalOf({ asGiven }: Replay, { name }: ReplayedSeries): readonly (number | null)[] | undefined {
  return asGiven?.series.find((s) => s.name === name)?.modelled;
}

function modelledWords(
  series: ReplayedSeries,
  literal: readonly (number | null)[] | undefined,
  width: number,
): string[] {
  return [
    ...wrap(`All months as modelled: ${modelledMonths(series)}`, width).map(plain),
    ...(literal
      ? wrap(`With the given inputs only: ${modelledMonths({ ...series, modelled: literal })}`, width).map(plain)
      : []),
  ];
}

function modelledLines(
  series: ReplayedSeries,
  literal: readonly (number | null)[] | undefined,
  width: number,
): string[] {
  return [...modelledWords(series, literal, width), ...(series.note === "" ? [] : wrap(plain(series.note), width))];
}

/** `2025-01–2025-03 4,905 2025-04 490 …`: months that print the same number stand together. */
function modelledMonths({ months, modelled }: ReplayedSeries): string {
  const runs: { first: string; last: string; value: string }[] = [];
  months.forEach((month, t) => {
    const value = told(modelled[t] ?? null);
    const run = runs.at(-1);
    if (run?.value === value) run.last = month;
    else runs.push({ first: month, last: month, value });
  });
  return runs
    .map(({ first, last, value }) =>
      `${first === last ? first : `${first}–${last}`} ${value}`.replaceAll(" ", "\u00a0"),
    )
    .join(" ");
}

function stops(replay: Replay, options: RenderOptions): string {
  const columns = [
    { title: "country" },
    { title: "modelled" },
    ...(replay.asGiven ? [{ title: "given inputs only" }] : []),
    { title: "observed" },
    { title: "lines that stop first", drop: 1 },
  ];
  const literal = (country: string) => replay.asGiven?.firstStops.find((s) => s.country === country)?.modelledMonth;
  const month = (m: string | null | undefined) => (m ? monthLabel(m) : "none");
  const rows = replay.firstStops.map((s) => [
    s.country,
    month(s.modelledMonth),
    ...(replay.asGiven ? [month(literal(s.country))] : []),
    s.observedMonth === null ? (s.reason ?? "") : monthLabel(s.observedMonth),
    s.applications.join(", "),
  ]);
  return table(columns, rows, options);
}

function unreported(replay: Replay, width: number): string[] {
  const words = unreportedStopWords(replay, monthLabel);
  return words === null ? [] : wrap(plain(`${words[0]!.toUpperCase()}${words.slice(1)}.`), width);
}

function told(value: number | null): string {
  return value === null ? "–" : number(value);
}

function signed(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}

/** How many observed months the draws hold, where there are draws. */
function coverage({ fan, coverage: share }: ReplayedSeries): string {
  return fan && share !== null && share !== undefined
    ? `; ${percent(share)} of those from the control on within 5 to 95 % of ${fan.draws} draws`
    : "";
}
