import type { Dataset } from "../../src/dataset/index.ts";

type Loose = Record<string, string | number | null>;

const units: Record<string, string> = { prices: "USD/t", production: "t/year", trade: "t/year", demand: "t/year" };

function rows<N extends keyof Dataset>(table: N, list: readonly Loose[]): Dataset[N] {
  return list.map((row, i) => ({
    value: 0,
    unit: units[table] ?? "1",
    year: 2024,
    low: null,
    high: null,
    status: "reported",
    source: "test",
    locator: "",
    note: "",
    file: `${table}.csv`,
    line: i + 2,
    figure: `${table}/${i + 2}`,
    ...row,
  })) as unknown as Dataset[N];
}

/**
 * Ore mined and separated in CHN; oxide used in CHN and shipped to JPN, where it is used in two applications.
 * Ore 1,200 t/year holds 10 % dysprosium and 90 % cerium, recovery 100 %: 120 t of Dy, 1,080 t of Ce a year.
 */
export function miniDataset(changes: Partial<Record<keyof Dataset, readonly Loose[]>> = {}): Dataset {
  const tables: Record<keyof Dataset, readonly Loose[]> = {
    sources: [{ id: "test" }],
    events: [],
    eventTerms: [],
    agreements: [],
    agreementTerms: [],
    measures: [],
    measureTerms: [],
    countries: [
      { id: "CHN", iso2: "CN", name: "China", kind: "country", modelCountry: "CHN" },
      { id: "JPN", iso2: "JP", name: "Japan", kind: "country", modelCountry: "JPN" },
      { id: "FRA", iso2: "FR", name: "France", kind: "country", modelCountry: "XRW" },
      { id: "XRW", iso2: "", name: "Rest of the world", kind: "aggregate", modelCountry: "XRW" },
    ],
    blocs: [
      { bloc: "G7", country: "JPN" },
      { bloc: "G7", country: "FRA" },
    ],
    commodities: [
      { id: "ore", name: "Ore", material: "mixed", stage: "mining", basis: "t REO" },
      { id: "dysprosium-oxide", name: "Dy oxide", material: "dysprosium", stage: "separation", basis: "t oxide" },
      { id: "cerium-oxide", name: "Ce oxide", material: "cerium", stage: "separation", basis: "t oxide" },
    ],
    groups: [
      { group: "rare-earths", member: "dysprosium" },
      { group: "rare-earths", member: "cerium" },
    ],
    compositions: [
      { class: "ore", oxide: "dysprosium-oxide", value: 0.1 },
      { class: "ore", oxide: "cerium-oxide", value: 0.9 },
    ],
    separations: [
      { recipe: "separate-ore", feed: "ore", output: "dysprosium-oxide", value: 1 },
      { recipe: "separate-ore", feed: "ore", output: "cerium-oxide", value: 1 },
    ],
    recipes: [],
    production: [
      { kind: "mine", recipe: "ore", country: "CHN", commodity: "ore", value: 1200 },
      { kind: "separate", recipe: "separate-ore", country: "CHN", commodity: "ore", value: 1200 },
      { kind: "dispose", recipe: "", country: "CHN", commodity: "cerium-oxide", value: 480 },
    ],
    capacities: [],
    facilities: [],
    applications: [
      { application: "magnets", use: "electric-vehicles", name: "Magnets", curve: "standard", value: 2_000_000 },
      { application: "polish", use: "polishing", name: "Polish", curve: "standard", value: 20_000 },
    ],
    applicationInputs: [
      { application: "magnets", commodity: "dysprosium-oxide", value: 1 },
      { application: "polish", commodity: "cerium-oxide", value: 1 },
    ],
    demand: [
      { application: "magnets", country: "CHN", value: 72 },
      { application: "magnets", country: "JPN", value: 48 },
      { application: "polish", country: "CHN", value: 600 },
    ],
    demandCurves: [
      { curve: "standard", tranche: "0", parameter: "share", value: 0.5 },
      { curve: "standard", tranche: "0", parameter: "elasticity", value: 1 },
      { curve: "standard", tranche: "1", parameter: "share", value: 0.5 },
      { curve: "standard", tranche: "1", parameter: "elasticity", value: 0.1 },
    ],
    prices: [
      { commodity: "dysprosium-oxide", country: "WLD", value: 250_000 },
      { commodity: "cerium-oxide", country: "WLD", value: 1_000 },
    ],
    parameters: [
      ["supplyElasticity", "*", 0.5],
      ["utilisation", "*", 0.8],
      ["payability", "*", 0.5],
      ["deliveryMarginShare", "*", 0.04],
      ["armingtonElasticity", "*", 2],
      ["contractingRatePerMonth", "*", 0.1],
      ["entryCostShare", "*", 0.1],
      ["newRouteScaleShare", "*", 0.1],
      ["disposeScaleShare", "*", 0.5],
      ["figureSigmaShare", "reported", 0.05],
      ["figureSigmaShare", "estimated", 0.15],
      ["figureSigmaShare", "assumed", 0.3],
      ...[
        [0, 12],
        [0.15, 4],
        [0.5, 1.6],
        [1, 1],
        [1.6, 0.85],
      ].flatMap(([stock, value], i): [string, string, number][] => [
        ["coverCurveStockShare", String(i), stock!],
        ["coverCurveValueShare", String(i), value!],
      ]),
    ].map(([parameter, scope, value]) => ({ parameter: parameter!, scope: scope!, value: value! })),
    stocks: [{ commodity: "stage:separation", country: "*", holder: "private", value: 60 }],
    trade: [{ commodity: "dysprosium-oxide", exporter: "CHN", importer: "JPN", value: 48 }],
    uncertainties: [],
    corrections: [],
    tensions: [],
    names: [],
  };
  const names = Object.keys(tables) as (keyof Dataset)[];
  return Object.fromEntries(names.map((n) => [n, rows(n, changes[n] ?? tables[n])])) as unknown as Dataset;
}
