import type { OutcomeSummary } from "../simulation/draws/outcome-summary.ts";
import type { SweepSummary } from "../simulation/draws/summary.ts";
import type { ColumnInfo } from "../simulation/draws/sweep.ts";
import { monthLabel, percent, pricePerKilogram, tonnes, usdAmount } from "./format.ts";
import { inSentence, type Names } from "./names.ts";

/** A use in a country over all draws. */
export interface ShortageRow {
  readonly country: string;
  readonly name: string;
  readonly probability: number;
  /** middle draw's first short month, and that of the unluckiest 5 %; null = it never comes in that draw */
  readonly firstMonth: string | null;
  readonly earliestMonth: string | null;
  readonly expectedMonthsIfShort: number | null;
  readonly worstShare: { readonly p50: number; readonly p95: number };
}

/** Uses that run short in any draw, the likeliest first, then the longest. */
export function shortageRows(summary: SweepSummary, names: Names): ShortageRow[] {
  const outcome = (kind: string, country: string, use: string) =>
    summary.outcomes.find((o) => o.id === `${kind}/${country}/${use}`)!;
  const month = (index: number | null) => (index === null ? null : summary.months[Math.round(index)]!);
  return summary.shortages
    .filter((s) => s.probability > 0)
    .toSorted(
      (a, b) =>
        b.probability - a.probability ||
        b.expectedMonths - a.expectedMonths ||
        (`${a.country}/${a.use}` < `${b.country}/${b.use}` ? -1 : 1),
    )
    .map(({ country, use, probability, expectedMonthsIfShort }) => {
      const first = outcome("firstShortMonth", country, use);
      const worst = outcome("worstShortfallShare", country, use);
      return {
        country,
        name: names.use(use),
        probability,
        firstMonth: month(first.p50),
        earliestMonth: month(first.p05),
        expectedMonthsIfShort,
        worstShare: { p50: worst.p50!, p95: worst.p95! },
      };
    });
}

/** An outcome with its name for people and its numbers as text. */
export interface OutcomeRow {
  readonly name: string;
  readonly mean: string;
  readonly p05: string;
  readonly p50: string;
  readonly p95: string;
  readonly worst: string;
}

/** Money, and the highest prices in the viewpoint countries, over all draws; shortages have rows of their own. */
export function moneyRows(summary: SweepSummary, names: Names): OutcomeRow[] {
  const viewpoint = new Set(summary.shortages.map((s) => s.country));
  return summary.outcomes
    .filter(({ id }) => {
      const [kind, , country] = id.split("/");
      return kind === "valueAtRisk" || kind === "extraBill" || (kind === "peakPrice" && viewpoint.has(country!));
    })
    .map((outcome) => {
      const text = (value: number | null) => (value === null ? "–" : valueText(outcome, value));
      const { mean, p05, p50, p95, cvar95 } = outcome;
      return {
        name: columnName(outcome, names),
        mean: text(mean),
        p05: text(p05),
        p50: text(p50),
        p95: text(p95),
        worst: text(cvar95),
      };
    });
}

/** What an outcome or series is called, from its id. */
export function columnName(column: ColumnInfo, names: Names): string {
  const [kind, a = "", b = ""] = column.id.split("/");
  switch (kind) {
    case "valueAtRisk":
      return a === "total" ? "Products not made" : `Products not made, ${names.country(a)}`;
    case "extraBill":
      return "Bill over base prices";
    case "peakPrice":
      return `${names.country(b)}, ${inSentence(names.commodity(a))}, peak`;
    case "price":
      return `${names.commodity(a)}, ${names.country(b)}`;
    case "shortfallShare":
      return `${names.use(b)}, ${names.country(a)}`;
    case "coverDays":
      return `${names.commodity(a)}, ${names.country(b)}`;
    default:
      return column.title;
  }
}

/** A value of a column with its unit, for people. */
export function valueText({ unit }: ColumnInfo, value: number): string {
  if (unit === "USD/t") return pricePerKilogram(value);
  return unit === "t" ? tonnes(value) : usdAmount(value);
}

/** An input and the share of an outcome's variance that it explains. */
export interface InfluenceRow {
  readonly name: string;
  readonly firstOrder: number;
  readonly standardError: number | null;
  readonly total: number | null;
  readonly totalStandardError: number | null;
}

/** `34 %` from an index of 0.34; those below nothing show how much is noise and keep their sign. */
export function indexText(value: number | null): string {
  if (value === null) return "–";
  return value < 0 && value > -0.005 ? `>\u2212${percent(0.01)}` : percent(value);
}

/** The inputs that matter most for an outcome, first-order values below 0 as they are; none when it never varies. */
export function influenceRows(summary: SweepSummary, outcome: string, most = 10): InfluenceRow[] {
  const titles = new Map(summary.inputs.map((i) => [i.id, i.title]));
  const found = summary.sensitivity.find((s) => s.outcome === outcome);
  return (found?.inputs ?? [])
    .filter((i) => i.firstOrder.value !== null)
    .slice(0, most)
    .map(({ input, firstOrder, total }) => ({
      name: titles.get(input)!,
      firstOrder: firstOrder.value!,
      standardError: firstOrder.standardError,
      total: total?.value ?? null,
      totalStandardError: total?.standardError ?? null,
    }));
}

/** Which of the runs a scenario has was drawn. */
export function drawnWords({ withoutMeasures, hasMeasures = true }: SweepSummary): string {
  if (!hasMeasures) return "Every draw is the run of the scenario’s events; it has no measures.";
  return withoutMeasures
    ? "Every draw is the run of the events without the measures; none has them (that is another sweep)."
    : "Every draw is the run with all measures; none is without them (that is another sweep, --without-measures).";
}

/** The answer in sentences: what is lost on average and at worst, and who runs short how surely. */
export function sweepAnswer(summary: SweepSummary, names: Names): string[] {
  const total = summary.outcomes.find((o): o is OutcomeSummary => o.id === "valueAtRisk/total")!;
  const rows = shortageRows(summary, names);
  const sure = rows.filter((r) => r.probability >= 0.95).length;
  const money = (value: number | null) => `USD ${usdAmount(value ?? 0)}`;
  return [
    `In ${summary.draws} draws products worth ${money(total.mean)} are not made for want of material; in nine of ten draws between ${money(total.p05)} and ${money(total.p95)}, in the worst twentieth ${money(total.cvar95)} on average.`,
    rows.length === 0
      ? "No end use runs short in any draw."
      : `Of ${summary.shortages.length} end uses ${sure} run short in at least 95 % of draws, ${rows.length - sure} in some, and ${summary.shortages.length - rows.length} in none.`,
  ];
}

/** `Apr 2025`, or what it means that there is none. */
export function monthOrNever(month: string | null): string {
  return month === null ? "never" : monthLabel(month);
}
