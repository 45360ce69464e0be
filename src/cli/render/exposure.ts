import { dayLabel, number, percent, usdAmount } from "../../charts/format.ts";
import type { AvailabilityRule } from "../../exposure/availability.ts";
import type { Exposure, ProductExposure, Remedy, SupplierExposure } from "../../exposure/result.ts";
import { type Column, table } from "./table.ts";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

export interface ExposureRenderOptions extends RenderOptions {
  /** the scenario was not named by the user, so say which it is */
  readonly chosenForYou?: boolean;
}

const MOST_REMEDIES = 5;
const MOST_PRODUCTS = 5;
const MOST_ROWS = 40;
const LONGEST_COMMODITY = 21;
const LONGEST_INPUT = 16; // leaves room for what a row is measured by in 80 columns

/** The answer for a terminal: a line, products, what would buy time, and what each row rests on. */
export function renderExposure(exposure: Exposure, options: ExposureRenderOptions = {}): string {
  const colours = paint(options.colour);
  const width = options.width ?? 80;
  const head = (title: string) => colours.bold(shorten(plain(title), width));
  const { withoutMeasures, settings } = exposure;
  const plainRun = withoutMeasures?.products ?? exposure.products;
  const blocks = [
    [
      ...wrap(plain(exposure.title), width).map((line) => colours.bold(line)),
      ...wrap(plain(basis(exposure, options)), width),
    ],
    wrap(plain(answer(plainRun)), width),
    [head(withoutMeasures ? "Without the scenario's measures" : "Products"), productTable(plainRun, options)],
    ...(withoutMeasures ? [withTheMeasures(exposure, options, head)] : []),
    ...remedyBlocks(plainRun, head, options),
    [head("What each row rests on"), inputTable(plainRun, options), ...notes(plainRun, width)],
    wrap(
      `Least: the smallest share of the order that arrives in any month. A second source takes over ${percent(settings.secondSourceShare)} of the order from the first day; nobody delivers more than was ordered, except to bring stock back (up to ${settings.mostOfOrder} times). Slows: under ${percent(settings.slowBelowShare)} of production; stops: under ${percent(settings.stoppedBelowShare)}. docs/exposure.md says how this is computed.`,
      width,
    ),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function remedyBlocks(
  products: readonly ProductExposure[],
  head: (title: string) => string,
  options: RenderOptions,
): string[][] {
  const helped = products.filter((p) => p.remedies.length > 0);
  const blocks = helped
    .slice(0, MOST_PRODUCTS)
    .map((p) => [head(`What buys time for ${p.product}`), remedyTable(p, options)]);
  const more = helped.length - MOST_PRODUCTS;
  return more > 0 ? [...blocks, [`… and remedies for ${more} more products (--json and --csv have them)`]] : blocks;
}

function basis(exposure: Exposure, { chosenForYou }: ExposureRenderOptions): string {
  const choice = chosenForYou ? ` No --scenario given: this is the shipped ${exposure.scenario}.` : "";
  return `${dayLabel(exposure.from)} to ${dayLabel(exposure.to)}; stock as in the file on the first day.${choice}`;
}

function answer(products: readonly ProductExposure[]): string {
  const [first] = products;
  if (!first || first.slowsOn === null)
    return "No product slows down: every input arrives or lasts to the end of the run.";
  const lost = products.reduce((sum, p) => sum + p.lostMarginUsd, 0);
  const best = first.remedies[0];
  const dearest = first.remedies.toSorted((a, b) => b.marginSavedUsd - a.marginSavedUsd)[0];
  const saves =
    dearest && dearest.marginSavedUsd > (best?.marginSavedUsd ?? 0)
      ? ` What saves most margin: ${remedyName(dearest)} (${usdAmount(dearest.marginSavedUsd)} USD).`
      : "";
  const help = best
    ? best.daysGained > 0
      ? ` What buys it most time: ${remedyName(best)} (${gained(best)}).${saves}`
      : " Nothing that was tried buys it a day."
    : "";
  return `${first.product} slows first, on ${dayLabel(first.slowsOn)}, for want of ${first.limiting}. All products together lose ${usdAmount(lost)} USD of margin.${help}`;
}

function withTheMeasures(exposure: Exposure, options: RenderOptions, head: (title: string) => string): string[] {
  const withTable = productTable(exposure.products, options);
  return withTable === productTable(exposure.withoutMeasures!.products, options)
    ? wrap("With the measures of the scenario the table is the same, to the digits shown.", options.width ?? 80)
    : [head("With the measures"), withTable];
}

function productTable(products: readonly ProductExposure[], options: RenderOptions): string {
  const columns: Column[] = [
    { title: "product" },
    { title: "slows on" },
    { title: "stops on", drop: 3 },
    { title: "cover", align: "right", drop: 1 },
    { title: "lost, USD", align: "right" },
    { title: "for want of" },
    { title: "best remedy", drop: 2 },
  ];
  const rows = products.map((p) => [
    p.product,
    p.slowsOn ?? "–",
    p.stopsOn ?? "–",
    p.coverDays === null ? "–" : `${p.coverDays} d`,
    usdAmount(p.lostMarginUsd),
    shorten(p.limiting ?? "–", LONGEST_COMMODITY),
    p.remedies[0] && p.remedies[0].daysGained > 0 ? remedyName(p.remedies[0]) : "–",
  ]);
  return table(columns, rows, options);
}

function remedyTable({ remedies }: ProductExposure, options: RenderOptions): string {
  const columns: Column[] = [
    { title: "remedy" },
    { title: "slows on" },
    { title: "days gained", align: "right" },
    { title: "margin saved, USD", align: "right" },
    { title: "of its supply", align: "right", drop: 1 },
  ];
  const most = remedies.slice(0, MOST_REMEDIES);
  const rows = most.map((r) => [
    remedyName(r),
    r.slowsOn ?? "–",
    gained(r),
    usdAmount(r.marginSavedUsd),
    r.shareOfSupply === null ? "" : percent(r.shareOfSupply),
  ]);
  const more = remedies.length - most.length;
  return `${table(columns, rows, options)}${more > 0 ? `\n… and ${more} more (--json has them)` : ""}`;
}

function remedyName({ kind, country, extraDays }: Remedy): string {
  if (kind === "second-source") return `from ${country}`;
  return kind === "stock" ? `+${extraDays} d stock` : `+${extraDays} d of all`;
}

function gained({ daysGained, holds }: Remedy): string {
  return holds ? `${daysGained} d, to the end` : `${daysGained} d`;
}

function inputTable(products: readonly ProductExposure[], options: RenderOptions): string {
  const columns: Column[] = [
    { title: "product" },
    { title: "row", align: "right" },
    { title: "commodity", drop: 1 },
    { title: "supplier" },
    { title: "least", align: "right" },
    { title: "measured by, t/month", drop: 2 },
  ];
  const rows = inputsInOrder(products).flatMap(({ product, input }) =>
    input.suppliers.map((s) => [
      product.product,
      String(input.line),
      shorten(input.commodity, LONGEST_INPUT),
      `${s.given} ${percent(s.share)}`,
      percent(s.availability.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)),
      measuredBy(s, product.modelCountry),
    ]),
  );
  const more = rows.length - MOST_ROWS;
  const shown = table(columns, rows.slice(0, MOST_ROWS), options);
  return more > 0 ? `${shown}\n… and ${more} more (--json has them)` : shown;
}

/** Rows as the file has them. */
function inputsInOrder(products: readonly ProductExposure[]) {
  return products
    .flatMap((product) => product.inputs.map((input) => ({ product, input })))
    .sort((a, b) => a.input.line - b.input.line);
}

function measuredBy(supplier: SupplierExposure, country: string): string {
  const { country: from, rule, baselineTonnesPerMonth } = supplier;
  const flow = (name: string) => `${name}, ${number(baselineTonnesPerMonth)}`;
  const names: Readonly<Record<AvailabilityRule, string>> = {
    route: flow(`${from} > ${country}`),
    "own-production": flow(`made in ${from}`),
    exports: flow(`all from ${from}`),
    "new-exports": flow(`new from ${from}`),
    production: `users in ${from} (no route)`,
    "supplier-uses": `users in ${from} (no route)`,
    uses: `users in ${country} (no route)`,
  };
  return names[rule];
}

function notes(products: readonly ProductExposure[], width: number): string[] {
  const all = inputsInOrder(products).flatMap(({ input }) => input.notes.map((note) => `Row ${input.line}: ${note}.`));
  const lines =
    all.length > MOST_ROWS ? [...all.slice(0, MOST_ROWS), `… and ${all.length - MOST_ROWS} more notes`] : all;
  return lines.flatMap((note) => wrap(plain(note), width));
}
