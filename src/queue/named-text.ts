import type { Redis } from "ioredis";
import { sha256 } from "../store/canonical.ts";
import { MOST_PLAN_BYTES } from "./messages.ts";
import { planKey } from "./names.ts";

/** A job is not one of ours, or not for us. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

const MOST_KEPT = 20;

/**
 * What jobs name by its hash and Redis holds: a plan, checked to be the one named, and kept in the form that `read` makes of it.
 * @param whose for messages: `the plan of this sweep`
 *
 * Errors, from the function returned: Refusal where it is another, too long or no JSON; what `read` fails with; Error where it is not there.
 */
export function namedPlans<T>(
  client: Redis,
  whose: string,
  read: (text: string, hash: string, value: unknown) => T,
): (hash: string) => Promise<T> {
  const plans = new Map<string, T>();
  return async (hash) => {
    const known = plans.get(hash);
    if (known !== undefined) return known;
    const length = await client.strlen(planKey(hash));
    if (length === 0) throw new Error(`${whose} is not in Redis (yet)`);
    if (length > MOST_PLAN_BYTES) throw new Refusal(`the plan has ${length} bytes, ${MOST_PLAN_BYTES} are allowed`);
    const text = await client.get(planKey(hash));
    if (text === null || sha256(text) !== hash) throw new Refusal("the plan in Redis is not the one the job names");
    const plan = read(text, hash, parseJson(text));
    for (const oldest of [...plans.keys()].slice(0, Math.max(0, plans.size - MOST_KEPT + 1))) plans.delete(oldest);
    plans.set(hash, plan);
    return plan;
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("the plan is not JSON");
  }
}
