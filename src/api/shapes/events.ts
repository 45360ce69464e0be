import { z } from "zod";
import { contextReasons, type EventRow, eventKinds, type Located } from "../../dataset/index.ts";
import { policySchema } from "../../policy/kinds/index.ts";
import { named, source, sources, status } from "./common.ts";

export const policy = named("Policy", policySchema);
const reasons = Object.keys(contextReasons) as (keyof typeof contextReasons)[];

const columns = {
  id: z.string(),
  announced: z.string().describe("YYYY, YYYY-MM or YYYY-MM-DD, as precisely as it is known"),
  inForce: z.string(),
  ends: z.string().describe("blank = until further notice"),
  actors: z.array(z.string()),
  targets: z.array(z.string()),
  materials: z.array(z.string()),
  unmodelled: z.array(z.string()).describe("what it is about besides, which the model does not have"),
  stages: z.array(z.string()),
  kind: z.enum(eventKinds),
  because: z.enum([...reasons, ""]).describe("context only: why the model cannot act on it"),
  title: z.string(),
  description: z.string(),
  figures: z.string(),
  related: z.array(z.string()),
  confidence: z.enum(["high", "medium", "low"]),
  status,
  locator: z.string(),
  note: z.string(),
  acts: z.boolean().describe("whether the model can act on it, so that scenarios may refer to it"),
  at: z.string().describe("file and line of the dataset"),
};

const event = named("LedgerEvent", z.object({ ...columns, source: z.string() })) satisfies z.ZodType<
  Omit<EventRow, keyof Located>
>;

export const eventList = named("LedgerEvents", z.object({ events: z.array(event), sources }));

/** One event with its source and the policy it becomes; null where the model cannot act on it. */
export const eventInFull = named("LedgerEventInFull", z.object({ ...columns, source, policy: policy.nullable() }));
