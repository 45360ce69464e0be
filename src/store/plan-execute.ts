import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../dataset/problem.ts";
import { writeAtomically } from "./atomic-write.ts";
import { sha256 } from "./canonical.ts";
import { lockRun } from "./lock.ts";
import { type KeptEvaluator, type KeptOptions, keptEvaluator } from "./plan-evaluator.ts";
import { clearPlanParts, type PlanFolder } from "./plan-folder.ts";

const REPORT = "report.json";
const reportSchema = z.strictObject({
  format: z.literal("monazite-plan-report/1"),
  manifestHash: z.string(),
  reportHash: z.string(),
  report: z.unknown(),
});

export interface ExecutePlanOptions<Report, Marginal> extends KeptOptions<Marginal> {
  readonly run: PlanFolder;
  /** makes the report of what the evaluator answers; a pure function of its answers */
  readonly compute: (evaluator: KeptEvaluator<Marginal>) => Promise<Report>;
}

/**
 * Completes a plan's run: every evaluation is kept as it comes, the report is written last. The folder has the same
 * bytes however often it was interrupted.
 * Errors: StoreError when another process is at it, the disk is full or it was stopped; what the computation fails with.
 */
export async function executePlan<Report, Marginal>(options: ExecutePlanOptions<Report, Marginal>): Promise<Report> {
  const { run, say } = options;
  const unlock = lockRun(run.folder, say);
  try {
    clearPlanParts(run);
    const known = reportIfSound<Report>(run, say);
    if (known !== undefined) return known;
    const evaluator = keptEvaluator(run, options);
    try {
      const report = await options.compute(evaluator);
      const text = JSON.stringify(report);
      const { manifestHash } = run.manifest;
      const file = { format: "monazite-plan-report/1", manifestHash, reportHash: sha256(text), report };
      writeAtomically(join(run.folder, REPORT), `${JSON.stringify(file)}\n`, run.write);
      return JSON.parse(text);
    } finally {
      await evaluator.close();
    }
  } finally {
    unlock();
  }
}

/** The report of a finished plan; undefined while there is none. Errors: InputError when it is damaged. */
export function readPlanReport<Report>(run: PlanFolder): Report | undefined {
  const file = join(run.folder, REPORT);
  if (!existsSync(file)) return undefined;
  const fail = (message: string): never => {
    throw new InputError([{ file, line: 1, message, remedy: "monazite plan with the same file writes it again" }]);
  };
  let parsed: z.infer<typeof reportSchema>;
  try {
    parsed = reportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return fail("the report cannot be read");
  }
  if (parsed.manifestHash !== run.manifest.manifestHash) return fail("the report is of another run");
  if (sha256(JSON.stringify(parsed.report)) !== parsed.reportHash)
    return fail("the report was changed after it was written (sha-256)");
  return parsed.report as Report; // its hash says that it is what was computed
}

function reportIfSound<Report>(run: PlanFolder, say: (message: string) => void): Report | undefined {
  try {
    return readPlanReport<Report>(run);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [{ file, message }] = error.problems as [InputError["problems"][number]];
    say(`${file}: ${message}; writing it again`);
    return undefined;
  }
}
