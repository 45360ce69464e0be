import { quote } from "../dataset/index.ts";
import type { Budget, Candidate, Future } from "./plan.ts";
import { type CandidateContext, resolveCandidates } from "./resolve-candidates.ts";
import { usdWords } from "./words.ts";

/** Measures that were decided before the plan, at full scale, with what they still cost; that there are any is noted. */
export function resolveDecided(context: CandidateContext, futures: readonly Future[], notes: string[]): Candidate[] {
  const { file, say } = context;
  const decided = resolveCandidates(context, "decided").map(({ candidate }) => candidate);
  for (const { id } of decided) {
    if (Object.hasOwn(file.candidates, id))
      say(["decided", id], `${quote(id)} is a candidate too`, "leave it out of one of the two");
    const future = futures.find(({ scenario }) => Object.hasOwn(scenario.events, id));
    if (future)
      say(["decided", id], `${quote(id)} is an event of ${future.id} too, so it would count twice`, "leave one out");
  }
  if (decided.length > 0) {
    const due = decided.reduce((sum, { costs }) => sum + costs.reduce((all, { usd }) => all + usd, 0), 0);
    const titles = decided.map(({ title }) => title).join("; ");
    const owed =
      due > 0
        ? `Of their capital ${usdWords(due)} of public money is still due within the plan; it is off the budgets and in no cost here. `
        : "Their capital is paid. ";
    notes.push(
      `Decided already, so there in every future and in no portfolio: ${titles}. ${owed}What they cost to run is not counted.`,
    );
  }
  return decided;
}

/** Budgets less what decided measures still cost their payers in these years; a budget that does not cover it is told. */
export function lessDecided(
  budgets: readonly Budget[],
  decided: readonly Candidate[],
  { say }: Pick<CandidateContext, "say">,
): Budget[] {
  return budgets.map((budget, i) => {
    const { payer, fromYear, toYear, mostUsd } = budget;
    const dueUsd = decided
      .flatMap(({ costs }) => costs)
      .filter((cost) => cost.payer === payer && fromYear <= cost.year && cost.year <= toYear)
      .reduce((sum, { usd }) => sum + usd, 0);
    if (dueUsd > mostUsd)
      say(
        ["budgets", i, "usd"],
        `got ${usdWords(mostUsd)}, and what is decided costs ${payer} ${usdWords(dueUsd)} in these years`,
        "give a budget that covers it, or leave measures out of decided",
      );
    return { ...budget, mostUsd: Math.max(0, mostUsd - dueUsd) };
  });
}
