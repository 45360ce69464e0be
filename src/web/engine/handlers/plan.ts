import { reportCandidate } from "../../../planning/gantt.ts";
import { monthsBetween } from "../../../policy/calendar.ts";
import type { PlanAnswer, PlanRequest } from "../asks/plan.ts";
import { readPlan } from "../read-plan.ts";
import type { EngineState } from "../state.ts";

/** A plan with its candidates: what they cost, whom, when they could begin, what they need. */
export function plan(state: EngineState, request: PlanRequest): PlanAnswer {
  const { id, plan: found, notes } = readPlan(state, request);
  const { title, description, start, months, partners, objective, budgets, requires, excludes } = found;
  return {
    id,
    title,
    description,
    start,
    months,
    partners,
    futures: found.futures.map((f) => ({ id: f.id, title: f.title, probability: f.probability, draws: f.draws })),
    objective,
    budgets,
    agreements: found.agreements.map((agreement) => ({ ...agreement, terms: agreement.terms ?? [] })),
    candidates: found.candidates.map((candidate) => ({
      ...reportCandidate(found, candidate),
      leadMonths: Math.max(0, monthsBetween(candidate.decision, candidate.policy.from)),
    })),
    requires: requires.map(({ candidate, needs, any = false }) => ({ candidate, needs, any })),
    excludes,
    targets: found.targets.map(({ id: target, title: called, unit, least, have, weights }) => ({
      id: target,
      title: called,
      unit,
      least,
      have,
      weights,
    })),
    notes,
  };
}
