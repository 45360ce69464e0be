import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { requestedPlan } from "../../requested-plan.ts";
import type { PlanReport } from "../../../planning/plan-report.ts";
import { bodyOf, documentArgument, tool } from "../tool.ts";

export const plan = tool({
  name: "plan",
  title: "Choose among agreements, plants and stockpiles",
  description:
    "The best portfolio of measures for each budget: cost, expected loss avoided, what each chosen measure is worth, who pays and gains, how sure the answer is. Minutes of computation for a large plan. Costs and terms name their sources and status.",
  fields: z.strictObject({ plan: documentArgument("plan") }),
  async answer({ plan: asked }, { library, jobs, signal, onProgress }) {
    const { id, plan: resolved, notes, placed } = requestedPlan(bodyOf(asked, "plan"), library);
    const { packed } = await jobs.once({ ask: "plan", id, plan: resolved, notes }, signal, placed, onProgress);
    return shortOf(JSON.parse(gunzipSync(packed).toString()));
  },
});

/** What an assistant needs of a plan's report. */
function shortOf(report: PlanReport) {
  const chosen = report.frontier[report.chosen]!;
  const held = new Set(report.candidates.flatMap(({ id }, k) => (chosen.scales[k]! > 0 ? [id] : [])));
  return {
    plan: report.plan,
    title: report.title,
    description: report.description,
    months: { first: report.months[0], last: report.months.at(-1), count: report.months.length },
    partners: report.partners,
    futures: report.futures,
    budgets: report.budgets,
    chosen: {
      ...chosen,
      candidates: report.candidates
        .map((candidate, k) => ({ ...candidate, scale: chosen.scales[k]! }))
        .filter(({ id }) => held.has(id)),
    },
    notChosen: report.candidates
      .filter(({ id }) => !held.has(id))
      .map(({ id, title, costUsd }) => ({ id, title, costUsd })),
    withoutAnyMeasure: report.nothing,
    frontier: report.frontier.map(({ budgetMultiple, budgetUsd, costUsd, scales, planning, judged, worth }) => ({
      budgetMultiple,
      budgetUsd,
      costUsd,
      candidates: report.candidates.flatMap(({ id }, k) => (scales[k]! > 0 ? [id] : [])),
      planning,
      expectedLossUsd: judged?.expectedLossUsd ?? null,
      worth,
    })),
    worth: report.worth,
    targets: report.targets,
    split: report.split?.partners ?? null,
    flips: report.flips,
    sureness: report.sureness,
    notes: report.notes,
  };
}
