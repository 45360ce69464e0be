import type { Dataset } from "../../dataset/index.ts";
import { planCsv } from "../../planning/csv.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { renderPlanReport } from "../../report/plan/index.ts";
import { namesOf } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderPlan } from "../render/plan.ts";
import { terminal } from "../render/terminal.ts";
import { VERSION } from "./version.ts";
import { checkWritable, writeWhole } from "./write.ts";

export interface AnswerPlanOptions {
  readonly json?: boolean;
  readonly csv?: string;
  readonly html?: string;
  readonly quiet?: boolean;
}

/** Says at once when a file that is asked for could not be written. Errors: UsageError. */
export function checkPlanFiles({ csv, html }: AnswerPlanOptions): void {
  if (csv !== undefined) checkWritable("--csv", csv);
  if (html !== undefined) checkWritable("--html", html);
}

/** Prints a plan's report as JSON or for the terminal, and writes the files that are asked for. */
export function answerPlan(streams: Streams, report: PlanReport, dataset: Dataset, options: AnswerPlanOptions): void {
  const { json, csv, html, quiet } = options;
  const names = namesOf(dataset);
  const sources = Object.fromEntries(dataset.sources.map((s) => [s.id, { title: s.title, url: s.url }]));
  if (html !== undefined)
    writeWhole(html, renderPlanReport(report, { generatedWith: `monazite ${VERSION}`, names, sources }));
  if (csv !== undefined) writeWhole(csv, planCsv(report));
  if (json) streams.stdout.write(`${JSON.stringify(report)}\n`);
  else streams.stdout.write(renderPlan(report, { ...terminal(streams.stdout), names }));
  const written = [html === undefined ? [] : [`report: ${html}`], csv === undefined ? [] : [`table: ${csv}`]].flat();
  if (!quiet) for (const line of written) streams.stderr.write(`${line}\n`);
}
