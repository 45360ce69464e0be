import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { InputError } from "../dataset/problem.ts";
import { cannotWrite, PART, syncFolder, type WriteBytes, writeAtomically } from "./atomic-write.ts";
import { sha256 } from "./canonical.ts";
import { StoreError } from "./errors.ts";
import { type PlanManifest, parsePlanManifest, planManifestText } from "./plan-manifest.ts";

/** A plan's run on disk. */
export interface PlanFolder {
  readonly folder: string;
  readonly manifest: PlanManifest;
  /** how bytes reach the disk; tests put a full one here */
  readonly write?: WriteBytes;
}

const MANIFEST = "plan.json";
const KEPT = "kept";

/** What is kept of a portfolio: its planning losses, its marginal values, what the month simulation says. */
export type KeptKind = "evaluation" | "marginal" | "judged";

const recordSchema = z.strictObject({
  manifestHash: z.string(),
  kind: z.string(),
  x: z.array(z.number()),
  valueHash: z.string(),
  value: z.unknown(),
});

/** Whether a folder holds a plan's run: its manifest is the first thing written. */
export function isPlanRun(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}

/** The path of a plan's manifest. */
export function planManifestPath(folder: string): string {
  return join(folder, MANIFEST);
}

/** Makes or finds the folder of a plan's run. Errors: StoreError when it cannot be written. */
export function createPlanFolder(folder: string, manifest: PlanManifest, write?: WriteBytes): PlanFolder {
  try {
    mkdirSync(join(folder, KEPT), { recursive: true });
    syncFolder(folder);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
  if (!isPlanRun(folder)) writeAtomically(join(folder, MANIFEST), planManifestText(manifest), write);
  return openPlanFolder(folder, write);
}

/** Opens a plan's run. Errors: InputError when its manifest is wrong or of another run. */
export function openPlanFolder(folder: string, write?: WriteBytes): PlanFolder {
  const file = join(folder, MANIFEST);
  const manifest = parsePlanManifest(file, readFileSync(file, "utf8"));
  if (manifest.id !== basename(folder)) {
    const message = `the manifest is of run ${manifest.id}, the folder is called ${basename(folder)}`;
    throw new InputError([{ file, line: 1, message, remedy: `rename the folder to ${manifest.id}` }]);
  }
  mkdirSync(join(folder, KEPT), { recursive: true });
  return { folder, manifest, write };
}

/** Keeps what was computed for a portfolio. Errors: StoreError when it cannot be written or is no plain finite data. */
export function keep(run: PlanFolder, kind: KeptKind, x: ArrayLike<number>, value: unknown): void {
  const text = JSON.stringify(value);
  const path = pathOf(run, kind, x);
  if (hasHole(value)) throw new StoreError(`${path}: the ${kind} holds a figure that is not finite; it is not kept`);
  const record = { manifestHash: run.manifest.manifestHash, kind, x: plainScales(x), valueHash: sha256(text), value };
  writeAtomically(path, `${JSON.stringify(record)}\n`, run.write);
}

/**
 * What was kept for a portfolio; undefined when nothing was, or, with a word to `say`, when it is damaged or of
 * another run: it is computed again then.
 */
export function recall(run: PlanFolder, kind: KeptKind, x: ArrayLike<number>, say: (message: string) => void): unknown {
  const file = pathOf(run, kind, x);
  if (!existsSync(file)) return undefined;
  const damage = (what: string) => {
    say(`${file}: ${what}; computing it again`);
    return undefined;
  };
  let record: z.infer<typeof recordSchema>;
  try {
    record = recordSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return damage(`the ${kind} cannot be read`);
  }
  if (record.manifestHash !== run.manifest.manifestHash) return damage(`the ${kind} is of another run`);
  if (record.kind !== kind || record.x.join() !== plainScales(x).join())
    return damage(`the ${kind} is of another portfolio`);
  if (sha256(JSON.stringify(record.value)) !== record.valueHash)
    return damage(`the ${kind} was changed after it was written (sha-256)`);
  return record.value;
}

/** How many portfolios have a record of a kind; a look at names only. */
export function keptCount({ folder }: PlanFolder, kind: KeptKind): number {
  const names = existsSync(join(folder, KEPT)) ? readdirSync(join(folder, KEPT)) : [];
  return names.filter((name) => name.startsWith(`${kind}-`) && name.endsWith(".json")).length;
}

/** Removes what a killed process had not finished writing; only by who holds the lock. */
export function clearPlanParts({ folder }: PlanFolder): void {
  for (const place of [folder, join(folder, KEPT)])
    for (const name of readdirSync(place))
      if (name.endsWith(PART) && !name.startsWith("lock.")) rmSync(join(place, name), { force: true });
}

/** `kept/evaluation-1a2b….json`: named by the bits of the scales, so that no two portfolios share one. */
function pathOf({ folder }: PlanFolder, kind: KeptKind, x: ArrayLike<number>): string {
  const bytes = new Uint8Array(8 * x.length);
  const view = new DataView(bytes.buffer);
  plainScales(x).forEach((scale, i) => {
    view.setFloat64(8 * i, scale, true);
  });
  return join(folder, KEPT, `${kind}-${sha256(bytes).slice(0, 24)}.json`);
}

/** Scales as JSON has them: −0 is 0. */
function plainScales(x: ArrayLike<number>): number[] {
  return Array.from(x, (scale) => scale + 0);
}

function hasHole(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return value === undefined;
  return Object.values(value).some((entry) => entry !== undefined && hasHole(entry));
}
