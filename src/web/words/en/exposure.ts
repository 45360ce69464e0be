import type { Format } from "../format.ts";

/** Words of the screen "exposure". */
export const exposure = (f: Format) => ({
  title: "Your exposure",
  lead: "Which of your products stops first, from a bill of materials that never leaves this browser.",
  finding: (v: {
    readonly product: string;
    readonly slows: string;
    readonly slow: number;
    readonly all: number;
    readonly lost: number;
  }) =>
    `“${v.product}” runs short first, on ${f.date(v.slows)}; ${f.number(v.slow)} of ${f.number(v.all)} ${f.plural(v.all, { one: "product", other: "products" })} slow down, and ${f.usd(v.lost)} of margin is lost.`,
  findingNone: (v: { readonly all: number }) =>
    `In this scenario none of the ${f.number(v.all)} ${f.plural(v.all, { one: "product", other: "products" })} slows down.`,
  file: {
    title: "Bill of materials",
    lead: "A table (CSV or Excel), one row per product and material. It is read in this browser only: nothing of it is sent, kept or logged, and it is gone when you close the page.",
    drop: "Drop the file here, or choose one",
    choose: "Choose a file",
    example: "Try the example",
    template: "Download the example as a template",
    using: (v: { readonly name: string; readonly rows: number }) =>
      `${v.name}: ${f.number(v.rows)} ${f.plural(v.rows, { one: "row", other: "rows" })} read.`,
    reading: (v: { readonly name: string }) => `Reading ${v.name} …`,
    forget: "Forget the file",
    exampleName: "Example",
    columns: "What the columns mean",
    country: (v: { readonly country: string }) => `Rows that name no country count as built in ${v.country}.`,
  },
  columns: {
    product: "name, in every row",
    units_per_month: "units made in an ordinary month",
    margin_usd_per_unit: "margin that is lost with a unit that is not made, USD",
    country: "where it is built, three-letter code; may be left out",
    commodity: "what it needs, such as `ndfeb-high-coercivity`; or a material with its stage",
    stage: "`separation`, `metal`, `magnet` …; may be left out",
    kg_per_unit: "kilograms of it in a unit",
    supplier_shares: "who delivers it, such as `CHN:0.8;JPN:0.2`",
    days_of_stock: "days of full production the stock lasts",
  } as Readonly<Record<string, string>>,
  settings: {
    since: "Stock as in the file on the first of",
    first: "the first month",
    second: "Order moved to a second source",
    measures: "Measures",
    with: "with the measures of the scenario",
    without: "without measures",
  },
  chart: {
    title: "When products run short",
    lead: "What suppliers deliver of the scarcest material, month by month. While they deliver too little the stock is used up; from the marked day on less than 95 % of the product can be made.",
    description: (v: { readonly products: number }) =>
      `A strip for each of ${f.number(v.products)} products: what suppliers deliver each month, how long the stock lasts, and the days on which it slows and stops. The same dates are in the table below.`,
    delivered: "delivered of what is ordered",
    onStock: "living on stock",
    slow: "slows",
    stopped: "stops",
    holds: "holds",
    span: (v: { readonly product: string; readonly what: string; readonly from: string; readonly to: string }) =>
      `${v.product}, ${v.what}: from ${f.date(v.from)} to ${f.date(v.to)}`,
    worst: (v: { readonly product: string; readonly share: number; readonly month: string }) =>
      `${v.product}: suppliers deliver ${f.percent(v.share)} in ${f.month(v.month)}, at worst`,
    from: "From",
    to: "To",
  },
  table: {
    title: "Products",
    lead: "The first to slow stands first. What buys most time is what a second source or more stock, in place from the first day, would gain.",
    caption: "Products with the days on which they slow and stop",
    product: "Product",
    country: "Built in",
    slows: "Slows on",
    stops: "Stops on",
    cover: "Cover, days",
    limiting: "Scarcest material",
    lostShare: "Units lost",
    lostMargin: "Margin lost",
    remedy: "Buys most time",
    never: "never",
    withoutMeasures: "Without measures",
  },
  remedy: {
    secondSource: (v: { readonly country: string }) => `${v.country} as second source`,
    stock: (v: { readonly extra: string }) => `${v.extra} more stock of the scarcest material`,
    stockOfAll: (v: { readonly extra: string }) => `${v.extra} more stock of everything`,
    gains: (v: { readonly what: string; readonly days: string }) => `${v.what}: +${v.days}`,
    holds: (v: { readonly what: string }) => `${v.what}; it no longer slows`,
    none: "nothing tried helps",
  },
  product: {
    title: (v: { readonly product: string }) => `What “${v.product}” needs`,
    lead: "What each supplier still delivers of the order, month by month, and what would buy time.",
    choose: "Product",
    material: "Material",
    need: "Need a month",
    stock: "Stock",
    pressed: "Suppliers short from",
    alone: "Slows by this alone",
    suppliers: "Suppliers",
    supplier: (v: { readonly country: string; readonly share: number; readonly least: number }) =>
      `${v.country} ${f.percent(v.share)}, delivers ${f.percent(v.least)} at worst`,
    worst: "Worst month",
    notes: "Before you believe it",
    inputs: "Materials of the product",
    remedies: "What would buy time, in place from the first day",
    what: "What",
    gained: "Days gained",
    saved: "Margin saved",
    slows: "Then slows on",
  },
});

export type ExposureWords = ReturnType<typeof exposure>;
