import { answer } from "../../charts/answer.ts";
import { allPassed } from "../../charts/check-list.ts";
import {
  count,
  listNames,
  monthLabel,
  number,
  percent,
  pricePerKilogram,
  scientific,
  tonnes,
  usdAmount,
} from "../../charts/format.ts";
import { inSentence, type KnownNames, type Names, namesFrom } from "../../charts/names.ts";
import { type StripChart, shortageStrips } from "../../charts/shortage-strips.ts";
import { twoPrices } from "../../charts/two-prices.ts";
import { withoutEffectWords } from "../../charts/without-effect.ts";
import { worthBars } from "../../charts/worth-bars.ts";
import type { Rehearsal } from "../../simulation/result.ts";
import { priceTable } from "./price-table.ts";
import { type Column, table, tableAndLeftOut } from "./table.ts";
import { change, paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

export interface RehearsalRenderOptions extends RenderOptions {
  readonly names?: KnownNames;
}

/** The answer for a terminal: a paragraph, then who runs short, prices, measures and how far to trust it. */
export function renderRehearsal(rehearsal: Rehearsal, options: RehearsalRenderOptions = {}): string {
  const names = namesFrom(options.names);
  const colours = paint(options.colour);
  const width = options.width ?? 80;
  const found = answer(rehearsal, names);
  const has = found.hasMeasures;
  const head = (title: string) => colours.bold(shorten(plain(title), width));
  const strips = shortageStrips(rehearsal, names);
  // among several, a country without a single shortage has nothing under its heading; the paragraph names it
  const isBare = (chart: StripChart) => strips.length > 2 && chart.rows.length === 0;
  const blocks = [
    [
      ...wrap(plain(rehearsal.title), width).map((line) => colours.bold(line)),
      colours.dim(shorten(plain(period(rehearsal, has)), width)),
    ],
    ...warnings(withoutEffectWords(rehearsal.withoutEffect), options),
    ...found.paragraphs.map((p) => wrap(plain(p.join(" ")), width)),
    ...strips
      .filter((chart) => !isBare(chart))
      .map((chart) => [head(chart.countryName), ...shortTable(chart, has, options)]),
    [head("Prices"), ...priceTable(rehearsal, names, options)],
    ...twoPriceBlock(rehearsal, names, options, head),
    ...(rehearsal.measures.length > 0
      ? [[head("What each measure is worth"), ...measureTable(rehearsal, names, options)]]
      : []),
    [
      ...wrap(plain(assumptionLine(rehearsal)), width),
      ...wrap(plain(certificateLine(rehearsal)), width).map((l) => (allPassed(rehearsal.checks) ? l : colours.red(l))),
    ],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** What a reader has to know before the figures: a block, or none. */
export function warnings(sentences: readonly string[], options: RenderOptions): string[][] {
  const lines = sentences.flatMap((s) => wrap(plain(s), options.width ?? 80));
  return lines.length === 0 ? [] : [lines.map((line) => paint(options.colour).yellow(line))];
}

function period(rehearsal: Rehearsal, hasMeasures: boolean): string {
  const span = `${monthLabel(rehearsal.months[0] ?? "")} – ${monthLabel(rehearsal.months.at(-1) ?? "")}`;
  return hasMeasures ? `${span}; figures are without → with the measures` : span;
}

function shortTable(chart: StripChart, has: boolean, options: RenderOptions): string[] {
  const columns: Column[] = [
    { title: "end use" },
    { title: "t/yr", align: "right", drop: 4 },
    { title: "from", align: "right", drop: 1 },
    { title: "worst", align: "right" },
    { title: "months", align: "right", drop: 3 },
    { title: "not made, USD", align: "right", drop: 2 },
  ];
  const rows = chart.rows.map((r) => {
    const pair = (print: (s: typeof r.with) => string) => change(has ? print(r.without) : null, print(r.with));
    const first = has ? r.without.firstShortMonth : r.with.firstShortMonth;
    return [
      r.name,
      number(r.needTonnesPerYear),
      first === null ? "–" : monthLabel(first),
      pair((s) => percent(s.worstShortfallShare)),
      pair((s) => String(s.shortMonths)),
      pair((s) => usdAmount(s.valueAtRiskUsd)),
    ];
  });
  const named = (what: string, uses: readonly string[]) =>
    uses.length > 0 ? wrap(`${what}: ${plain(listNames(uses.map(inSentence)))}.`, options.width ?? 80) : [];
  const supplied = [
    ...named("Never short", chart.supplied),
    ...named("Not counted, since they need nothing the scenario touches", chart.untouched),
  ];
  return rows.length === 0 ? supplied : [table(columns, rows, options), ...supplied];
}

/** What is under control, in the month in which it is dearest outside; nothing when no price outside left the inside one. */
function twoPriceBlock(
  rehearsal: Rehearsal,
  names: Names,
  options: RenderOptions,
  head: (title: string) => string,
): string[][] {
  const found = twoPrices(rehearsal);
  if (found.length === 0) return [];
  const several = new Set(found.map((r) => r.inside)).size > 1;
  const columns: Column[] = [
    { title: "when dearest outside" },
    { title: "month", align: "right", drop: 2 },
    ...(several ? [{ title: "of" }] : []),
    { title: "inside", align: "right", drop: 3 },
    { title: "contract", align: "right" },
    { title: "outside", align: "right" },
    { title: "trade outside", align: "right", drop: 1 },
  ];
  const rows = found.map((r) => [
    names.commodity(r.commodity),
    monthLabel(r.month),
    ...(several ? [r.inside] : []),
    pricePerKilogram(r.insideUsdPerTonne),
    pricePerKilogram(r.contractUsdPerTonne),
    pricePerKilogram(r.outsideUsdPerTonne),
    `${tonnes(r.outsideTonnes)} ${percent(r.outsideVolumeShare)}`,
  ]);
  const title = "Contract and outside price, and the trade at the latter";
  return [[head(title), table(columns, rows, options)]];
}

function measureTable(rehearsal: Rehearsal, names: Names, options: RenderOptions): string[] {
  const chart = worthBars(rehearsal, names);
  const columns: Column[] = [
    { title: "without it would be lost" },
    { title: "USD", align: "right" },
    ...rehearsal.viewpoint.map((country): Column => ({ title: country, align: "right", drop: 2 })),
    { title: "alone", align: "right", drop: 1 },
    { title: "status", drop: 3 },
  ];
  const rows = chart.rows.map((r) => [
    r.title,
    usdAmount(r.worthUsd),
    ...r.byCountry.map((c) => usdAmount(c.usd)),
    usdAmount(r.worthAloneUsd),
    r.status,
  ]);
  return tableAndLeftOut(columns, rows, options);
}

function assumptionLine(rehearsal: Rehearsal): string {
  const n = rehearsal.assumptions.length;
  return n === 0
    ? "No figure of the dataset is assumed."
    : `${count(n, "figure")} of the dataset ${n === 1 ? "is" : "are"} assumed; the report lists them.`;
}

function certificateLine(rehearsal: Rehearsal): string {
  const { checks } = rehearsal;
  const months = count(checks.objectiveUsd.length, "month");
  const gap = `largest duality gap ${scientific(checks.maxDualityGapShare)}, mass balance ${scientific(checks.maxMassBalanceShare)}`;
  return allPassed(checks)
    ? `Certified: all ${months} cleared to the optimum (${gap}; allowed ${scientific(1e-9)}).`
    : `NOT CERTIFIED: a check of the arithmetic failed (${gap}; allowed ${scientific(1e-9)}). Do not use these numbers; please report this.`;
}
