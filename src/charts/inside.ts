import type { Rehearsal } from "../simulation/result.ts";

/** What the events hold back, and where. */
type Held = Pick<Rehearsal, "heldBack">;

/**
 * The country that counts as inside for a commodity: of those that control it or lose plants, the one that exports most in
 * the baseline. Null when no event holds the commodity back.
 */
export function insideOf({ heldBack }: Held, commodity: string): string | null {
  return heldBack.find((held) => held.commodity === commodity)?.country ?? null;
}

/** The inside countries of several commodities, each once; those of more commodities first. */
export function insidesOf(held: Held, commodities: readonly string[]): string[] {
  const found = commodities.map((c) => insideOf(held, c)).filter((c) => c !== null);
  const times = (country: string) => found.filter((c) => c === country).length;
  return [...new Set(found)].sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1));
}

/**
 * The inside country of each commodity for a chart: its own ({@link insideOf}); where it has none, the one country that
 * holds all the others back, if it is only one.
 */
export function homesOf(held: Held, commodities: readonly string[]): (commodity: string) => string | null {
  const all = insidesOf(held, commodities);
  return (commodity) => insideOf(held, commodity) ?? (all.length === 1 ? all[0]! : null);
}
