import { type Replay, type ReplayedSeries, spanWords } from "../replay/index.ts";
import { monthLabel, number, percent } from "./format.ts";
import { roundTicks } from "./panel.ts";

/** A series of a replay as a chart: a line for the model, a dot for each observation. */
export interface ReplayChart {
  readonly title: string;
  /** unit, and what the score says where there is one */
  readonly subtitle: string;
  readonly months: readonly string[];
  readonly scale: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly line: readonly (number | null)[];
  /** the same without the inputs that were not given; null where all were */
  readonly literal: readonly (number | null)[] | null;
  /** 5th and 95th percentile of draws, where there are draws; `at` is an index of months */
  readonly band: readonly { readonly at: number; readonly low: number; readonly high: number }[];
  /** `at` is an index of months; a mean of several stands in their middle */
  readonly dots: readonly { readonly at: number; readonly value: number }[];
  /** index of the month in which the control begins */
  readonly control: number;
  /** said by a screen reader in place of the picture */
  readonly description: string;
}

/** Beyond this ratio of largest to smallest a straight scale hides the small. */
const LOG_ABOVE_RATIO = 10;
const LOG_TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** A chart per series but those that only say whether a line stands; observed ones first. */
export function replayCharts(replay: Replay): ReplayChart[] {
  const shown = replay.series.filter((s) => s.unit !== "yes");
  const seen = shown.filter((s) => s.score.observationCount > 0);
  return [...seen, ...shown.filter((s) => !seen.includes(s))].map((s) => chart(s, replay));
}

function chart(series: ReplayedSeries, replay: Replay): ReplayChart {
  const dots = series.observations.flatMap(({ month, months, value }) => {
    const at = series.months.indexOf(month);
    return at < 0 ? [] : [{ at: at + (months - 1) / 2, value }];
  });
  const band = series.months.flatMap((_, at) => {
    const [low, high] = [series.fan?.p05[at] ?? null, series.fan?.p95[at] ?? null];
    return low === null || high === null ? [] : [{ at, low, high }];
  });
  const literal = replay.asGiven?.series.find((s) => s.name === series.name)?.modelled ?? null;
  const values = [
    ...[...series.modelled, ...(literal ?? [])].flatMap((v) => (v === null ? [] : [v])),
    ...dots.map((d) => d.value),
    ...band.flatMap((b) => [b.low, b.high]),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isLog = series.measure !== "exports" && low > 0 && high / low > LOG_ABOVE_RATIO;
  const domain: [number, number] = isLog ? [low / 1.15, high * 1.15] : [0, high * 1.08];
  const at = isLog
    ? LOG_TICKS.filter((t) => t >= domain[0] && t <= domain[1])
    : roundTicks(high, 3).filter((t) => t <= domain[1]);
  const { score } = series;
  const said =
    score.observationCount === 0
      ? replay.outcomes === "withheld"
        ? "what happened is withheld"
        : "nothing observed"
      : `error over the sum ${percent(score.wape ?? Number.NaN)}, ${score.observationCount} observed`;
  return {
    title: series.title,
    subtitle: `${series.unit}${isLog ? ", log scale" : ""}; ${said}`,
    months: series.months,
    scale: isLog ? "log" : "linear",
    domain,
    ticks: at.map((tick) => ({
      at: tick,
      label: tick >= 1000 ? `${number(tick / 1000)}k` : String(Number(tick.toPrecision(3))),
    })),
    line: series.modelled,
    literal,
    band,
    dots,
    control: series.months.indexOf(replay.control),
    description: `${describe(series, replay)}${literal ? ` ${lowest("As replayed", series.modelled, series.months)} ${lowest("With the given inputs only", literal, series.months)}` : ""}`,
  };
}

function lowest(what: string, values: readonly (number | null)[], months: readonly string[]): string {
  const known = values.flatMap((value, t) => (value === null ? [] : [{ value, t }]));
  const low = known.reduce((a, b) => (b.value < a.value ? b : a), { value: Number.POSITIVE_INFINITY, t: 0 });
  return `${what} the lowest is ${number(low.value)}, in ${monthLabel(months[low.t]!)}.`;
}

function describe(series: ReplayedSeries, { outcomes }: Replay): string {
  const nothing = outcomes === "withheld" ? "What happened is withheld." : "Nothing was observed.";
  const seen = series.observations
    .filter((o) => series.months.includes(o.month))
    .map(
      (o) =>
        `${spanWords(o, monthLabel)}: modelled ${o.modelled === null ? "nothing" : number(o.modelled)}, observed ${number(o.value)}`,
    );
  return `${series.title}, ${series.unit}. ${seen.length === 0 ? nothing : `${seen.join("; ")}.`}`;
}
