import type { Format } from "../format.ts";

/** Words of the screen "sources". */
export const sources = (f: Format) => ({
  title: "Sources",
  lead: "Where every figure comes from, where figures disagree, and under which licence they are.",
  finding: (v: {
    readonly figures: number;
    readonly sources: number;
    readonly reported: number;
    readonly estimated: number;
    readonly assumed: number;
  }) =>
    `Everything here rests on ${f.number(v.figures)} figures from ${f.number(v.sources)} sources: ${f.percent(v.reported)} are reported, ${f.percent(v.estimated)} are estimated from what is reported, ${f.percent(v.assumed)} are assumptions of ours.`,
  shares: {
    title: "How sure the figures are",
    lead: "By what they are about: reported by a publisher, estimated from what is reported, or assumed.",
    description: (v: { readonly tables: number }) =>
      `Bars for ${f.number(v.tables)} kinds of figures: how many are reported, estimated and assumed. The same numbers are in the table below.`,
    table: "Kind of figure",
    all: "All",
    mark: (v: { readonly table: string; readonly status: string; readonly count: number; readonly share: number }) =>
      `${v.table}, ${v.status}: ${f.number(v.count)} ${f.plural(v.count, { one: "figure", other: "figures" })}, ${f.percent(v.share)}`,
    figures: (v: { readonly count: number }) =>
      `${f.number(v.count)} ${f.plural(v.count, { one: "figure", other: "figures" })}`,
  },
  figures: {
    title: "Every figure",
    lead: "Search by material, country, source or note; open a figure to see its range, its place in the source and what was decided.",
    search: "Search the figures",
    status: "Status",
    kind: "Kind",
    source: "Source",
    any: "all",
    found: (v: { readonly count: number }) =>
      `${f.number(v.count)} ${f.plural(v.count, { one: "figure", other: "figures" })}`,
    suggestions: "Did you mean:",
    caption: "Figures of the dataset",
    name: "Figure",
    value: "Value",
    unit: "Unit",
    range: "Range",
    year: "Year",
    clear: "Show all figures",
    withheld: "not published",
    at: "Row",
    locator: "Place in the source",
    licence: "Licence",
    id: "Name for the command line",
    explained: (v: { readonly name: string }) => `Figure: ${v.name}`,
    close: "Close",
  },
  disagreements: {
    title: "Where figures disagree",
    lead: (v: { readonly count: number }) =>
      `${f.number(v.count)} published figures that contradict each other, and which one is used.`,
    caption: "Disagreements between published figures",
    topic: "About",
    first: "One says",
    second: "The other says",
    note: "Why, and which is used",
  },
  adjustments: {
    title: "What balancing moved most",
    lead: "Mining, trade and use must add up; these figures had to give way most to make them, counted in standard deviations of the figure.",
    caption: "Figures moved by balancing",
    activity: "Flow or plant",
    before: "Figure, t a year",
    after: "Balanced, t a year",
    change: "Change",
    sigmas: "Standard deviations",
  },
  licences: {
    title: "Sources and licences",
    lead: "Who published what, under which terms, and how many figures rest on it.",
    caption: "Sources of the dataset",
    publisher: "Publisher",
    work: "Title",
    licence: "Licence",
    passOn: "May be passed on",
    yes: "yes",
    no: "no",
    facts: "single facts, cited",
    figures: "Figures",
    open: (v: { readonly count: number }) => `${f.number(v.count)}: show these figures`,
    show: (v: { readonly publisher: string }) => `Show the figures of ${v.publisher}`,
  },
  tables: {
    compositions: "What ores hold",
    separations: "What separation yields",
    recipes: "What is made of what",
    production: "Production",
    capacities: "Capacity",
    facilities: "Plants and mines",
    applications: "Value of products",
    application_inputs: "What products need",
    demand: "Demand",
    demand_curves: "How demand answers to price",
    prices: "Prices",
    parameters: "Assumptions of the model",
    stocks: "Stocks",
    trade: "Trade",
  } as Readonly<Record<string, string>>,
});

export type SourcesWords = ReturnType<typeof sources>;
