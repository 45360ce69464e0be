import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../dataset/problem.ts";
import { short, type Versions } from "./manifest.ts";
import { keptCount, openPlanFolder } from "./plan-folder.ts";
import type { PlanManifest } from "./plan-manifest.ts";

/** A plan's run as a list shows it, judged by names of files only. */
export interface ListedPlan {
  readonly id: string;
  /** null when the manifest cannot be read */
  readonly manifest: PlanManifest | null;
  /** portfolios evaluated and kept */
  readonly evaluations: number;
  readonly state: "finished" | "unfinished" | "unreadable";
  /** what else there is to know: another version, what is wrong with the manifest */
  readonly note: string;
}

/** One line about a plan's folder; a broken one is a line too. */
export function listPlan(id: string, folder: string, own: Versions): ListedPlan {
  try {
    const run = openPlanFolder(folder);
    const { manifest } = run;
    const others = [
      manifest.codeVersion === own.codeVersion ? [] : [`code ${short(manifest.codeVersion)}`],
      manifest.dataHash === own.dataHash ? [] : [`data ${short(manifest.dataHash)}`],
    ].flat();
    return {
      id,
      manifest,
      evaluations: keptCount(run, "evaluation"),
      state: existsSync(join(folder, "report.json")) ? "finished" : "unfinished",
      note: others.length === 0 ? "" : `of ${others.join(", ")}`,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { id, manifest: null, evaluations: 0, state: "unreadable", note: error.problems[0]!.message };
  }
}
