import { ModelDraft } from "../../src/chain/draft.ts";
import type { Activity, Entry, Model } from "../../src/chain/model.ts";
import type { Recipe, Vocabulary } from "../../src/chain/vocabulary.ts";
import { createCalendar } from "../../src/policy/calendar.ts";
import { compilePolicies } from "../../src/policy/compile.ts";
import { type NamedPolicy, policySchema } from "../../src/policy/kinds/index.ts";
import type { MonthTerms, MonthView } from "../../src/policy/lever.ts";
import { PolicyProblem } from "../../src/policy/problem.ts";

// Three countries and three commodities (and scrap): AAA mines, separates and presses; BBB presses and uses; CCC uses.
//   AAA: 100 ore → 50 oxide: 30 to 100 magnets, 20 to BBB. Magnets: 40 used, 10 to BBB, 50 to CCC.
//   BBB: 20 oxide + 1 from 4 scrap: 18 to 60 magnets, 3 to radars. Magnets 60 + 10: 50 used, 20 to CCC.
//   CCC: 50 + 20 magnets used.

export const countries = ["AAA", "BBB", "CCC"];
const materials: Record<string, string[]> = {
  dysprosium: ["oxide"],
  magnets: ["magnet"],
  chain: ["ore", "oxide", "magnet"],
  ore: ["ore"],
  oxide: ["oxide"],
  magnet: ["magnet"],
  scrap: ["scrap"],
};
const stages: Record<string, string> = { ore: "mining", oxide: "separation", magnet: "magnet", scrap: "recycling" };
const blocs: Record<string, string[]> = { WLD: countries, PAIR: ["BBB", "CCC"] };
const uses: Record<string, string[]> = { vehicles: ["motor"], defence: ["radar"], motor: ["motor"], radar: ["radar"] };

export const recipes: Recipe[] = [
  recipe("separate-ore", "separate", "ore", { ore: -1, oxide: 0.5 }),
  recipe("press-magnet", "press", "magnet", { oxide: -0.3, magnet: 1 }),
  recipe("recycle-scrap", "recycle", "oxide", { scrap: -4, oxide: 1 }),
  recipe("bonded-magnet", "substitute", "magnet", { oxide: -0.1, magnet: 1 }),
];

const parameters: Record<string, number> = {
  armingtonElasticity: 4,
  supplyElasticity: 0.5,
  entryCostShare: 0.1,
  newRouteScaleShare: 0.05,
  disposeScaleShare: 0.1,
};

export const vocabulary: Vocabulary = {
  commodities: (wanted, kept) =>
    new Set(wanted.flatMap((m) => materials[m] ?? []).filter((c) => !kept?.length || kept.includes(stages[c]!))),
  countries: (wanted) => new Set(wanted.flatMap((c) => blocs[c] ?? (countries.includes(c) ? [c] : []))),
  applications: (wanted) => new Set(wanted.flatMap((u) => uses[u] ?? [])),
  inputs: () => new Set(),
  recipe: (id) => recipes.find((r) => r.id === id),
  parameter: (name) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`no parameter ${name}`);
    return value;
  },
  names: {
    materials: Object.keys(materials),
    stages: [...new Set(Object.values(stages))],
    countries: [...countries, ...Object.keys(blocs)],
    uses: Object.keys(uses),
    recipes: recipes.map((r) => r.id),
  },
};

function recipe(id: string, kind: Recipe["kind"], commodity: string, coefficients: Record<string, number>): Recipe {
  return { id, kind, commodity, coefficients: new Map(Object.entries(coefficients)) };
}

/** The fixture's model; every activity is calibrated to stand still at base prices. */
export function smallModel(): Model {
  const draft = new ModelDraft();
  const price: [string, string, number, number][] = [
    ["ore", "AAA", 10, 100],
    ["oxide", "AAA", 100, 50],
    ["oxide", "BBB", 110, 21],
    ["magnet", "AAA", 50, 100],
    ["magnet", "BBB", 55, 70],
    ["magnet", "CCC", 60, 70],
    ["scrap", "BBB", 5, 4],
  ];
  for (const [commodity, country, usdPerTonne, turnover] of price)
    draft.addMarket(commodity, country, usdPerTonne, turnover);
  const value = (entries: readonly Entry[]) =>
    entries.reduce((sum, e) => sum + e.coefficient * draft.basePriceUsdPerTonne[e.market]!, 0);
  const add = (
    activity: Omit<Activity, "entries">,
    made: Record<string, number>,
    level: number,
    bounds: { upper?: number; lower?: number; slope?: number; cost?: number } = {},
  ) => {
    const entries = Object.entries(made).map(([id, coefficient]) => {
      const [commodity, country] = id.split("@");
      return { market: draft.market(commodity!, country!)!, coefficient };
    });
    return draft.addActivity(
      { ...activity, entries },
      {
        referenceLevel: level,
        lowerBound: bounds.lower ?? 0,
        upperBound: bounds.upper ?? Number.POSITIVE_INFINITY,
        marginalCost: bounds.cost ?? value(entries),
        slope: bounds.slope ?? 1,
      },
      level,
    );
  };
  const plant = (id: string, country: string, level: number, upper: number) => {
    const { kind, commodity, coefficients } = vocabulary.recipe(id)!;
    const made = Object.fromEntries([...coefficients].map(([c, x]) => [`${c}@${country}`, x]));
    add({ id: `${kind}:${id}@${country}`, kind, country, commodity, recipe: id }, made, level, { upper });
  };
  const ship = (commodity: string, country: string, destination: string, level: number) =>
    add(
      { id: `ship:${commodity}:${country}>${destination}`, kind: "ship", country, destination, commodity },
      { [`${commodity}@${country}`]: -1, [`${commodity}@${destination}`]: 1 },
      level,
    );
  const use = (application: string, commodity: string, country: string, level: number) => {
    const a = add(
      { id: `use:${application}@${country}:0`, kind: "use", country, commodity, application, step: 0 },
      { [`${commodity}@${country}`]: -1 },
      level,
      { upper: level, slope: 20 },
    );
    const demand = { application, use: application === "radar" ? "defence" : "vehicles", country };
    draft.applications.push({ ...demand, activities: [a], demandTonnes: level, productValueUsdPerTonne: 1e4 });
  };

  add({ id: "mine:ore@AAA", kind: "mine", country: "AAA", commodity: "ore" }, { "ore@AAA": 1 }, 100, { upper: 120 });
  add({ id: "collect:scrap@BBB", kind: "collect", country: "BBB", commodity: "scrap" }, { "scrap@BBB": 1 }, 4, {
    upper: 5,
  });
  plant("separate-ore", "AAA", 100, 125);
  plant("press-magnet", "AAA", 100, 120);
  plant("press-magnet", "BBB", 60, 80);
  plant("recycle-scrap", "BBB", 1, 2);
  ship("oxide", "AAA", "BBB", 20);
  ship("magnet", "AAA", "BBB", 10);
  ship("magnet", "AAA", "CCC", 50);
  ship("magnet", "BBB", "CCC", 20);
  use("radar", "oxide", "BBB", 3);
  use("motor", "magnet", "AAA", 40);
  use("motor", "magnet", "BBB", 50);
  use("motor", "magnet", "CCC", 70);

  // 42 t of oxide in BBB (60 days of 21 t/month): worth 3× base price when empty, base price at 42 t, 0.8× at 84 t
  const market = draft.market("oxide", "BBB")!;
  const store = (step: number, lower: number, upper: number, slope: number) =>
    add(
      { id: `store:oxide@BBB:${step}`, kind: "store", country: "BBB", commodity: "oxide", step },
      { "oxide@BBB": 1 },
      0,
      { lower, upper, slope },
    );
  const activities = [store(0, 0, 42, (110 * 2) / 42), store(1, -42, 0, (110 * 0.2) / 42)];
  draft.stocks.push({
    market,
    activities,
    normalTonnes: 42,
    normalCoverDays: 60,
    stockShare: [0, 1, 2],
    valueShare: [3, 1, 0.8],
  });
  return draft.build();
}

/** Fields every policy needs, so that a test shows only what matters to it. */
export const plain = { title: "a policy", source: "a test", status: "assumed", from: "2025-03-01" } as const;

/** Parses policies by id the way a scenario does. */
export function parse(policies: Record<string, object>): NamedPolicy[] {
  return Object.entries(policies).map(([id, form]) => ({ ...policySchema.parse({ ...plain, ...form }), id }));
}

/** Runs levers over months that all see baseline prices and levels unless `view` says otherwise. */
export function rehearse(policies: Record<string, object>, months = 6, start = "2025-01") {
  const { model, levers } = compilePolicies(parse(policies), smallModel(), vocabulary, createCalendar(start, months));
  const index = (id: string) => {
    const found = model.activities.findIndex((a) => a.id === id);
    if (found < 0) throw new Error(`no activity ${id}; there are ${model.activities.map((a) => a.id).join(", ")}`);
    return found;
  };
  const marketIndex = (id: string) => model.markets.findIndex((m) => m.id === id);
  const termsOf = (month: number, view: Partial<MonthView> = {}): MonthTerms => {
    const terms = copyTerms(model);
    for (const lever of levers) lever.adjust({ ...baseView(model, month), ...view }, terms);
    return terms;
  };
  const series = (id: string, field: keyof MonthTerms) =>
    Array.from({ length: months }, (_, month) => termsOf(month)[field][index(id)]!);
  return { model, levers, index, marketIndex, termsOf, series };
}

export function baseView(model: Model, month: number): MonthView {
  return { month, lastPriceUsdPerTonne: model.basePriceUsdPerTonne.slice(), lastLevel: model.baseLevel.slice() };
}

export function copyTerms(model: Model): MonthTerms {
  const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = model.terms;
  return {
    referenceLevel: referenceLevel.slice(),
    lowerBound: lowerBound.slice(),
    upperBound: upperBound.slice(),
    marginalCost: marginalCost.slice(),
    slope: slope.slice(),
  };
}

/** The problems that compiling these policies reports, as `path: message` lines. */
export function problemsOf(policies: Record<string, object>): string[] {
  try {
    rehearse(policies);
  } catch (error) {
    if (error instanceof PolicyProblem) return error.problems.map((p) => `${p.path.join(".")}: ${p.message}`);
    throw error;
  }
  return [];
}
