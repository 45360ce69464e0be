import { monthLabel, number, percent } from "../../charts/format.ts";
import { scoreWords } from "../../charts/replay-words.ts";
import type { EpisodeRow } from "../../dataset/index.ts";
import type { Replay, ReplayedSeries } from "../../replay/index.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

/** The episodes there are, a line each. */
export function renderReplays(episodes: readonly EpisodeRow[], options: RenderOptions = {}): string {
  const columns = [{ title: "episode" }, { title: "control from" }, { title: "what happened", drop: 1 }];
  const rows = episodes.map((e) => [e.id, monthLabel(e.control), e.title]);
  return `${table(columns, rows, options)}\n`;
}

/** An episode for a terminal: what went in, then every series month by month beside what was observed, with its score. */
export function renderReplay(replay: Replay, options: RenderOptions = {}): string {
  const colours = paint(options.colour);
  const width = options.width ?? 80;
  const head = (title: string) => colours.bold(shorten(plain(title), width));
  const inputs = table(
    [{ title: "what went in" }, { title: "from" }, { title: "to" }, { title: "status", drop: 1 }],
    replay.inputs.map((i) => [i.title, i.from, i.to ?? "–", i.status]),
    options,
  );
  const [seen, unseen] = [true, false].map((was) =>
    replay.series.filter((s) => s.unit !== "yes" && s.score.observedMonths > 0 === was),
  );
  const blocks = [
    [head(replay.title), ...wrap(plain(replay.description), width)],
    [...wrap(plain(`Baseline: ${replay.baseline}.`), width)],
    [inputs],
    ...seen!.map((s) => [
      head(`${s.title}, ${s.unit}`),
      observedTable(s, options),
      ...wrap(`All months as modelled: ${modelledMonths(s)}`, width).map(plain),
      ...scoreLines(s, width),
    ]),
    ...unseen!.map((s) => [head(`${s.title}, ${s.unit} (nothing observed)`), ...modelledLines(s, width)]),
    ...(replay.firstStops.length > 0 ? [[head("First stop of a product line"), stops(replay, options)]] : []),
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
  const rows = series.months.flatMap((month, t) => {
    const modelled = series.modelled[t] ?? null;
    const observed = series.observed[t] ?? null;
    if (observed === null) return [];
    const error = modelled !== null && observed > 0 ? signed(modelled / observed - 1) : "–";
    return [
      [
        monthLabel(month),
        told(modelled),
        told(observed),
        error,
        ...(series.fan ? [`${told(series.fan.p05[t] ?? null)} to ${told(series.fan.p95[t] ?? null)}`] : []),
        series.observations.find((o) => o.month === month)?.status ?? "",
      ],
    ];
  });
  return table(columns, rows, options);
}

function scoreLines(series: ReplayedSeries, width: number): string[] {
  const { observedMonths } = series.score;
  const words = `Over ${observedMonths} observed ${observedMonths === 1 ? "month" : "months"}: ${scoreWords(series).join("; ")}${coverage(series)}.`;
  return [...wrap(plain(words), width), ...(series.note === "" ? [] : wrap(plain(series.note), width))];
}

function modelledLines(series: ReplayedSeries, width: number): string[] {
  return [
    ...wrap(modelledMonths(series), width).map(plain),
    ...(series.note === "" ? [] : wrap(plain(series.note), width)),
  ];
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
    { title: "observed" },
    { title: "lines that stop first", drop: 1 },
  ];
  const rows = replay.firstStops.map((s) => [
    s.country,
    s.modelledMonth === null ? "none" : monthLabel(s.modelledMonth),
    s.observedMonth === null ? "not known" : monthLabel(s.observedMonth),
    s.applications.join(", "),
  ]);
  return table(columns, rows, options);
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
