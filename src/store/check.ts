import { join } from "node:path";
import { InputError, type Problem } from "../dataset/problem.ts";
import type { SweepSummary } from "../simulation/draws/summary.ts";
import { missingChunk, type RunFolder, rangesOf, readChunkIfThere, resumeCommand, strangersIn } from "./run-folder.ts";
import { hasSummaryFile, readSummary } from "./summary-file.ts";

/** A run of which every byte was looked at. */
export interface CheckedRun {
  readonly committedDraws: number;
  /** undefined while the run is not finished */
  readonly summary: SweepSummary | undefined;
}

/**
 * Looks at every byte of a run: files as their records say, values of the draws and months they should be of, and all
 * chunks of a run that has a summary.
 * Errors: InputError with everything that is missing, damaged or not of this run.
 */
export async function checkRun(run: RunFolder, onDraws?: (done: number) => void): Promise<CheckedRun> {
  const problems: Problem[] = [];
  const tried = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const isFinished = hasSummaryFile(run);
  let committedDraws = 0;
  for (const range of rangesOf(run)) {
    await tried(async () => {
      if ((await readChunkIfThere(run, range)) !== undefined) committedDraws += range.draws;
      else if (isFinished) throw missingChunk(run, range);
    });
    onDraws?.(range.firstDraw + range.draws);
  }
  const summary = await tried(() => readSummary(run));
  problems.push(...strangerProblems(run));
  if (problems.length > 0) throw new InputError(problems);
  return { committedDraws, summary };
}

/** Files that who reads the whole folder would take for draws of the run. */
function strangerProblems(run: RunFolder): Problem[] {
  const { chunks, others } = strangersIn(run);
  const problem = (name: string, remedy: string) => ({
    file: join(run.folder, "chunks", name),
    line: 1,
    message: "the file is not of this run",
    remedy,
  });
  return [
    ...chunks.map((name) => problem(name, `${resumeCommand(run.folder)} clears it away`)),
    ...others.filter((name) => name.endsWith(".parquet")).map((name) => problem(name, "move it elsewhere")),
  ];
}
