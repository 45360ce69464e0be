import { z } from "zod";
import { InputError } from "../dataset/problem.ts";
import type { Plan } from "../planning/plan.ts";
import { canonical, sha256 } from "./canonical.ts";
import type { Versions } from "./manifest.ts";

export const PLAN_FORMAT = "monazite-plan/1";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "expected a sha-256 in hex");

const manifestSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  id: z.string().min(1),
  kind: z.literal("plan"),
  planId: z.string().min(1).max(200),
  title: z.string(),
  candidates: z.int().min(0),
  futures: z.int().min(0),
  months: z.int().min(1),
  bruteForce: z.boolean(),
  codeVersion: hash,
  dataHash: hash,
  planHash: hash,
  manifestHash: hash,
});

/** What a plan's run is: with the plan it names, the code and the dataset it determines every byte of the folder. */
export type PlanManifest = z.infer<typeof manifestSchema>;

/** What is asked besides the plan itself. */
export interface PlanQuestion {
  /** name of the plan file without its ending */
  readonly planId: string;
  readonly plan: Plan;
  readonly bruteForce: boolean;
}

/** sha-256 (hex) of a plan, whatever the order of its keys. */
export function hashOfPlan(plan: Plan): string {
  return sha256(JSON.stringify(canonical(plan)));
}

/** `us-japan-1a2b3c4d`: the same question of the same code and data finds the same run. */
export function planRunId({ planId, plan, bruteForce }: PlanQuestion, versions: Versions): string {
  const key = sha256(`${hashOfPlan(plan)} ${bruteForce} ${versions.codeVersion} ${versions.dataHash}`);
  return `${planId.replace(/[^A-Za-z0-9._-]+/g, "-")}-${key.slice(0, 8)}`;
}

export function createPlanManifest(id: string, question: PlanQuestion, versions: Versions): PlanManifest {
  const { planId, plan, bruteForce } = question;
  const manifest = {
    format: PLAN_FORMAT,
    id,
    kind: "plan",
    planId,
    title: plan.title,
    candidates: plan.candidates.length,
    futures: plan.futures.length,
    months: plan.months,
    bruteForce,
    codeVersion: versions.codeVersion,
    dataHash: versions.dataHash,
    planHash: hashOfPlan(plan),
  } as const;
  return { ...manifest, manifestHash: manifestHash(manifest) };
}

/** The same for two runs of the same work that differ in their names only. */
function manifestHash(manifest: Omit<PlanManifest, "manifestHash">): string {
  return sha256(JSON.stringify(canonical({ ...manifest, id: undefined, manifestHash: undefined })));
}

/** A manifest from its text. Errors: InputError: no JSON, a key too many or too few, or changed afterwards. */
export function parsePlanManifest(file: string, text: string): PlanManifest {
  const fail = (message: string): never => {
    throw new InputError([{ file, line: 1, message, remedy: "delete the folder and run monazite plan anew" }]);
  };
  let manifest: PlanManifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    return fail(issue ? `${issue.path.join(".") || "manifest"}: ${issue.message}` : "the manifest is not JSON");
  }
  const found = manifestHash(manifest);
  if (found !== manifest.manifestHash)
    return fail(`manifestHash says ${manifest.manifestHash}, what is there has ${found}`);
  return manifest;
}

/** The text of a manifest. */
export function planManifestText(manifest: PlanManifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
