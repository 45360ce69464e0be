import { z } from "zod";
import { InputError } from "../dataset/problem.ts";
import type { SweepColumns, SweepPlan } from "../simulation/draws/sweep.ts";
import { MOST_MONTHS, recordedScenarioSchema } from "../simulation/scenario.ts";
import { canonical, sha256 } from "./canonical.ts";

export const RUN_FORMAT = "monazite-run/2";
/** Draws are counted in 32 bits. */
export const MOST_DRAWS = 2_000_000_000;
export const MOST_CHUNK_DRAWS = 1_000;
const MOST_COLUMNS = 100_000;

const hash = z.string().regex(/^[0-9a-f]{64}$/, "expected a sha-256 in hex");
const column = z.strictObject({ id: z.string().min(1), title: z.string(), unit: z.string() });
const columns = z.array(column).max(MOST_COLUMNS);

/** A plan as it lies in a manifest or comes over a queue: everything is checked, nothing is evaluated. */
export const planSchema = z.strictObject({
  scenarioId: z.string().min(1).max(200),
  scenario: recordedScenarioSchema,
  withoutMeasures: z.boolean(),
  seed: z.int().min(0).max(0xffff_ffff),
  draws: z.int().min(1).max(MOST_DRAWS),
  design: z.enum(["random", "sobol", "sensitivity"]),
});

export const columnsSchema = z.strictObject({
  inputs: columns,
  outcomes: columns,
  series: columns,
  months: z
    .array(z.string().regex(/^\d{4}-\d{2}$/))
    .min(1)
    .max(MOST_MONTHS),
});

const manifestSchema = z.strictObject({
  format: z.literal(RUN_FORMAT),
  id: z.string().min(1),
  kind: z.literal("sweep"),
  plan: planSchema,
  columns: columnsSchema,
  chunkDraws: z.int().min(1).max(MOST_CHUNK_DRAWS),
  codeVersion: hash,
  dataHash: hash,
  scenarioHash: hash,
  planHash: hash,
  manifestHash: hash,
});

/** What a run is: with the code and the dataset it names, it determines every byte of the run. */
export interface Manifest {
  readonly format: typeof RUN_FORMAT;
  readonly id: string;
  readonly kind: "sweep";
  readonly plan: SweepPlan;
  readonly columns: SweepColumns;
  readonly chunkDraws: number;
  /** sha-256 of the code that decides the bytes */
  readonly codeVersion: string;
  /** sha-256 of the curated tables */
  readonly dataHash: string;
  readonly scenarioHash: string;
  readonly planHash: string;
  /** sha-256 of all of it but the name and this; every chunk's record carries it */
  readonly manifestHash: string;
}

/** Which code and which dataset; a run goes on only under the versions it began with. */
export interface Versions {
  readonly codeVersion: string;
  readonly dataHash: string;
}

/** The plan with its keys in order, as it is stored, sent and hashed. */
export function orderedPlan(plan: SweepPlan): SweepPlan {
  return canonical(plan);
}

/** sha-256 (hex) of a plan, whatever the order of its keys. */
export function planHash(plan: SweepPlan): string {
  return sha256(JSON.stringify(canonical(plan)));
}

/** What makes two sweeps the same work: plan, code and data. */
export function sweepKey(plan: SweepPlan, versions: Versions): string {
  return sha256(`${planHash(plan)} ${versions.codeVersion} ${versions.dataHash}`);
}

/** `us-japan-framework-1a2b3c4d`: the same command finds the same run. */
export function runIdOf(plan: SweepPlan, versions: Versions): string {
  return `${plan.scenarioId.replace(/[^A-Za-z0-9._-]+/g, "-")}-${sweepKey(plan, versions).slice(0, 8)}`;
}

export function createManifest(
  id: string,
  plan: SweepPlan,
  columns: SweepColumns,
  chunkDraws: number,
  versions: Versions,
): Manifest {
  const manifest: Omit<Manifest, "manifestHash"> = {
    format: RUN_FORMAT,
    id,
    kind: "sweep",
    plan: orderedPlan(plan),
    columns,
    chunkDraws,
    ...versions,
    scenarioHash: sha256(JSON.stringify(canonical(plan.scenario))),
    planHash: planHash(plan),
  };
  return { ...manifest, manifestHash: manifestHash(manifest) };
}

/** The same for two runs of the same work that differ in their names only. */
function manifestHash(manifest: Omit<Manifest, "manifestHash">): string {
  return sha256(JSON.stringify(canonical({ ...manifest, id: undefined, manifestHash: undefined })));
}

/**
 * A manifest from its text.
 * Errors: InputError with every problem: no JSON, a key too many or too few, a plan or anything else that was
 * changed afterwards.
 */
export function parseManifest(file: string, text: string): Manifest {
  const fail = (messages: string[]): never => {
    const remedy = "take the run folder from a copy or run the sweep anew";
    throw new InputError(messages.map((message) => ({ file, line: 1, message, remedy })));
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail([`the manifest is not JSON (${error instanceof Error ? error.message : error})`]);
  }
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (format !== RUN_FORMAT)
    return fail([`got format ${JSON.stringify(format)}, expected ${JSON.stringify(RUN_FORMAT)}`]);
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success)
    return fail(parsed.error.issues.map(({ path, message }) => `${path.join(".") || "manifest"}: ${message}`));
  const manifest: Manifest = parsed.data;
  const hashes = [
    ["planHash", manifest.planHash, planHash(manifest.plan)],
    ["scenarioHash", manifest.scenarioHash, sha256(JSON.stringify(canonical(manifest.plan.scenario)))],
  ];
  const inside = hashes.filter(([, stated, found]) => stated !== found);
  const whole = ["manifestHash", manifest.manifestHash, manifestHash(manifest)];
  const changed = inside.length > 0 || whole[1] === whole[2] ? inside : [whole];
  if (changed.length > 0)
    return fail(changed.map(([name, stated, found]) => `${name} says ${stated}, what is there has ${found}`));
  return manifest;
}

/** The text of a manifest. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** Refuses a run of another code or dataset, naming both. Errors: InputError. */
export function checkVersions(file: string, manifest: Versions, own: Versions): void {
  const both = [
    { what: "code", its: manifest.codeVersion, ours: own.codeVersion },
    { what: "data", its: manifest.dataHash, ours: own.dataHash },
  ];
  const other = both.filter(({ its, ours }) => its !== ours);
  if (other.length === 0) return;
  throw new InputError(
    other.map(({ what, its, ours }) => ({
      file,
      line: 1,
      message: `the run was begun with ${what} version ${short(its)}, this is ${what} version ${short(ours)}`,
      remedy: `go on with the ${what} it was begun with, or start the sweep anew`,
    })),
  );
}

/** Enough of a hash to tell versions apart. */
export function short(hash: string): string {
  return hash.slice(0, 12);
}
