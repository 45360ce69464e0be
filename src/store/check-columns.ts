import { InputError } from "../dataset/problem.ts";
import type { SweepColumns } from "../simulation/draws/sweep.ts";
import { canonical } from "./canonical.ts";
import { manifestPath, type RunFolder } from "./run-folder.ts";

/**
 * Holds a manifest's columns against those that the plan gives with this code and data.
 * Errors: InputError naming the first that differs.
 */
export function checkColumns({ folder, manifest }: RunFolder, own: SweepColumns): void {
  for (const kind of ["inputs", "outcomes", "series", "months"] as const) {
    const its = manifest.columns[kind].map(textOf);
    const ours = own[kind].map(textOf);
    const at = Array.from({ length: Math.max(its.length, ours.length) }).findIndex((_, i) => its[i] !== ours[i]);
    if (at < 0) continue;
    const message = `columns.${kind}.${at}: got ${its[at] ?? "none"}, the plan gives ${ours[at] ?? "none"}`;
    const remedy = "take the manifest from a copy or run the sweep anew";
    throw new InputError([{ file: manifestPath(folder), line: 1, message, remedy }]);
  }
}

const textOf = (column: unknown) => JSON.stringify(canonical(column));
