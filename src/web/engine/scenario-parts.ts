import type { Policy } from "../../policy/kinds/index.ts";
import type { Scenario } from "../../simulation/scenario.ts";

/** The other policy one speaks of; undefined if none. */
function spokenOf(policy: Policy): string | undefined {
  if (policy.kind === "suspension") return policy.of;
  return policy.kind === "outage" || policy.kind === "price-floor" ? policy.facility : undefined;
}

/** A scenario without some entries, what speaks of them, and what would vary them. */
export function withoutEntries(scenario: Scenario, ids: ReadonlySet<string>): Scenario {
  const gone = new Set(ids);
  const all = [...Object.entries(scenario.events), ...Object.entries(scenario.measures)];
  for (let before = -1; before < gone.size; ) {
    before = gone.size;
    for (const [id, policy] of all) {
      const other = spokenOf(policy);
      if (other !== undefined && gone.has(other)) gone.add(id);
    }
  }
  const kept = (policies: Scenario["events"]) =>
    Object.fromEntries(Object.entries(policies).filter(([id]) => !gone.has(id)));
  const rest = { ...scenario, events: kept(scenario.events), measures: kept(scenario.measures) };
  return withUncertain(rest, (target) => gone.has((target.event ?? target.measure)!));
}

/** A scenario whose uncertain inputs leave some fields of its events alone. */
export function withoutTargets(
  scenario: Scenario,
  fixed: (event: Policy | undefined, field: string) => boolean,
): Scenario {
  return withUncertain(scenario, ({ event, field }) =>
    fixed(event === undefined ? undefined : scenario.events[event], field),
  );
}

type Target = NonNullable<Scenario["uncertain"]>[string]["targets"][number];

function withUncertain(scenario: Scenario, isGone: (target: Target) => boolean): Scenario {
  if (scenario.uncertain === undefined) return scenario;
  const left = Object.entries(scenario.uncertain).flatMap(([id, entry]) => {
    const targets = entry.targets.filter((target) => !isGone(target));
    return targets.length === 0 ? [] : [[id, { ...entry, targets }] as const];
  });
  return { ...scenario, uncertain: Object.fromEntries(left) };
}
