import type { Lang } from "../address/fields/shared.ts";

/** Numbers, dates and lists as a language writes them. */
export interface Format {
  readonly lang: Lang;
  /** @param digits significant digits; absent: whole numbers and thousands as they are, else three */
  number(value: number, digits?: number): string;
  /** @param share 0–1 */
  percent(share: number, digits?: number): string;
  /** `1,240 t`; a thousand tonnes and more in three digits */
  tonnes(value: number): string;
  tonnesPerMonth(value: number): string;
  /** `$1.2 billion` */
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
const made = new Map<Lang, Format>();

/** The format of a language; made once. */
export function formatOf(lang: Lang): Format {
  const known = made.get(lang) ?? makeFormat(lang);
  made.set(lang, known);
  return known;
}

function makeFormat(lang: Lang): Format {
  const locale = LOCALES[lang];
  const plurals = new Intl.PluralRules(locale);
  const numberFormat = once((key: string) => new Intl.NumberFormat(locale, JSON.parse(key)));
  const print = (value: number, options: Intl.NumberFormatOptions) =>
    numberFormat(JSON.stringify(options)).format(value);
  const significant = (value: number, digits = 3): Intl.NumberFormatOptions =>
    Math.abs(value) >= 10 ** digits ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits };
  const dateFormat = once((key: string) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...JSON.parse(key) }));
  const printDate = (iso: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(JSON.stringify(options)).format(new Date(`${iso}T00:00:00Z`));
  const conjunction = new Intl.ListFormat(locale, { type: "conjunction" });
  const disjunction = new Intl.ListFormat(locale, { type: "disjunction" });
  const inUnit = (value: number, unit: string, unitDisplay: "short" | "long" = "long") =>
    print(value, { style: "unit", unit, unitDisplay, maximumFractionDigits: 0 });
  const tonnes = (value: number) => `${print(rounded(value, 3), significant(value))}\u00a0t`;
  return {
    lang,
    number: (value, digits) => print(value, significant(value, digits)),
    percent: (share, digits = 0) => print(share, { style: "percent", maximumFractionDigits: digits }),
    tonnes,
    tonnesPerMonth: (value) => tonnes(value) + PER_MONTH[lang],
    usd: (value) =>
      print(value, {
        style: "currency",
        currency: "USD",
        currencyDisplay: "narrowSymbol",
        notation: "compact",
        compactDisplay: "long",
        maximumSignificantDigits: 3,
      }),
    usdPerTonne: (value) =>
      `${print(rounded(value, 3), { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", ...significant(value) })}/t`,
    days: (value) => inUnit(value, "day"),
    months: (value) => inUnit(value, "month"),
    month: (value) => printDate(`${value}-01`, { month: "long", year: "numeric" }),
    shortMonth: (value) => printDate(`${value}-01`, { month: "short", year: "numeric" }),
    date: (value) => printDate(value, { day: "numeric", month: "long", year: "numeric" }),
    list: (texts) => conjunction.format(texts),
    or: (texts) => disjunction.format(texts),
    plural: (value, { one, other }) => (plurals.select(value) === "one" && one !== undefined ? one : other),
  };
}

const PER_MONTH: Readonly<Record<Lang, string>> = { en: "/month", de: "/Monat", ja: "/月" };

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
