import type { Vocabulary } from "../../chain/vocabulary.ts";
import { QUOTED } from "../quoted.ts";
import { type ComputedRun, named } from "../rehearse.ts";
import type { Rehearsal, UseSeries } from "../result.ts";
import type { Scenario } from "../scenario.ts";
import { SHORT_BELOW_SHARE, useSeries } from "../series.ts";
import { countedUses, touchedCommodities, untouchedApplications } from "../touched.ts";

export interface UseName {
  readonly country: string;
  readonly use: string;
}

export interface MarketName {
  readonly commodity: string;
  readonly country: string;
}

/** What a sweep records of every run; chosen once, from runs with every input at its central value. */
export interface Watched {
  readonly countries: readonly string[];
  /** product lines that the scenario does not touch: they do not count in their use */
  readonly untouched: Rehearsal["untouched"];
  readonly uses: readonly UseName[];
  /** uses whose months are kept: those that matter */
  readonly plottedUses: readonly UseName[];
  readonly prices: readonly MarketName[];
  /** prices whose months are kept */
  readonly plottedPrices: readonly MarketName[];
  readonly covers: readonly MarketName[];
}

const MATTERS_SHARE = 0.001;
const MOST_PLOTTED_USES = 10;
const MOST_COMMODITIES = 6;
const MOST_PLOTTED_COMMODITIES = 3;
const MOST_COVERS = 3;

/**
 * Chooses what to record by the run of the events alone and the one with the measures: every use of the viewpoint countries; month by month those with more than 0.1 % of the value
 * at risk or a short month (at most 10, the most at risk first); prices and stocks of the controlled commodities that
 * cost the viewpoint countries most (3), in the first country that controls them and in the viewpoint countries.
 */
export function chooseWatched(
  central: ComputedRun,
  withMeasures: ComputedRun,
  scenario: Pick<Scenario, "events" | "measures">,
  vocabulary: Vocabulary,
  countries: readonly string[],
): Watched {
  const policies = [...named(scenario.events), ...named(scenario.measures)];
  const touched = touchedCommodities(policies, withMeasures.model, vocabulary);
  const untouched = untouchedApplications(
    countries,
    touched,
    usesOf(central, countries),
    usesOf(withMeasures, countries),
  );
  const uses = countedUses(usesOf(central, countries), untouched);
  const { commodities, origins } = controlled(scenario, vocabulary);
  const dearest = costliest(central, countries, commodities);
  const plottedCommodities = dearest.slice(0, MOST_PLOTTED_COMMODITIES);
  const has = (commodity: string, country: string) =>
    central.model.markets.some((m) => m.commodity === commodity && m.country === country);
  const stocked = new Set(central.model.stocks.map((s) => central.model.markets[s.market]!.id));
  const markets = (wanted: readonly string[]) =>
    wanted.flatMap((commodity) => {
      const inside = [...(origins.get(commodity) ?? [])].filter((c) => !countries.includes(c) && has(commodity, c));
      const places = [...inside.slice(0, 1), ...countries.filter((c) => has(commodity, c))];
      return places.map((country) => ({ commodity, country }));
    });
  return {
    countries,
    untouched,
    uses: uses.map(({ country, use }) => ({ country, use })),
    plottedUses: plotted(uses),
    prices: markets(dearest),
    plottedPrices: markets(plottedCommodities),
    covers: plottedCommodities
      .flatMap((commodity) => countries.map((country) => ({ commodity, country })))
      .filter(({ commodity, country }) => stocked.has(`${commodity}@${country}`))
      .slice(0, MOST_COVERS),
  };
}

/** The uses of some countries in a run. */
export function usesOf({ model, trajectory, months }: ComputedRun, countries: readonly string[]) {
  return { uses: useSeries(model, trajectory, months, countries), months };
}

function plotted(uses: readonly UseSeries[]): UseName[] {
  const risk = (u: UseSeries) => u.valueAtRiskUsd.reduce((a, b) => a + b, 0);
  const total = uses.reduce((sum, u) => sum + risk(u), 0);
  const short = (u: UseSeries) => u.productShortfallShare.some((s) => s > 1 - SHORT_BELOW_SHARE);
  const mattering = uses.filter((u) => risk(u) > MATTERS_SHARE * total || short(u));
  return mattering
    .map((u) => ({ use: u, usd: risk(u) }))
    .sort((a, b) => b.usd - a.usd || (`${a.use.country}/${a.use.use}` < `${b.use.country}/${b.use.use}` ? -1 : 1))
    .slice(0, MOST_PLOTTED_USES)
    .map(({ use: { country, use } }) => ({ country, use }));
}

/** What the scenario's controls on exports name, and who controls it. */
function controlled(
  { events }: Pick<Scenario, "events">,
  vocabulary: Vocabulary,
): { commodities: ReadonlySet<string>; origins: ReadonlyMap<string, ReadonlySet<string>> } {
  const origins = new Map<string, Set<string>>();
  for (const id of Object.keys(events).sort()) {
    const policy = events[id]!;
    if (!["licence", "export-ban", "quota", "export-tax"].includes(policy.kind)) continue;
    if (!("materials" in policy && "origins" in policy) || policy.materials === undefined) continue;
    const countries = vocabulary.countries(policy.origins);
    for (const commodity of vocabulary.commodities(policy.materials, policy.stages)) {
      const known = origins.get(commodity) ?? new Set();
      origins.set(commodity, new Set([...known, ...countries]));
    }
  }
  return { commodities: new Set(origins.keys()), origins };
}

/** What the press quotes, then commodities by what dearer prices cost these countries over the run. */
function costliest(
  { model, trajectory }: ComputedRun,
  countries: readonly string[],
  among: ReadonlySet<string>,
): string[] {
  const cost = new Map<string, number>();
  model.markets.forEach(({ commodity, country }, m) => {
    if (!countries.includes(country) || (among.size > 0 && !among.has(commodity))) return;
    const base = model.basePriceUsdPerTonne[m]!;
    const dearer = trajectory.priceUsdPerTonne.reduce((sum, price) => sum + Math.max(0, price[m]! - base), 0);
    cost.set(commodity, (cost.get(commodity) ?? 0) + dearer * model.turnoverTonnes[m]!);
  });
  const others = [...cost]
    .filter(([commodity]) => !QUOTED.includes(commodity))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([commodity]) => commodity);
  return [...QUOTED.filter((commodity) => cost.has(commodity)), ...others].slice(0, MOST_COMMODITIES);
}
