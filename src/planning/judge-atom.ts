import type { Clearer } from "../market/clear.ts";
import type { Terms } from "../market/problem.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import { type ComputedRun, named, runPolicies, type Workbench } from "../simulation/rehearse.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { SHORT_BELOW_SHARE, useOf, useSeries } from "../simulation/series.ts";
import type { Atom } from "./evaluator.ts";
import type { JudgedAtom, JudgedUse } from "./judged.ts";
import type { Candidate, Partner } from "./plan.ts";
import { scalePolicy } from "./scale-policy.ts";

/** One possible future, ready to be simulated with any portfolio. */
export interface World {
  readonly atom: Pick<Atom, "id">;
  readonly workbench: Workbench;
  /** what happens, as drawn; its measures do not count */
  readonly scenario: Scenario;
  /** by candidate in the order of the plan: at full scale, with the delay drawn for this atom; ids are the candidates' */
  readonly policies: readonly NamedPolicy[];
}

export interface JudgeQuestion {
  readonly partners: readonly Partner[];
  readonly candidates: readonly Pick<Candidate, "id">[];
  /** discount factor of each month */
  readonly discount: ArrayLike<number>;
}

/** The policies of a portfolio: those of a positive scale, each at its scale. */
export function portfolioPolicies(policies: readonly NamedPolicy[], x: ArrayLike<number>): NamedPolicy[] {
  if (policies.length !== x.length) throw new Error(`portfolio: got ${x.length} scales, expected ${policies.length}`);
  return policies.flatMap((policy, k) => scalePolicy(policy, x[k]!) ?? []);
}

/**
 * Simulates one portfolio in one atom month by month, with everything the planning problem holds still: stocks, habits,
 * prices of the month before, and policies that act on costs.
 */
export function judgeAtom(world: World, question: JudgeQuestion, x: ArrayLike<number>, clearer?: Clearer) {
  const measures = portfolioPolicies(world.policies, x);
  // candidates that are not done stay known by name, so that a floor whose plant is not built does nothing
  const scenario = {
    ...world.scenario,
    measures: Object.fromEntries(world.policies.map(({ id, ...policy }) => [id, policy])),
  };
  const months: CostTerms[] = [];
  const run = runPolicies(
    world.workbench,
    scenario,
    [...named(world.scenario.events), ...measures],
    (_month, _network, terms) => months.push(costTerms(terms)),
    { record: "light", clearer },
  );
  return { run, judged: readJudged(world.atom.id, question, run, months, measures) };
}

interface CostTerms {
  readonly marginalCost: Float64Array;
  readonly slope: Float64Array;
  readonly referenceLevel: Float64Array;
  readonly upperBound: Float64Array;
}

function costTerms({ marginalCost, slope, referenceLevel, upperBound }: Terms): CostTerms {
  return {
    marginalCost: marginalCost.slice(),
    slope: slope.slice(),
    referenceLevel: referenceLevel.slice(),
    upperBound: upperBound.slice(),
  };
}

function readJudged(
  atom: string,
  { partners, candidates, discount }: JudgeQuestion,
  run: ComputedRun,
  months: readonly CostTerms[],
  measures: readonly NamedPolicy[],
): JudgedAtom {
  const { trajectory } = run;
  const payers = new Set(measures.map((m) => m.id));
  const floors = new Set(measures.filter((m) => m.kind === "price-floor").map((m) => m.id));
  const paidIn = (t: number, wanted: (id: string) => boolean) =>
    trajectory.paidUsd[t]!.reduce((sum, { id, usd }) => (wanted(id) ? sum + usd : sum), 0);
  const costIn = (terms: CostTerms, t: number) =>
    monthCost(terms, trajectory.level[t]!) + paidIn(t, (id) => floors.has(id));
  const inside = new Set(partners.flatMap((p) => p.countries));
  const outside = run.model.applications.flatMap((d) => (inside.has(d.country) ? [] : d.activities));
  return {
    atom,
    uses: partners.flatMap((partner) => usesOf(partner, { run, months }, discount)),
    paid: candidates.flatMap(({ id }) => {
      if (!payers.has(id) || !trajectory.paidUsd[0]?.some((paid) => paid.id === id)) return [];
      const usd = months.reduce((sum, _, t) => sum + discount[t]! * paidIn(t, (other) => other === id), 0);
      return [{ candidate: id, usd }];
    }),
    systemCostUsd: months.reduce((sum, terms, t) => sum + discount[t]! * costIn(terms, t), 0),
    outsideUsesUsd: months.reduce(
      (sum, terms, t) =>
        sum + discount[t]! * outside.reduce((usd, a) => usd + costBetween(terms, a, 0, trajectory.level[t]![a]!), 0),
      0,
    ),
    clearings: months.length,
  };
}

/** Σ of what activities cost from level 0 to their level. */
function monthCost(terms: CostTerms, level: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < level.length; a++) sum += costBetween(terms, a, 0, level[a]!);
  return sum;
}

/** ∫ of c + q (z − x̂) from one level to another. */
function costBetween({ marginalCost, slope, referenceLevel }: CostTerms, a: number, from: number, to: number): number {
  if (from === to) return 0;
  return (to - from) * (marginalCost[a]! + slope[a]! * ((to + from) / 2 - referenceLevel[a]!));
}

function usesOf(
  partner: Partner,
  { run, months }: { readonly run: ComputedRun; readonly months: readonly CostTerms[] },
  discount: ArrayLike<number>,
): JudgedUse[] {
  const countries = new Set(partner.countries);
  const series = useSeries(run.model, run.trajectory, run.months, partner.countries);
  const present = (usd: readonly number[]) => usd.reduce((sum, value, t) => sum + discount[t]! * value, 0);
  return [...new Set(series.map((s) => s.use))].map((use) => {
    const applications = series.filter((s) => s.use === use).flatMap((s) => s.applications);
    const whole = useOf(partner.id, use, applications, run.months);
    const tranches = run.model.applications
      .filter((d) => d.use === use && countries.has(d.country))
      .flatMap((d) => d.activities);
    const extraBillUsd = present(months.map((_, t) => billOf(run, t, tranches)));
    const missedUsd = present(months.map((terms, t) => missedOf(run, terms, t, tranches)));
    return {
      partner: partner.id,
      use,
      demandUsd: present(
        months.map((_, t) => applications.reduce((sum, a) => sum + a.productValueUsdPerTonne * a.demandTonnes[t]!, 0)),
      ),
      valueAtRiskUsd: present(whole.valueAtRiskUsd),
      extraBillUsd,
      surplusLostUsd: missedUsd + extraBillUsd,
      firstShortMonth: whole.firstShortMonth,
      shortMonths: whole.productShortfallShare.filter((share) => share > 1 - SHORT_BELOW_SHARE).length,
    };
  });
}

/** What users pay over base prices in a month for what they get. */
function billOf({ model, trajectory }: ComputedRun, t: number, tranches: readonly number[]): number {
  return tranches.reduce((sum, a) => {
    const premium = model.activities[a]!.entries.reduce(
      (usd, { market, coefficient }) =>
        usd - coefficient * (trajectory.priceUsdPerTonne[t]![market]! - model.basePriceUsdPerTonne[market]!),
      0,
    );
    return sum + premium * trajectory.level[t]![a]!;
  }, 0);
}

/** What users would have paid for the material they miss in a month, less what it costs at base prices. */
function missedOf(
  { model, trajectory }: ComputedRun,
  terms: CostTerms,
  t: number,
  tranches: readonly number[],
): number {
  return tranches.reduce((sum, a) => {
    const baseUsd = model.activities[a]!.entries.reduce(
      (usd, { market, coefficient }) => usd - coefficient * model.basePriceUsdPerTonne[market]!,
      0,
    );
    const level = trajectory.level[t]![a]!;
    const wanted = Math.max(level, terms.upperBound[a]!);
    return sum - costBetween(terms, a, level, wanted) - baseUsd * (wanted - level);
  }, 0);
}
