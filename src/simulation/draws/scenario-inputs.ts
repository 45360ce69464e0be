import { plusDays, plusMonths } from "../../policy/calendar.ts";
import type { Policy } from "../../policy/kinds/index.ts";
import type { Scenario } from "../scenario.ts";
import { type Distribution, quantile } from "./distribution.ts";
import { type FieldPath, fieldAt, fieldPath, isWholeField, unitOfField, withField } from "./field-path.ts";
import { changes, type Uncertain } from "./uncertain.ts";

export type Change = (typeof changes)[number];

/** One field of a policy that a draw changes. */
export interface FieldTarget {
  readonly section: "events" | "measures";
  readonly policy: string;
  readonly path: FieldPath;
  /** the schema takes whole numbers only, so the drawn value is rounded */
  readonly whole: boolean;
}

/** An entry of `uncertain:` made ready: the scenario it came from passed {@link uncertainProblems}. */
export interface ScenarioInput {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly change: Change;
  readonly distribution: Distribution;
  readonly targets: readonly FieldTarget[];
}

/** The uncertain inputs of a scenario, by id. */
export function scenarioInputs(scenario: Scenario): ScenarioInput[] {
  return Object.entries(scenario.uncertain ?? {})
    .map(([id, entry]) => {
      const { change, distribution } = changeOf(entry);
      const targets = entry.targets.map((t): FieldTarget => {
        const section = t.event === undefined ? "measures" : "events";
        const policy = (t.event ?? t.measure)!;
        const path = fieldPath(t.field);
        return { section, policy, path, whole: isWholeField(scenario[section][policy]!, path) };
      });
      return { id, title: entry.title, unit: unitOf(change, targets), change, distribution, targets };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How an entry changes its fields, and by what. */
export function changeOf(entry: Uncertain): { readonly change: Change; readonly distribution: Distribution } {
  const change = changes.find((c) => entry[c] !== undefined)!;
  return { change, distribution: entry[change]! };
}

/** The number an input takes at a percentile, as it is used: shifts and whole-number fields are rounded. */
export function inputValue(input: ScenarioInput, percentile: number): number {
  const drawn = quantile(input.distribution, percentile);
  const whole = input.change === "value" ? input.targets.every((t) => t.whole) : input.change !== "factor";
  return whole ? Math.round(drawn) : drawn;
}

/** The scenario with every input at its value; what is not drawn is shared with the one given. */
export function drawScenario(
  scenario: Scenario,
  inputs: readonly ScenarioInput[],
  values: readonly number[],
): Scenario {
  const sections = { events: { ...scenario.events }, measures: { ...scenario.measures } };
  inputs.forEach((input, i) => {
    for (const target of input.targets) {
      const section = sections[target.section];
      section[target.policy] = drawPolicy(section[target.policy]!, input, target, values[i]!);
    }
  });
  return { ...scenario, ...sections };
}

/** A policy with one of its fields drawn. */
export function drawPolicy(policy: Policy, input: ScenarioInput, target: FieldTarget, value: number): Policy {
  return withField(policy, target.path, changed(fieldAt(policy, target.path), input.change, target.whole, value));
}

function changed(current: unknown, change: Change, whole: boolean, value: number): number | string {
  const number = (exact: number) => (whole ? Math.round(exact) : exact);
  switch (change) {
    case "value":
      return number(value);
    case "factor":
      return number((current as number) * value);
    case "shiftDays":
      return plusDays(current as string, value);
    case "shiftMonths":
      return plusMonths(current as string, value);
    default:
      return change satisfies never;
  }
}

function unitOf(change: Change, targets: readonly FieldTarget[]): string {
  if (change === "shiftDays") return "days";
  if (change === "shiftMonths") return "months";
  return change === "factor" ? "factor" : unitOfField(targets[0]!.path);
}
