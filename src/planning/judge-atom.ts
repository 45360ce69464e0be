import type { Clearer } from "../market/clear.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import { type ComputedRun, named, runPolicies, type Workbench } from "../simulation/rehearse.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Atom } from "./evaluator.ts";
import type { JudgedAtom } from "./judged.ts";
import { usesOf } from "./judged-uses.ts";
import type { Candidate, Partner } from "./plan.ts";
import { scalePolicy } from "./scale-policy.ts";
import { type CostTerms, copyCostTerms, costBetween, monthCostUsd } from "./system-cost.ts";

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
    (_month, _network, terms) => months.push(copyCostTerms(terms)),
    { record: "light", clearer },
  );
  return { run, judged: readJudged(world, question, { run, months, measures }) };
}

/** A simulated portfolio: the terms of each month, and the policies at their scales. */
interface Simulated {
  readonly run: ComputedRun;
  readonly months: readonly CostTerms[];
  readonly measures: readonly NamedPolicy[];
}

function readJudged(
  { atom, workbench }: World,
  { partners, candidates, discount }: JudgeQuestion,
  { run, months, measures }: Simulated,
): JudgedAtom {
  const { trajectory } = run;
  const payers = new Set(measures.map((m) => m.id));
  const present = (usdIn: (month: number) => number) =>
    months.reduce((sum, _, month) => sum + discount[month]! * usdIn(month), 0);
  const own = workbench.model.activities.length;
  const inside = new Set(partners.flatMap((p) => p.countries));
  const outside = run.model.applications.flatMap((d) => (inside.has(d.country) ? [] : d.activities));
  return {
    atom: atom.id,
    uses: partners.flatMap((partner) => usesOf(partner, { run, months }, discount)),
    paid: candidates.flatMap(({ id }) => {
      if (!payers.has(id) || !trajectory.paidUsd[0]?.some((paid) => paid.id === id)) return [];
      return [
        { candidate: id, usd: present((month) => trajectory.paidUsd[month]!.find((paid) => paid.id === id)!.usd) },
      ];
    }),
    systemCostUsd: present((month) => monthCostUsd(run, { terms: months[month]!, month, own, measures })),
    outsideUsesUsd: present((month) =>
      outside.reduce((usd, a) => usd + costBetween(months[month]!, a, 0, trajectory.level[month]![a]!), 0),
    ),
    clearings: months.length,
  };
}
