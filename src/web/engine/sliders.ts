import { monthsBetween, plusDays } from "../../policy/calendar.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import type { Slider } from "./asks/scenario.ts";
import { holdsBack, isBuilt, isControl } from "./edit-scenario.ts";

/** What each slider is in a scenario: its range, what the scenario has now, and what moving it changes. */
export function slidersOf(scenario: Scenario): Slider[] {
  const events = Object.entries(scenario.events);
  const licences = events.flatMap(([id, policy]) => (holdsBack(policy) ? [{ id, policy }] : []));
  const controls = events.flatMap(([id, policy]) => (isControl(policy) ? [{ id, policy }] : []));
  const built = events.filter(([, policy]) => isBuilt(policy)).map(([id]) => id);
  const approvals = licences.flatMap(({ policy }) => policy.approvals.map((a) => a.approvalShare));
  const days = licences.flatMap(({ policy }) => [
    policy.processingWorkingDays,
    ...policy.approvals.flatMap((a) => a.processingWorkingDays ?? []),
  ]);
  const ended = controls.every(({ policy }) => policy.to !== null);
  const lengths = ended ? controls.map(({ policy }) => monthsBetween(policy.from, plusDays(policy.to!, 1))) : [];
  const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);
  const late = [...built, ...Object.keys(scenario.measures)];
  const { stockCoverFactor = 1 } = scenario;
  return [
    slider("approval", [0, 1, 0.05], "share", range(approvals), ids(licences)),
    slider("delay", [0, 180, 5], "working days", range(days), ids(licences)),
    slider("duration", [1, 60, 1], "months", range(lengths), ids(controls)),
    slider("late", [0, 36, 1], "months", range([0]), late),
    { ...slider("cover", [0.25, 4, 0.25], "factor", range([stockCoverFactor]), []), applies: true },
    { ...slider("growth", [-0.1, 0.3, 0.01], "share a year", range([0]), []), applies: true },
  ];
}

function slider(
  key: Slider["key"],
  [least, most, step]: readonly [number, number, number],
  unit: Slider["unit"],
  own: Slider["own"],
  changes: readonly string[],
): Slider {
  return { key, least, most, step, unit, own, changes, applies: changes.length > 0 };
}

function range(values: readonly number[]): Slider["own"] {
  return values.length === 0 ? null : { least: Math.min(...values), most: Math.max(...values) };
}
