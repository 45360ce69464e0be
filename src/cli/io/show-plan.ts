import { quote } from "../../dataset/index.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { missingParts } from "../../planning/plan-report-parts.ts";
import { readPlanReport } from "../../store/plan-execute.ts";
import { keptCount, type PlanFolder } from "../../store/plan-folder.ts";
import { UsageError } from "../failure.ts";
import type { Streams } from "../program.ts";
import { planWayOn, renderPlanHead, renderUnfinishedPlan } from "../render/plan-run.ts";
import { terminal } from "../render/terminal.ts";
import { type AnswerPlanOptions, answerPlan } from "./answer-plan.ts";
import { readDataset } from "./read-dataset.ts";

/** Prints what a plan's folder holds: its report, or how far it has come. Errors: InputError when it is damaged. */
export function showPlan(
  streams: Streams,
  run: PlanFolder,
  options: AnswerPlanOptions & { readonly data?: string },
): void {
  const report = readPlanReport<PlanReport>(run);
  const print = terminal(streams.stdout);
  if (report !== undefined) {
    const missing = options.json && options.html === undefined ? [] : missingParts(report);
    if (missing.length > 0)
      throw new UsageError(
        `${quote(run.manifest.id)}: its report lacks ${missing.join(", ")}, since another version of the program wrote it; monazite plan answers the plan anew, --json prints the report as it is`,
      );
    if (!options.json) streams.stdout.write(`${renderPlanHead(run, print).slice(1).join("\n")}\n\n`);
    answerPlan(streams, report, readDataset(options.data), options);
  } else if (options.html !== undefined)
    throw new UsageError(`--html: ${run.manifest.id} is not finished. ${planWayOn(run)}.`);
  else if (options.json) {
    const evaluations = keptCount(run, "evaluation");
    streams.stdout.write(`${JSON.stringify({ run: run.manifest, evaluations, report: null })}\n`);
  } else streams.stdout.write(renderUnfinishedPlan(run, print));
}
