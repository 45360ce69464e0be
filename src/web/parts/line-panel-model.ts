/** What a line is: its colour and dash are the style sheet's business (`.line-ROLE`). */
export type LineRole = "without" | "with" | "inside" | "outside" | "outside-faint" | "compared" | "normal";

export interface PanelLine {
  readonly role: LineRole;
  readonly values: ArrayLike<number>;
}

/** Between two percentiles. */
export interface PanelBand {
  readonly role: "without" | "with";
  /** the middle half of the draws, within nine of ten */
  readonly inner: boolean;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

export interface LinePanel {
  readonly id: string;
  readonly lines: readonly PanelLine[];
  readonly bands: readonly PanelBand[];
}

export interface PanelScale {
  readonly kind: "linear" | "log";
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** From nothing to the least round number that holds the largest value. */
export function linearScale(largest: number, most = Number.POSITIVE_INFINITY): PanelScale {
  const top = Math.min(most, largest);
  const rough = Math.max(top, 1e-9) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((s) => s * power).find((s) => s >= rough * 0.999)!;
  const steps = Math.ceil(top / step - 1e-9);
  const ticks = Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  return { kind: "linear", low: 0, high: ticks.at(-1)!, ticks };
}

const LOG_TICKS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const MOST_LOG_TICKS = 5;

/** For multiples of a price: at least from 0.8 to 2. */
export function logScale(least: number, largest: number): PanelScale {
  const low = Math.max(0.04, Math.min(0.8, least) / 1.06);
  const high = Math.max(2, largest) * 1.08;
  const within = LOG_TICKS.filter((t) => t >= low && t <= high);
  const decades = within.filter((t) => /^[01.]+$/.test(String(t)));
  return { kind: "log", low, high, ticks: within.length > MOST_LOG_TICKS ? decades : within };
}

/** Where a value lies, 0 at the bottom, 1 at the top; what is outside is drawn at the edge. */
export function heightOf({ kind, low, high }: PanelScale, value: number): number {
  const at =
    kind === "log"
      ? (Math.log(Math.max(value, 1e-12)) - Math.log(low)) / (Math.log(high) - Math.log(low))
      : (value - low) / (high - low || 1);
  return Math.min(1, Math.max(0, at));
}

/** The size of the plot of one panel, pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Where the middle of a month lies. */
export function monthAt(month: number, months: number, width: number): number {
  return round(((month + 0.5) / months) * width);
}

/** The months of a place on the axis. */
export function monthUnder(x: number, months: number, width: number): number {
  return Math.min(months - 1, Math.max(0, Math.floor((x / width) * months)));
}

/** An SVG path through the middles of the months; what is no number interrupts it. */
export function linePath(values: ArrayLike<number>, scale: PanelScale, { width, height }: PlotSize): string {
  let path = "";
  let drawing = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      drawing = false;
      continue;
    }
    path += `${drawing ? "L" : "M"}${monthAt(i, values.length, width)} ${round(height * (1 - heightOf(scale, value)))}`;
    drawing = true;
  }
  return path;
}

/** The outline of a band. */
export function bandPath({ low, high }: PanelBand, scale: PanelScale, size: PlotSize): string {
  const months = high.length;
  const y = (value: number) => round(size.height * (1 - heightOf(scale, value)));
  const there = Array.from({ length: months }, (_, i) => `${monthAt(i, months, size.width)} ${y(high[i]!)}`);
  const back = Array.from({ length: months }, (_, i) => `${monthAt(i, months, size.width)} ${y(low[i]!)}`).reverse();
  return `M${[...there, ...back].join("L")}Z`;
}

/** The largest of some series. */
export function largestOf(series: readonly ArrayLike<number>[], least = 0): number {
  let largest = least;
  for (const values of series) for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
  return largest;
}

/** The least of some series. */
export function leastOf(series: readonly ArrayLike<number>[], most: number): number {
  let least = most;
  for (const values of series) for (let i = 0; i < values.length; i++) least = Math.min(least, values[i]!);
  return least;
}

/** Places of the years on an axis, as shares of it; only as many as there is room for. */
export function yearsOn(months: readonly string[], width: number): { readonly year: string; readonly at: number }[] {
  const years = months.flatMap((month, i) =>
    month.endsWith("-01") || i === 0 ? [{ year: month.slice(0, 4), at: i / months.length }] : [],
  );
  const LABEL_PIXELS = 34;
  const kept: { year: string; at: number }[] = [];
  for (const year of years.reverse()) {
    const next = kept.at(-1);
    if (next === undefined || (next.at - year.at) * width >= LABEL_PIXELS) kept.push(year);
  }
  return kept.reverse();
}

/** A text in lines that fit a width, by how wide letters usually are; the last is cut where there is no room. */
export function wrapped(text: string, width: number, fontPixels: number, mostLines: number): string[] {
  const widthOf = (letters: string) =>
    [...letters].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : /[A-ZÄÖÜmw%]/.test(c) ? 0.7 : 0.54), 0) *
    fontPixels;
  const words = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s?/g) ?? [];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + word).trimEnd()) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  const kept = lines.slice(0, mostLines).map((line) => line.trimEnd());
  return kept.map((line, i) => {
    const isCut = i === kept.length - 1 && lines.length > mostLines;
    if (!isCut && widthOf(line) <= width) return line;
    let short = line;
    while (short.length > 1 && widthOf(`${short}…`) > width) short = short.slice(0, -1);
    return `${short.trimEnd()}…`;
  });
}
