import { InputError } from "../dataset/problem.ts";
import { type Manifest, short, type Versions } from "./manifest.ts";
import { committedDraws, openRun, type RunFolder } from "./run-folder.ts";
import { readSummary } from "./summary-file.ts";

/** A run as a list shows it, judged by names of files only. */
export interface ListedRun {
  readonly id: string;
  /** null when the manifest cannot be read */
  readonly manifest: Manifest | null;
  readonly committedDraws: number;
  readonly state: "finished" | "unfinished" | "unreadable";
  /** what else there is to know: another version, what is wrong with the manifest */
  readonly note: string;
}

/** One line about a run's folder; a broken run is a line too. */
export function listRun(id: string, folder: string, own: Versions): ListedRun {
  try {
    const run = openRun(folder);
    const { manifest } = run;
    const done = committedDraws(run);
    const others = [
      manifest.codeVersion === own.codeVersion ? [] : [`code ${short(manifest.codeVersion)}`],
      manifest.dataHash === own.dataHash ? [] : [`data ${short(manifest.dataHash)}`],
    ].flat();
    const finished = done === manifest.plan.draws && hasSummary(run);
    return {
      id,
      manifest,
      committedDraws: done,
      state: finished ? "finished" : "unfinished",
      note: others.length === 0 ? "" : `of ${others.join(", ")}`,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { id, manifest: null, committedDraws: 0, state: "unreadable", note: error.problems[0]!.message };
  }
}

function hasSummary(run: RunFolder): boolean {
  return readSummary(run) !== undefined;
}
