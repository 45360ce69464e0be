import { plusDays } from "./calendar.ts";
import type { Window } from "./lever.ts";
import { PolicyProblem } from "./problem.ts";

/** What windows depend on: a policy's own dates and, for a suspension, the policy it suspends. */
export interface Dated {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string | null;
  readonly of?: string;
}

/** Cuts days out of windows: `2025-01-01 … null` less `2025-03-01 … 2025-03-31` leaves January–February and April on. */
export function cutWindows(windows: readonly Window[], cuts: readonly Window[]): Window[] {
  return cuts.reduce<Window[]>((left, cut) => left.flatMap((window) => cutOne(window, cut)), [...windows]);
}

/**
 * The windows of every policy by id, after suspensions cut theirs out; a suspension may itself be suspended.
 * Errors: {@link PolicyProblem} when suspensions suspend each other in a circle.
 */
export function windowsInForce(policies: readonly Dated[]): ReadonlyMap<string, readonly Window[]> {
  const resolved = new Map<string, readonly Window[]>();
  const resolve = (policy: Dated, chain: readonly string[]): readonly Window[] => {
    const known = resolved.get(policy.id);
    if (known) return known;
    if (chain.includes(policy.id)) {
      const circle = [...chain.slice(chain.indexOf(policy.id)), policy.id].join(" → ");
      throw new PolicyProblem([{ path: [policy.id, "of"], message: `suspensions go round in a circle: ${circle}` }]);
    }
    const cuts = policies
      .filter((other) => other.kind === "suspension" && other.of === policy.id)
      .flatMap((suspension) => resolve(suspension, [...chain, policy.id]));
    const windows = cutWindows([{ from: policy.from, to: policy.to }], cuts);
    resolved.set(policy.id, windows);
    return windows;
  };
  for (const policy of policies) resolve(policy, []);
  return resolved;
}

function cutOne(window: Window, cut: Window): Window[] {
  const apart = (cut.to !== null && cut.to < window.from) || (window.to !== null && cut.from > window.to);
  if (apart) return [window];
  const left: Window[] = [];
  if (cut.from > window.from) left.push({ from: window.from, to: plusDays(cut.from, -1) });
  if (cut.to !== null && (window.to === null || cut.to < window.to))
    left.push({ from: plusDays(cut.to, 1), to: window.to });
  return left;
}
