/** Tonnes in one unit of a weight, as the USGS writes it. */
export const TONNES: Readonly<Record<string, number>> = {
  kilograms: 0.001,
  "metric tons": 1,
  "thousand metric tons": 1000,
  "thousand metric dry tons": 1000,
  "million metric tons": 1e6,
};

const POUNDS_PER_TONNE = 2204.62262;
const TROY_OUNCES_PER_TONNE = 32150.7466;

/** Dollars per tonne in one unit of a price; undefined for units of a laboratory's package or a market's index. */
export const USD_PER_TONNE: Readonly<Record<string, number | undefined>> = {
  "dollars per metric ton": 1,
  "dollars per metric ton unit": 100,
  "dollars per dry metric ton unit": 100,
  "dollars per kilogram": 1000,
  "dollars per gram": 1e6,
  "dollars per pound": POUNDS_PER_TONNE,
  "cents per pound": POUNDS_PER_TONNE / 100,
  "dollars per troy ounce": TROY_OUNCES_PER_TONNE,
  "dollars per 10-grams": undefined,
  "dollars per 25 grams": undefined,
  "dollars per 50 grams": undefined,
  "dollars per 100 milliliters": undefined,
  "dollars per 100 mililiters": undefined,
};

/** What a cell of the Mineral Commodity Summaries says. */
export type Value =
  | { readonly kind: "number"; readonly value: number; readonly bound?: "more-than" | "less-than" }
  | { readonly kind: "withheld"; readonly why: string }
  | { readonly kind: "range" | "net-exporter" }
  | { readonly kind: "fault"; readonly message: string };

const WITHHELD: Readonly<Record<string, string>> = {
  W: "W: withheld to avoid disclosing company proprietary data",
  NA: "NA: not available",
  XX: "XX: not applicable",
  s: "s: included with another row",
};
const NUMBER = /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$|^\.\d+$/;

/** Reads a value as printed: thousands separators, an em dash for zero, W, NA, XX, E, `>50`, `<1`, `890–1,000`. */
export function readValue(text: string): Value {
  const cell = text.trim();
  if (cell === "—") return { kind: "number", value: 0 };
  if (cell === "E") return { kind: "net-exporter" };
  const why = Object.hasOwn(WITHHELD, cell) ? WITHHELD[cell] : undefined;
  if (why !== undefined) return { kind: "withheld", why };
  const bound = cell.startsWith(">") ? "more-than" : cell.startsWith("<") ? "less-than" : undefined;
  const digits = bound ? cell.slice(1).trim() : cell;
  if (NUMBER.test(digits)) {
    const value = Number(digits.replaceAll(",", ""));
    return bound ? { kind: "number", value, bound } : { kind: "number", value };
  }
  if (/^[\d,.]+\s*[-–]\s*[\d,.]+$/.test(cell)) return { kind: "range" };
  if (/^[-−]\s*[\d,.]+$/.test(cell)) return { kind: "fault", message: `is negative: ${JSON.stringify(cell)}` };
  return { kind: "fault", message: `is not a number or a code of the USGS: ${JSON.stringify(cell)}` };
}

/** Converts without showing digits that floating point made up. */
export const scaled = (value: number, factor: number): number => Number((value * factor).toPrecision(12));
