import { ModelDraft } from "../chain/draft.ts";
import type { Model } from "../chain/model.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";
import { compilePolicy, type NamedPolicy, type PolicyKind, policyOrder } from "./kinds/index.ts";
import type { Calendar, Lever } from "./lever.ts";
import { unknownName } from "./names.ts";
import { PolicyProblem, type Problem } from "./problem.ts";
import { windowsInForce } from "./windows.ts";

/** A model grown by its policies and the levers that edit its months, in the order in which they act. */
export interface CompiledPolicies {
  readonly model: Model;
  readonly levers: readonly Lever[];
}

/**
 * Makes policies ready for one run. Levers keep state (stockpiles, payments), so compile anew for every run.
 * `leftOut` names policies of the scenario that this run does without: what refers to them then does nothing.
 * Errors: {@link PolicyProblem} with every problem of every policy, paths starting with the policy's id.
 */
export function compilePolicies(
  policies: readonly NamedPolicy[],
  model: Model,
  vocabulary: Vocabulary,
  calendar: Calendar,
  leftOut: ReadonlySet<string> = new Set(),
): CompiledPolicies {
  const problems: Problem[] = [];
  const idle = new Set<string>();
  const ids = policies.map((p) => p.id);
  for (const policy of policies) {
    const reference = referenceOf(policy);
    if (!reference) continue;
    const { field, id, kind } = reference;
    const target = policies.find((p) => p.id === id);
    if (leftOut.has(id)) idle.add(policy.id);
    else if (!target) problems.push({ path: [policy.id, field], message: unknownName("policy", id, ids) });
    else if (kind && target.kind !== kind)
      problems.push({ path: [policy.id, field], message: `"${id}" is a ${target.kind}, expected a ${kind}` });
  }
  if (problems.length > 0) throw new PolicyProblem(problems);

  const draft = new ModelDraft(model);
  const windows = windowsInForce(policies);
  const compiled = policies
    .filter((p) => !idle.has(p.id))
    .toSorted((a, b) => policyOrder[a.kind].compile - policyOrder[b.kind].compile)
    .flatMap((policy) => {
      try {
        const context = { draft, vocabulary, calendar, windows: windows.get(policy.id)! };
        return [{ policy, lever: compilePolicy(policy, context) }];
      } catch (error) {
        if (!(error instanceof PolicyProblem)) throw error;
        if (leftOut.size > 0) return []; // it rests on a policy this run does without; the whole scenario was compiled before
        problems.push(...error.problems.map((p) => ({ ...p, path: [policy.id, ...p.path] })));
        return [];
      }
    });
  if (problems.length > 0) throw new PolicyProblem(problems);

  const position = new Map(policies.map((p, i) => [p.id, i]));
  const levers = compiled
    .toSorted(
      (a, b) =>
        policyOrder[a.policy.kind].adjust - policyOrder[b.policy.kind].adjust ||
        position.get(a.policy.id)! - position.get(b.policy.id)!,
    )
    .map((c) => c.lever);
  return { model: draft.build(), levers };
}

interface Reference {
  readonly field: string;
  readonly id: string;
  readonly kind?: PolicyKind;
}

/** The other policy this one speaks of, if any. */
function referenceOf(policy: NamedPolicy): Reference | undefined {
  if (policy.kind === "suspension") return { field: "of", id: policy.of };
  if ((policy.kind === "outage" || policy.kind === "price-floor") && policy.facility !== undefined)
    return { field: "facility", id: policy.facility, kind: "facility" };
  return undefined;
}
