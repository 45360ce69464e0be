import { id, integer, number, oneOf, optional, text, year } from "../schema/column.ts";
import { type RowOf, table } from "../schema/table.ts";

/** Tables of data/statistics/: what publishers print, before anyone balances it. `monazite dependence` reads them. */

/** Who says so: an id of data/sources.csv, and where in it. */
const cited = {
  source: id("data/sources.csv, id: who printed it"),
  locator: optional(text("table, sheet or chapter within the source")),
};

const stages = ["mining", "refining"] as const;
const tonnes = [0, 1e11] as const;

export const materials = table({
  file: "statistics/materials.csv",
  about: "Minerals and elements that a list calls critical, and what each is a form of in the market model.",
  key: "{id}",
  columns: {
    id: id("name used by the other tables"),
    name: text("name for people"),
    symbol: optional(text("chemical symbol")),
    usgs2025: oneOf(["yes", "no"], "on the final 2025 list of critical minerals of the USGS"),
    eu2023: oneOf(["strategic", "critical", "no"], "in Annex I or II of the EU Critical Raw Materials Act"),
    modelMaterials: optional(text("materials of data/commodities.csv it stands for, separated by spaces")),
    note: optional(text("what it covers")),
  },
});
export type MaterialRow = RowOf<typeof materials>;

export const worldProduction = table({
  file: "statistics/production.csv",
  about: "Production by country as printed. A withheld value is blank, never zero.",
  key: "{material}:{stage}:{form}@{country}:{year}:{source}",
  columns: {
    material: id("statistics/materials.csv, id"),
    stage: oneOf(stages, "mining or refining"),
    form: text("what the tonnes are of, in the publisher's words"),
    country: id("ISO 3166 alpha-3; OTH = other countries of the source, WLD = the source's own world total"),
    year: year("year of production"),
    tonnes: optional(number("tonnes of contained mineral as the source defines it; blank where withheld", tonnes)),
    status: oneOf(["reported", "estimated", "withheld"], "as the source marks it"),
    ...cited,
    note: optional(text("the source's footnote")),
  },
});
export type WorldProductionRow = RowOf<typeof worldProduction>;

export const supplyShares = table({
  file: "statistics/supply_shares.csv",
  about: "Shares of countries in the supply of the world and of the EU, mean of 2016-2020.",
  key: "{material}:{stage}:{market}@{country}:{source}",
  columns: {
    material: id("statistics/materials.csv, id"),
    stage: oneOf(stages, "extraction (mining) or processing (refining)"),
    market: oneOf(["WLD", "EUU"], "whose supply"),
    country: id("ISO 3166 alpha-3 of the supplier; OTH = others"),
    share: number("share of the supply", [0, 1]),
    below: oneOf(["yes", "no"], "yes: the source prints only that it is less than this"),
    tradeParameter: number("EU trade-related parameter t: 0.8 EU, 1 none, over 1 with export restrictions", [0.5, 2]),
    ...cited,
  },
});
export type SupplyShareRow = RowOf<typeof supplyShares>;

export const useShares = table({
  file: "statistics/use_shares.csv",
  about: "What a mineral is used for, and the value added of the sector that does.",
  key: "{material}:{application}:{sector}",
  columns: {
    material: id("statistics/materials.csv, id"),
    application: text("in the publisher's words"),
    share: number("share of use", [0, 1]),
    sector: text("NACE Rev. 2, two digits"),
    valueAddedMillionEur: number("value added of the sector in the EU, million EUR", [0, 1e8]),
    ...cited,
  },
});
export type UseShareRow = RowOf<typeof useShares>;

export const governance = table({
  file: "statistics/governance.csv",
  about: "Worldwide Governance Indicators, about −2.5 (weak) to 2.5 (strong).",
  key: "{indicator}@{country}:{year}",
  columns: {
    country: id("ISO 3166 alpha-3"),
    indicator: oneOf(
      [
        "voice-and-accountability",
        "political-stability",
        "government-effectiveness",
        "regulatory-quality",
        "rule-of-law",
        "control-of-corruption",
      ],
      "which of the six",
    ),
    year: year("year of the estimate"),
    estimate: number("estimate, standard normal units", [-5, 5]),
    ...cited,
  },
});
export type GovernanceRow = RowOf<typeof governance>;

export const reliance = table({
  file: "statistics/reliance.csv",
  about: "Net import reliance as printed: imports less exports and stock changes, over apparent consumption.",
  key: "{material}:{form}@{country}:{year}",
  columns: {
    material: id("statistics/materials.csv, id"),
    form: text("what it is of, in the publisher's words"),
    country: id("ISO 3166 alpha-3 of the importer"),
    year: year("year"),
    share: optional(number("share of apparent consumption; blank where the source gives a word only", [0, 1])),
    qualifier: oneOf(["exact", "more-than", "less-than", "net-exporter", "withheld"], "how to read the share"),
    ...cited,
  },
});
export type RelianceRow = RowOf<typeof reliance>;

export const importSources = table({
  file: "statistics/import_sources.csv",
  about: "Where a country's imports came from, as printed.",
  key: "{material}:{form}:{importer}<{exporter}:{years}",
  columns: {
    material: id("statistics/materials.csv, id"),
    form: text("what it is of, in the publisher's words"),
    importer: id("ISO 3166 alpha-3"),
    exporter: id("ISO 3166 alpha-3; OTH = others"),
    years: text("first-last year of the mean"),
    share: number("share of imports", [0, 1]),
    ...cited,
  },
});
export type ImportSourceRow = RowOf<typeof importSources>;

export const publishedIndicators = table({
  file: "statistics/published_indicators.csv",
  about: "Results of criticality assessments as their publisher prints them.",
  key: "{material}:{stage}:{indicator}:{variant}",
  columns: {
    material: id("statistics/materials.csv, id"),
    stage: oneOf(stages, "extraction (mining) or processing (refining)"),
    form: text("name of the material in the assessment"),
    indicator: oneOf(["supply-risk", "economic-importance"], "which result"),
    variant: text("assessment and methodology"),
    year: year("year of the assessment"),
    value: number("as printed, 0 to 10", [0, 10]),
    ...cited,
  },
});
export type PublishedIndicatorRow = RowOf<typeof publishedIndicators>;

export const marketPrices = table({
  file: "statistics/prices.csv",
  about: "Yearly prices as printed, in the publisher's own unit.",
  key: "{material}:{form}:{year}:{source}",
  columns: {
    material: id("statistics/materials.csv, id"),
    form: text("product and place, in the publisher's words"),
    year: year("year"),
    value: number("price", [0, 1e12]),
    unit: text("as printed"),
    usdPerTonne: optional(number("the same in USD per tonne, where the unit allows", [0, 1e12])),
    ...cited,
  },
});
export type MarketPriceRow = RowOf<typeof marketPrices>;

export const tradeCodes = table({
  file: "statistics/trade_codes.csv",
  about: "Headings of the Harmonized System and the minerals they stand for.",
  key: "{hs6}:{material}",
  columns: {
    hs6: id("six digits"),
    material: id("statistics/materials.csv, id"),
    stage: oneOf([...stages, "magnet"], "stage of what is traded"),
    form: text("what the heading holds"),
    fit: oneOf(["exact", "dominant", "shared", "proxy"], "alone in it, most of it, one of several, or a stand-in"),
    containedShare: optional(
      number("tonnes of mineral, as productionForm counts it, per tonne of goods; blank where unknown", [0.001, 1]),
    ),
    productionForm: optional(
      text("form of statistics/production.csv that the heading's GeoPolRisk is scored with; blank where none fits"),
    ),
    scoring: optional(text("what the contained share rests on, or why no form of production fits")),
    ...cited,
    note: optional(text("what it misses or mixes in")),
  },
});
export type TradeCodeRow = RowOf<typeof tradeCodes>;

export const tradeFlows = table({
  file: "statistics/trade/*.csv",
  about: "Yearly trade between countries under one heading, which the file's name tells.",
  key: "{hs6}:{exporter}>{importer}:{year}:{source}",
  fileColumn: "hs6",
  columns: {
    hs6: id("six digits (the name of the file)"),
    year: year("year"),
    exporter: id("ISO 3166 alpha-3, or a BACI area outside it"),
    importer: id("ISO 3166 alpha-3, or a BACI area outside it"),
    valueThousandUsd: number("value free on board, thousand USD", [0, 1e10]),
    tonnes: optional(number("gross tonnes of goods; blank where the source gives none", tonnes)),
    source: id("data/sources.csv, id: who printed it"),
  },
});
export type TradeFlowRow = RowOf<typeof tradeFlows>;

export const energyOutlook = table({
  file: "statistics/energy_outlook.csv",
  about: "Energy scenarios: demand for and supply of minerals, and electric vehicles, by year.",
  key: "{series}:{item}:{region}:{scenario}:{year}",
  columns: {
    series: id("what is counted, e.g. mine-supply, refined-supply, cleantech-demand, ev-sales"),
    item: text("mineral or vehicle, in the publisher's words"),
    material: optional(id("statistics/materials.csv, id, where it is one")),
    region: text("ISO 3166 alpha-3 where the source names a country, else the source's region"),
    scenario: text("scenario, or historical"),
    year: integer("year", [1990, 2100]),
    value: number("value", [0, 1e13]),
    unit: text("t, vehicles, share, GWh …"),
    ...cited,
  },
});
export type EnergyOutlookRow = RowOf<typeof energyOutlook>;
