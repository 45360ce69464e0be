/** Numbers as people read them: few digits, a unit, no line break between the two (U+00A0). The same on every machine. */
const SPACE = "\u00a0";
const MINUS = "\u2212";
const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const fixed = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

function withDigits(value: number, digits: number): string {
  const text = fixed[digits]!.format(Math.abs(value));
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? MINUS + text : text;
}

/** Two to three digits that matter: 1,240 · 31 · 4.2 · 0.31 */
export function number(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size === 0 || size >= 9.95) return withDigits(value, 0);
  if (size >= 0.995) return withDigits(value, 1);
  return withDigits(value, size >= 0.0995 ? 2 : 3);
}

/** `1,240 t` */
export function tonnes(value: number): string {
  return `${number(value)}${SPACE}t`;
}

const MONEY_STEPS = [
  { size: 1e12, suffix: "tn" },
  { size: 1e9, suffix: "bn" },
  { size: 1e6, suffix: "m" },
] as const;

/** `3.2 bn`, `420 m`, `12,000`: US dollars without the word */
export function usdAmount(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const step = MONEY_STEPS.find((s) => size >= 0.9995 * s.size);
  if (!step) return withDigits(roundTo(value, 3), 0);
  const scaled = value / step.size;
  return `${withDigits(roundTo(scaled, 3), Math.abs(scaled) >= 9.95 ? 0 : 1)}${SPACE}${step.suffix}`;
}

/** `USD 3.2 bn` */
export function usd(value: number): string {
  return `USD${SPACE}${usdAmount(value)}`;
}

/** `USD 1.52 bn`: three digits, where sums that hardly differ are held against each other */
export function usdFine(value: number): string {
  return `USD${SPACE}${usdAmountFine(value)}`;
}

/** `1.52 bn`, `20.4 m`, `715 m`: {@link usdFine} without the word */
export function usdAmountFine(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const step = MONEY_STEPS.find((s) => size >= 0.9995 * s.size);
  if (!step) return usdAmount(value);
  const scaled = roundTo(value / step.size, 3);
  const digits = Math.abs(scaled) >= 99.95 ? 0 : Math.abs(scaled) >= 9.995 ? 1 : 2;
  return `${withDigits(scaled, digits)}${SPACE}${step.suffix}`;
}

/** `USD 235/kg`, from USD per tonne: the unit in which these materials are quoted */
export function pricePerKilogram(usdPerTonne: number): string {
  return `USD${SPACE}${number(usdPerTonne / 1000)}/kg`;
}

/** `3.4×` */
export function multiple(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return `${withDigits(value, value >= 9.95 ? 0 : value >= 0.995 ? 1 : 2)}×`;
}

/** `34 %` from 0.34; anything above nothing is at least `<1 %` */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  if (share > 1e-6 && share < 0.005) return `<1${SPACE}%`;
  return `${withDigits(share * 100, 0)}${SPACE}%`;
}

/** `1 month`, `12 months` */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${withDigits(value, 0)}${SPACE}${value === 1 ? one : many}`;
}

/** `Apr 2025` from `2025-04` or `2025-04-17` */
export function monthLabel(month: string): string {
  const found = /^(\d{4})-(\d{2})/.exec(month);
  const name = found ? MONTH_NAMES[Number(found[2]) - 1] : undefined;
  return found && name ? `${name}${SPACE}${found[1]}` : month;
}

/** `4 Apr 2025` from `2025-04-04` */
export function dayLabel(day: string): string {
  const found = /^\d{4}-\d{2}-(\d{2})$/.exec(day);
  return found ? `${Number(found[1])}${SPACE}${monthLabel(day)}` : monthLabel(day);
}

/** `a, b and c` */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Names in a row: as {@link list}, but with semicolons where a name has a comma or an “and” of its own. */
export function listNames(names: readonly string[]): string {
  return names.some((name) => /,| and /.test(name)) ? names.join("; ") : list(names);
}

/** A tiny share in powers of ten, for checks: `8×10⁻¹²`, or `0`. */
export function scientific(value: number): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return "–";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  const digits = [...String(exponent)].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)])).join("");
  return `${withDigits(value / 10 ** exponent, 1)}×10${digits}`;
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
