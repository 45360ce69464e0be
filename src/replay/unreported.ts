import type { Replay } from "./result.ts";

/**
 * The countries where the model has product lines stop though what happened was looked for and no such stop is known;
 * none of an episode whose outcomes are withheld.
 */
export function unreportedStops({ firstStops }: Replay): Replay["firstStops"] {
  return firstStops.filter((s) => s.modelledMonth !== null && s.reason === "not known");
}

/** What that says, in a sentence; null without any. @param month how a month is written */
export function unreportedStopWords(replay: Replay, month: (label: string) => string): string | null {
  const stops = unreportedStops(replay);
  if (stops.length === 0) return null;
  const each = stops.map((s) => `${s.country} from ${month(s.modelledMonth!)} (${s.applications.join(", ")})`);
  return `the model has product lines stop in ${each.join("; ")}; no such stop is among what was observed, so read it as an error of the model`;
}
