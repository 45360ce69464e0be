import { parseDataset } from "../../dataset/index.ts";
import { renderSweepReport } from "../../report/sweep/index.ts";
import type { SweepSummary } from "../../simulation/draws/summary.ts";
import type { RunFolder } from "../../store/run-folder.ts";
import { namesOf } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderRun } from "../render/run.ts";
import { terminal } from "../render/terminal.ts";
import { VERSION } from "./version.ts";
import { writeWhole } from "./write.ts";

export interface AnswerOptions {
  readonly json?: boolean;
  readonly html?: string;
  readonly quiet?: boolean;
}

/** Prints a finished run as JSON or for the terminal, and writes its report when one is asked for. */
export function answerRun(
  streams: Streams,
  run: RunFolder,
  summary: SweepSummary,
  tables: ReadonlyMap<string, string>,
  options: AnswerOptions,
): void {
  const names = namesOf(parseDataset(tables));
  if (options.html !== undefined)
    writeWhole(options.html, renderSweepReport(summary, { generatedWith: `monazite ${VERSION}`, names }));
  if (options.json) streams.stdout.write(`${JSON.stringify({ run: run.manifest, summary })}\n`);
  else streams.stdout.write(renderRun(run, summary, { ...terminal(streams.stdout), names }));
  if (options.html !== undefined && !options.quiet) streams.stderr.write(`report: ${options.html}\n`);
}
