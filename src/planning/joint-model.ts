import { ModelDraft } from "../chain/draft.ts";
import type { Activity, Model } from "../chain/model.ts";
import { modelNetwork } from "../chain/network.ts";
import type { Network } from "../market/problem.ts";
import { createCalendar, monthIndex } from "../policy/calendar.ts";
import { compilePolicies } from "../policy/compile.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import type { Lever } from "../policy/lever.ts";
import { named } from "../simulation/rehearse.ts";
import type { AtomWorld } from "./atoms.ts";
import { byId, isDirect, type RouteOwners } from "./owners.ts";

/** One model that holds an atom's events and every candidate, so that all portfolios share its network. */
export interface JointModel {
  readonly model: Model;
  readonly network: Network;
  readonly months: number;
  /** levers of the events with those of some candidates (places in the plan), in the order in which they act */
  levers(candidates?: ReadonlySet<number>): readonly Lever[];
  /** routes that candidates open, with who opens them; closed to everybody else */
  readonly routes: ReadonlyMap<number, readonly number[]>;
  /** by candidate, activity → its twin: what a candidate adds to an activity that is there already */
  readonly twins: readonly ReadonlyMap<number, number>[];
  /** by candidate: first month in which it can act; Infinity = it is not of the planning problem */
  readonly firstMonth: readonly number[];
}

/** Errors: a candidate with the id of an event; PolicyProblem of names that match nothing. */
export function jointModel({ workbench, scenario, policies, atom }: AtomWorld, owners: RouteOwners): JointModel {
  const calendar = createCalendar(scenario.start, scenario.months);
  const events = named(scenario.events);
  const clash = policies.find(({ id }) => Object.hasOwn(scenario.events, id));
  if (clash)
    throw new Error(`candidate "${clash.id}": future ${atom.future} has an event of that name; rename the candidate`);
  const compile = (kept: readonly NamedPolicy[]) =>
    compilePolicies(kept.toSorted(byId), workbench.model, workbench.vocabulary, calendar);
  const direct = policies.filter(({ kind }) => isDirect(kind));
  const compiled = compile([...events, ...direct]);
  const ofEvents = new Set(compile(events).model.activities.map((a) => a.id));
  const { model, twins } = withTwins(compiled.model, policies, workbench.vocabulary.recipe);
  const placeOf = new Map(policies.map(({ id }, k) => [id, k]));
  const routes = new Map<number, readonly number[]>();
  model.activities.forEach(({ id, kind }, a) => {
    if (kind === "ship" && !ofEvents.has(id)) routes.set(a, owners.get(id) ?? []);
  });
  return {
    model,
    network: modelNetwork(model),
    months: scenario.months,
    levers: (candidates) =>
      compiled.levers.filter(({ id }) => {
        const place = placeOf.get(id);
        return place === undefined || (candidates?.has(place) ?? false);
      }),
    routes,
    twins,
    firstMonth: policies.map(({ kind, from }) =>
      isDirect(kind) ? Math.max(0, monthIndex(calendar, from)) : Number.POSITIVE_INFINITY,
    ),
  };
}

/**
 * More scrap is collected by activities that are there already, or that another candidate brings. What a candidate adds
 * to one of them is an activity of its own in the planning problem, since a supply curve that is shifted has no convex cost.
 */
function withTwins(
  compiled: Model,
  policies: readonly NamedPolicy[],
  recipeOf: (id: string) => { readonly coefficients: ReadonlyMap<string, number> } | undefined,
): { model: Model; twins: readonly ReadonlyMap<number, number>[] } {
  const draft = new ModelDraft(compiled);
  const twins = policies.map((policy) => {
    const own = new Map<number, number>();
    if (policy.kind !== "recycling" || policy.collectTonnesPerYear === undefined) return own;
    const coefficients = recipeOf(policy.recipe)?.coefficients ?? new Map<string, number>();
    const scraps = new Set([...coefficients].flatMap(([c, used]) => (used < 0 ? [c] : [])));
    compiled.activities.forEach((activity, a) => {
      const isOwn = activity.id.startsWith(`collect:${policy.id}@`);
      if (activity.kind === "collect" && scraps.has(activity.commodity) && !isOwn)
        own.set(a, addTwin(draft, policy.id, activity, a));
    });
    return own;
  });
  return { model: draft.build(), twins };
}

function addTwin(draft: ModelDraft, candidate: string, activity: Activity, a: number): number {
  const { marginalCost, slope } = draft.terms(a);
  const closed = { referenceLevel: 0, lowerBound: 0, upperBound: 0, marginalCost, slope };
  return draft.addActivity({ ...activity, id: `more:${candidate}:${activity.id}` }, closed, 0);
}
