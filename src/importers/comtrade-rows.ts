import { quote } from "../dataset/index.ts";
import type { StatisticsRow } from "./importer.ts";

export type CountryFinder = (label: string) => string | { readonly skip: string } | undefined;

/** What one customs office says about one flow. */
interface Declared {
  readonly year: number;
  readonly hs6: string;
  /** M: the reporter imports; X: it exports */
  readonly flow: "M" | "X";
  readonly reporterLabel: string;
  readonly partnerLabel: string;
  readonly exporter: string;
  readonly importer: string;
  readonly usd: number;
  readonly kilograms: number | null;
}

export interface Declaration extends Declared {
  readonly file: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

type Judged =
  | { readonly kind: "declared"; readonly declared: Declared }
  | { readonly kind: "left-out"; readonly reason: string }
  | { readonly kind: "wrong"; readonly message: string; readonly remedy: string };

/** No heading trades a trillion USD, or two billion tonnes, between two countries in a year. */
const MOST_USD = 1e12;
const MOST_KILOGRAMS = 2e12;

/** Reads the cells of one row. */
export function judge(cells: Readonly<Record<string, string>>, find: CountryFinder): Judged {
  const { year = "", reporter = "", partner = "", cmd = "", flow = "", value = "", netwgt = "" } = cells;
  const wrong = (message: string, remedy: string): Judged => ({ kind: "wrong", message, remedy });
  if (!/^(19|20)\d\d$/.test(year)) return wrong(`year is ${quote(year)}`, "expected a year");
  if (flow === "RM" || flow === "RX") return { kind: "left-out", reason: "re-imports and re-exports: part of M and X" };
  if (flow !== "M" && flow !== "X") return wrong(`flow is ${quote(flow)}`, "expected M or X");
  const countries: string[] = [];
  for (const [column, label] of [
    ["reporter", reporter],
    ["partner", partner],
  ] as const) {
    const found = find(label);
    if (found === undefined)
      return wrong(
        `unknown country ${quote(label)} in ${column}`,
        "a new code needs a row m49 in data/mappings/countries.csv",
      );
    if (typeof found !== "string") return { kind: "left-out", reason: `${column} ${label}: ${found.skip}` };
    countries.push(found);
  }
  const usd = amount(value, MOST_USD);
  if (usd === undefined)
    return wrong(`value is ${quote(value)}`, `expected USD from 0 to ${MOST_USD}, with a decimal point`);
  const kilograms = netwgt === "" ? 0 : amount(netwgt, MOST_KILOGRAMS);
  if (kilograms === undefined)
    return wrong(`netwgt is ${quote(netwgt)}`, `expected kilograms from 0 to ${MOST_KILOGRAMS}, with a decimal point`);
  const [own, other] = countries as [string, string];
  if (!/^\d{1,6}$/.test(cmd) && cmd !== "TOTAL")
    return wrong(`cmd is ${quote(cmd)}`, "expected a heading of six digits, or TOTAL");
  return {
    kind: "declared",
    declared: {
      year: Number(year),
      hs6: cmd.padStart(6, "0"),
      flow,
      reporterLabel: reporter,
      partnerLabel: partner,
      exporter: flow === "X" ? own : other,
      importer: flow === "X" ? other : own,
      usd,
      kilograms: kilograms === 0 ? null : kilograms,
    },
  };
}

/** SQL that holds for the rows that `judge` finds no fault in; it may hand others over, never fewer. */
export function soundSql(labels: readonly string[]): string {
  const country = (name: string) =>
    `CASE WHEN length("${name}") < 3 THEN lpad("${name}", 3, '0') ELSE "${name}" END IN (${labels.map((l) => `'${l}'`).join(", ")})`;
  const number = (name: string, most: number) =>
    `(regexp_full_match("${name}", '[0-9]+([.][0-9]*)?([eE][-+]?[0-9]+)?') AND try_cast("${name}" AS DOUBLE) BETWEEN 0 AND ${most})`;
  return [
    `regexp_full_match("year", '(19|20)[0-9]{2}')`,
    `"flow" IN ('M', 'X', 'RM', 'RX')`,
    country("reporter"),
    country("partner"),
    `regexp_full_match("cmd", '[0-9]{1,6}|TOTAL')`,
    number("value", MOST_USD),
    `("netwgt" = '' OR ${number("netwgt", MOST_KILOGRAMS)})`,
  ].join(" AND ");
}

function amount(text: string, most: number): number | undefined {
  const value = /^\d+(\.\d*)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= most ? value : undefined;
}

/** One row per flow: as the exporter declares it (free on board), else as the importer does. */
export function flowsOf(declared: readonly Declaration[], source: string) {
  const chosen = new Map<string, Declaration>();
  for (const d of declared) {
    const key = [d.hs6, d.exporter, d.importer, d.year].join();
    if (d.flow === "X" || !chosen.has(key)) chosen.set(key, d);
  }
  const rows: StatisticsRow[] = [...chosen.values()].map((d) => ({
    hs6: d.hs6,
    year: d.year,
    exporter: d.exporter,
    importer: d.importer,
    valueThousandUsd: d.usd / 1000,
    tonnes: d.kilograms === null ? null : d.kilograms / 1000,
    source,
  }));
  const of = [...chosen.values()];
  return {
    rows,
    fromImports: of.filter((d) => d.flow === "M").length,
    withoutWeight: of.filter((d) => d.kilograms === null).length,
  };
}
