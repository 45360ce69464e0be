import { percent } from "../../charts/format.ts";
import { type KnownNames, namesFrom } from "../../charts/names.ts";
import { indexText, influenceRows, moneyRows, monthOrNever, shortageRows, sweepAnswer } from "../../charts/sweep.ts";
import { withoutEffectWords } from "../../charts/without-effect.ts";
import type { SweepSummary } from "../../simulation/draws/summary.ts";
import { warnings } from "./rehearsal.ts";
import { type Column, table } from "./table.ts";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

export interface SweepRenderOptions extends RenderOptions {
  readonly names?: KnownNames;
}

/** The summary of a sweep for a terminal: the answer, money and prices, who runs short, and which inputs matter. */
export function renderSweep(summary: SweepSummary, options: SweepRenderOptions = {}): string {
  const width = options.width ?? 80;
  const names = namesFrom(options.names);
  const head = (title: string) => paint(options.colour).bold(shorten(title, width));
  const blocks = [
    ...warnings(withoutEffectWords(summary.withoutEffect), options),
    sweepAnswer(summary, names).flatMap((sentence) => wrap(plain(sentence), width)),
    [moneyTable(summary, options)],
    ...shortageBlock(summary, options, head),
    ...influenceBlock(summary, options, head),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function moneyTable(summary: SweepSummary, options: SweepRenderOptions): string {
  const columns: Column[] = [
    { title: "over all draws, USD" },
    { title: "p05", align: "right", drop: 1 },
    { title: "p50", align: "right" },
    { title: "p95", align: "right", drop: 2 },
    { title: "worst 5 %", align: "right" },
    { title: "mean", align: "right", drop: 3 },
  ];
  const names = { ...namesFrom(options.names), country: (id: string) => id }; // names would push columns out
  const rows = moneyRows(summary, names).map((r) => [
    r.name,
    ...[r.p05, r.p50, r.p95, r.worst, r.mean].map((cell) => cell.replace(/^USD\s/, "")),
  ]);
  return table(columns, rows, options);
}

function shortageBlock(
  summary: SweepSummary,
  options: SweepRenderOptions,
  head: (title: string) => string,
): string[][] {
  const rows = shortageRows(summary, namesFrom(options.names));
  if (rows.length === 0) return [];
  const columns: Column[] = [
    { title: "end use" },
    { title: "", drop: 0 },
    { title: "chance", align: "right" },
    { title: "from (p50)", align: "right", drop: 1 },
    { title: "from (p05)", align: "right", drop: 4 },
    { title: "months", align: "right", drop: 2 },
    { title: "worst p50", align: "right", drop: 3 },
    { title: "worst p95", align: "right", drop: 5 },
  ];
  const cells = rows.map((r) => [
    r.name,
    r.country,
    percent(r.probability),
    monthOrNever(r.firstMonth),
    monthOrNever(r.earliestMonth),
    r.expectedMonthsIfShort!.toFixed(0),
    percent(r.worstShare.p50),
    percent(r.worstShare.p95),
  ]);
  const never = summary.shortages.length - rows.length;
  const more = `${never} more end ${never === 1 ? "use never runs" : "uses never run"} short (--json has them).`;
  const rest = never > 0 ? wrap(more, options.width ?? 80) : [];
  const title = "Who runs short: chance, first month, months short if so, worst shortfall";
  return [[head(title), table(columns, cells, options), ...rest]];
}

function influenceBlock(
  summary: SweepSummary,
  options: SweepRenderOptions,
  head: (title: string) => string,
): string[][] {
  const rows = influenceRows(summary, "valueAtRisk/total");
  if (rows.length === 0) return [];
  const title = "Which inputs matter: share of the variance of products not made";
  const lines = (text: string) => wrap(text, options.width ?? 80);
  if (summary.sensitivityNote !== null) return [[head(title), ...lines(`Not told: ${summary.sensitivityNote}.`)]];
  const hasTotal = rows.some((r) => r.total !== null);
  const columns: Column[] = [
    { title: "input" },
    { title: "alone", align: "right" },
    { title: "±", align: "right", drop: 1 },
    ...(hasTotal
      ? [{ title: "with others", align: "right", drop: 2 } as const, { title: "±", align: "right", drop: 3 } as const]
      : []),
  ];
  const cells = rows.map((r) => [
    r.name,
    indexText(r.firstOrder),
    indexText(r.standardError),
    ...(hasTotal ? [indexText(r.total), indexText(r.totalStandardError)] : []),
  ]);
  const left = summary.inputs.length - rows.length;
  const more =
    left > 0 ? lines(`${left} more ${left === 1 ? "input explains" : "inputs explain"} less (--json has them).`) : [];
  return [[head(title), table(columns, cells, options), ...more]];
}
