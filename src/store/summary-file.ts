import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../dataset/problem.ts";
import { createSummary, type SweepSummary } from "../simulation/draws/summary.ts";
import { writeAtomically } from "./atomic-write.ts";
import { sha256 } from "./canonical.ts";
import { type RunFolder, readChunks, resumeCommand } from "./run-folder.ts";

const SUMMARY = "summary.json";

const fileSchema = z.strictObject({
  format: z.literal("monazite-summary/1"),
  summaryHash: z.string(),
  planHash: z.string(),
  summary: z.looseObject({}),
});

/**
 * Streams every chunk into the summary and writes it.
 * Errors: InputError when a chunk is missing or damaged; StoreError when it cannot be written.
 */
export async function summarise(run: RunFolder, onDraws?: (done: number) => void): Promise<SweepSummary> {
  const building = createSummary(run.manifest.plan, run.manifest.columns);
  for await (const chunk of readChunks(run)) {
    building.add(chunk);
    onDraws?.(chunk.firstDraw + chunk.draws);
  }
  const summary = building.finish();
  const summaryHash = sha256(JSON.stringify(summary));
  const file = { format: "monazite-summary/1", planHash: run.manifest.planHash, summaryHash, summary };
  writeAtomically(join(run.folder, SUMMARY), `${JSON.stringify(file)}\n`, run.write);
  return summary;
}

/** Whether a run has a summary, sound or not: it is the last thing written. */
export function hasSummaryFile(run: RunFolder): boolean {
  return existsSync(join(run.folder, SUMMARY));
}

/** The summary of a finished run; undefined while there is none. Errors: InputError when it is damaged. */
export function readSummary(run: RunFolder): SweepSummary | undefined {
  const file = join(run.folder, SUMMARY);
  if (!hasSummaryFile(run)) return undefined;
  const fail = (message: string): never => {
    const remedy = `${resumeCommand(run.folder)} writes it again`;
    throw new InputError([{ file, line: 1, message, remedy }]);
  };
  let parsed: z.infer<typeof fileSchema>;
  try {
    parsed = fileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return fail("the summary cannot be read");
  }
  if (sha256(JSON.stringify(parsed.summary)) !== parsed.summaryHash)
    return fail("the summary was changed after it was written (sha-256)");
  if (parsed.planHash !== run.manifest.planHash) return fail("the summary is of another run");
  return parsed.summary as unknown as SweepSummary; // its hash says that it is what createSummary made
}
