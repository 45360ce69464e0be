import { createCalendar } from "../policy/calendar.ts";
import { compilePolicies } from "../policy/compile.ts";
import type { NamedPolicy, PolicyKind } from "../policy/kinds/index.ts";
import type { Workbench } from "../simulation/rehearse.ts";
import type { Plan } from "./plan.ts";

/** Kinds that act on bounds, so that the planning loss sees them; the others act on costs, dates or demand. */
const DIRECT: ReadonlySet<PolicyKind> = new Set([
  "facility",
  "recycling",
  "substitution",
  "public-stockpile",
  "joint-stockpile",
  "offtake",
]);

/** Whether the planning loss sees what this kind does. */
export function isDirect(kind: PolicyKind): boolean {
  return DIRECT.has(kind);
}

/** Candidates (their places in the plan) by the id of a route that only they open. */
export type RouteOwners = ReadonlyMap<string, readonly number[]>;

/**
 * Which routes each candidate opens, found by compiling it with what it needs and comparing with what it needs alone:
 * a route is closed in the planning problem until one of its owners is chosen.
 */
export function routeOwners(workbench: Workbench, plan: Plan, policies: readonly NamedPolicy[]): RouteOwners {
  const calendar = createCalendar(plan.start, plan.months);
  const all = new Set(policies.map((p) => p.id));
  const routes = (ids: ReadonlySet<string>) => {
    const kept = policies.filter((p) => ids.has(p.id) && isDirect(p.kind)).toSorted(byId);
    const { model } = compilePolicies(kept, workbench.model, workbench.vocabulary, calendar, all);
    return model.activities.slice(workbench.model.activities.length).flatMap((a) => (a.kind === "ship" ? [a.id] : []));
  };
  const owners = new Map<string, number[]>();
  policies.forEach(({ id, kind }, k) => {
    if (!isDirect(kind)) return;
    const needed = needsOf(plan, id);
    const before = new Set(needed.size === 0 ? [] : routes(needed));
    for (const route of routes(new Set([...needed, id])))
      if (!before.has(route)) owners.set(route, [...(owners.get(route) ?? []), k]);
  });
  return owners;
}

/** Everything a candidate needs, and what that needs; any one of several counts as all of them. */
export function needsOf({ requires }: Pick<Plan, "requires">, candidate: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    for (const { candidate: of, needs } of requires)
      if (of === id)
        for (const need of needs)
          if (need !== candidate && !found.has(need)) {
            found.add(need);
            visit(need);
          }
  };
  visit(candidate);
  return found;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
