import type { Clearer } from "../market/clear.ts";
import type { Network } from "../market/problem.ts";
import type { PolicyKind } from "../policy/kinds/index.ts";
import type { MonthTerms } from "../policy/lever.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { AtomWorld } from "./atoms.ts";
import { calmEvents, calmUsd } from "./calm.ts";
import { type MonthEffects, NO_EFFECTS } from "./effects.ts";
import { type JointModel, jointModel } from "./joint-model.ts";
import { candidateEffects } from "./month-effects.ts";
import { createTermsKeeper, type MonthDifferences } from "./month-terms.ts";
import { addSlopes, dualValueUsd } from "./month-value.ts";
import type { RouteOwners } from "./owners.ts";
import type { Plan } from "./plan.ts";
import { keepable } from "./promises.ts";
import { copyTerms, emptyTerms, type ReferenceMonth, referenceRun } from "./reference-run.ts";
import { stockpileEffects } from "./stockpile-effects.ts";

/** A month of an atom's planning problem. */
export interface MonthProblem {
  /** terms with nothing chosen; absent where no candidate changes anything */
  readonly terms?: MonthDifferences;
  /** what one more unit of each candidate adds to the least cost with nothing chosen: [candidate, USD] */
  readonly emptySlopes: readonly (readonly [number, number])[];
  readonly effects: MonthEffects;
  /** of the reference run, USD/t */
  readonly prices: Float64Array;
  /** least cost with nothing chosen, USD */
  readonly emptyUsd: number;
  readonly calmUsd: number;
}

/** All months of one atom: what an evaluation needs, and nothing of how it came about. */
export interface AtomProblem {
  readonly network: Network;
  readonly base: MonthTerms;
  readonly months: readonly MonthProblem[];
  /** clearings of the calm months, the reference run and the runs with each stockpile */
  readonly clearings: number;
  /** kept terms, bytes */
  readonly bytes: number;
}

/** Runs the atom with nothing chosen, and once more with each stockpile, and keeps its months. */
export function atomProblem(
  world: AtomWorld,
  plan: Plan,
  owners: RouteOwners,
  clearerOf: (network: Network) => Clearer,
): AtomProblem {
  const { workbench, policies, scenario } = world;
  const joint = jointModel(world, owners);
  const { model, network } = joint;
  const clearer = clearerOf(network);
  const partners = plan.objective.count === "world" ? undefined : new Set(plan.partners.flatMap((p) => p.countries));
  const calm = calmUsd(world, plan.decided);
  const stores = policies.map(({ id, kind }, candidate) =>
    isStockpile(kind) ? stockpileEffects(joint, workbench, clearer, { candidate, id }) : undefined,
  );
  const most = plan.candidates.map((c) => c.most);
  const keeper = createTermsKeeper(model.terms);
  const held = emptyTerms(model.activities.length);
  const months: MonthProblem[] = [];
  referenceRun(joint, workbench, clearer, new Set(), (cleared) => {
    const { month } = cleared;
    const found = policies.map((_, candidate) => {
      const store = stores[candidate];
      if (store) return store[month]!;
      if (month < joint.firstMonth[candidate]!) return NO_EFFECTS;
      return candidateEffects(joint, candidate, cleared.terms, cleared.termsWith(new Set([candidate])));
    });
    const rooms = keepable(
      joint,
      found.flatMap((f) => f.rooms),
      cleared,
      most,
    );
    const effects = { blocks: found.flatMap((f) => f.blocks), rooms };
    copyTerms(cleared.terms, held);
    holdStores(joint, cleared, held);
    if (partners) holdOthers(joint, partners, cleared, held);
    const emptySlopes: [number, number][] = [];
    addSlopes(network, held, cleared.price, effects, (candidate, usd) => emptySlopes.push([candidate, usd]));
    months.push({
      emptySlopes,
      ...(effects.blocks.length + effects.rooms.length > 0 ? { terms: keeper.keep(held) } : {}),
      effects,
      prices: cleared.price.slice(),
      emptyUsd: dualValueUsd(network, held, cleared.price),
      calmUsd: calm[month]!,
    });
  });
  const clearings = scenario.months * runsOf(plan, scenario);
  return { network, base: model.terms, months, clearings, bytes: keeper.bytes() };
}

const isStockpile = (kind: PolicyKind) => kind === "public-stockpile" || kind === "joint-stockpile";

/** The reference run, one more with each stockpile, and the calm months where they are not all the same. */
function runsOf({ candidates, decided = [] }: Plan, { events }: Pick<Scenario, "events">): number {
  const everything = { ...events, ...Object.fromEntries(decided.map(({ id, policy }) => [id, policy])) };
  const calm = calmEvents({ events: everything }, decided).length > 0 ? 1 : 0;
  return 1 + calm + candidates.filter(({ policy }) => isStockpile(policy.kind)).length;
}

/** Market clearings before a plan's first portfolio: those of its atoms' {@link AtomProblem.clearings} together. */
export function referenceClearings(plan: Plan): number {
  return plan.futures.reduce((sum, { draws, scenario }) => sum + draws * plan.months * runsOf(plan, scenario), 0);
}

/**
 * Private stocks are those of the reference run whatever is chosen, so what a month draws or puts away is too: free, each
 * month would refill the same empty stock, or draw the same tonnes, again and be credited for it again.
 */
function holdStores({ model }: JointModel, { level }: ReferenceMonth, terms: MonthTerms): void {
  model.activities.forEach(({ kind }, a) => {
    if (kind !== "store") return;
    terms.lowerBound[a] = level[a]!;
    terms.upperBound[a] = level[a]!;
  });
}

/**
 * What countries outside the plan use or switch to is held at what it was in the reference month, so that
 * what measures add serves the partners.
 */
function holdOthers(
  { model }: JointModel,
  partners: ReadonlySet<string>,
  { level }: ReferenceMonth,
  terms: MonthTerms,
): void {
  model.activities.forEach(({ kind, country }, a) => {
    if (partners.has(country)) return;
    if (kind === "use" || kind === "substitute") terms.upperBound[a] = Math.min(terms.upperBound[a]!, level[a]!);
  });
}
