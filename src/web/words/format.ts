import type { Lang } from "../address/fields/shared.ts";
import { unitWords } from "./units.ts";

/** Numbers, dates and lists as a language writes them. What is no number is a dash. */
export interface Format {
  readonly lang: Lang;
  /** @param digits significant digits; absent: whole numbers and thousands as they are, else three */
  number(value: number, digits?: number): string;
  /** @param share 0–1 @param digits decimals; absent: none */
  percent(share: number, digits?: number): string;
  /** `1,240 t` in three digits; from a million on `1.24 Mt`, in Japanese from a hundred thousand `12.4万トン` */
  tonnes(value: number): string;
  tonnesPerMonth(value: number): string;
  tonnesPerYear(value: number): string;
  /** `$1.24bn`, `1,24 Mrd. USD`, `12.4億ドル` in three digits */
  usd(value: number): string;
  usdPerTonne(value: number): string;
  days(value: number): string;
  months(value: number): string;
  /** `December 2026` for `2026-12` */
  month(value: string): string;
  /** `Dec 2026` */
  shortMonth(value: string): string;
  /** `3 December 2026` for `2026-12-03` */
  date(value: string): string;
  list(texts: readonly string[]): string;
  or(texts: readonly string[]): string;
  /** the form of a word that goes with a number; Japanese has one, German and English two */
  plural(value: number, forms: { readonly one?: string; readonly other: string }): string;
}

const LOCALES: Readonly<Record<Lang, string>> = { en: "en-GB", de: "de-DE", ja: "ja-JP" };
/** British September is "Sept", as long as a German one. */
const SHORT_MONTH_LOCALES: Readonly<Record<Lang, string>> = { ...LOCALES, en: "en-US" };
const made = new Map<Lang, Format>();

/** The format of a language; made once. */
export function formatOf(lang: Lang): Format {
  const known = made.get(lang) ?? makeFormat(lang);
  made.set(lang, known);
  return known;
}

function makeFormat(lang: Lang): Format {
  const locale = LOCALES[lang];
  const unit = unitWords[lang];
  const plurals = new Intl.PluralRules(locale);
  const numberFormat = once((key: string) => new Intl.NumberFormat(locale, JSON.parse(key)));
  const print = (value: number, options: Intl.NumberFormatOptions) =>
    Number.isFinite(value)
      ? numberFormat(JSON.stringify({ ...options, signDisplay: "negative" }))
          .format(value)
          .replace("-", "−")
      : "–";
  const significant = (value: number, digits = 3): Intl.NumberFormatOptions =>
    Math.abs(value) >= 10 ** digits ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits };
  const inThree = (value: number) => print(rounded(value, 3), significant(value));
  const scaled = (value: number, least: number) => {
    const size = Math.abs(rounded(value, 3));
    const scale = size >= least ? unit.scales.find(({ from }) => size >= from) : undefined;
    return scale === undefined ? inThree(value) : inThree(value / scale.from) + scale.word;
  };
  const dateFormat = once((key: string) => {
    const [where, options] = JSON.parse(key);
    return new Intl.DateTimeFormat(where, { timeZone: "UTC", ...options });
  });
  const printDate = (iso: string, options: Intl.DateTimeFormatOptions, where = locale) =>
    dateFormat(JSON.stringify([where, options])).format(new Date(`${iso}T00:00:00Z`));
  const conjunction = new Intl.ListFormat(locale, { type: "conjunction" });
  const disjunction = new Intl.ListFormat(locale, { type: "disjunction" });
  const plural = (value: number, { one, other }: { readonly one?: string; readonly other: string }) =>
    plurals.select(value) === "one" && one !== undefined ? one : other;
  const counted = (value: number, forms: { readonly one: string; readonly other: string }) => {
    const whole = Math.round(value);
    return print(whole, {}) + plural(whole, forms);
  };
  const tonnes = (value: number) =>
    unit.megatonnes !== undefined && Math.abs(rounded(value, 3)) >= 1e6
      ? inThree(value / 1e6) + unit.megatonnes
      : unit.tonnes(scaled(value, lang === "ja" ? 1e5 : 1e6));
  return {
    lang,
    number: (value, digits) => print(value, significant(value, digits)),
    percent: (share, digits = 0) => print(share, { style: "percent", maximumFractionDigits: digits }),
    tonnes,
    tonnesPerMonth: (value) => tonnes(value) + unit.perMonth,
    tonnesPerYear: (value) => tonnes(value) + unit.perYear,
    usd: (value) => signed(value, (size) => unit.usd(scaled(size, 1e6))),
    usdPerTonne: (value) => signed(value, (size) => unit.usd(scaled(size, lang === "ja" ? 1e6 : 1e9)) + unit.perTonne),
    days: (value) => counted(value, unit.days),
    months: (value) => counted(value, unit.months),
    month: (value) => printDate(`${value}-01`, { month: "long", year: "numeric" }),
    shortMonth: (value) => printDate(`${value}-01`, { month: "short", year: "numeric" }, SHORT_MONTH_LOCALES[lang]),
    date: (value) => printDate(value, { day: "numeric", month: "long", year: "numeric" }),
    list: (texts) => conjunction.format(texts),
    or: (texts) => disjunction.format(texts),
    plural,
  };
}

/** The minus stands before the sign of the currency. */
function signed(value: number, print: (size: number) => string): string {
  return value < 0 ? `−${print(-value)}` : print(value);
}

function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function once<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
