import type { EventRow, EventTermRow } from "../dataset/index.ts";
import { vagueness } from "./days.ts";

/** What has to be said with an event's policy: its own note, dates that are vague, what the model leaves out, terms that are no fact. */
export function noteOf(event: EventRow, terms: readonly EventTermRow[]): string {
  const begins = vagueness(event.inForce);
  const ends = vagueness(event.ends);
  return [
    event.note,
    begins ? `Only the ${begins} it took effect is known (${event.inForce}): its first day is taken` : "",
    ends ? `Only the ${ends} it ended is known (${event.ends}): its last day is taken` : "",
    event.unmodelled.length > 0 ? `Not in the model: ${event.unmodelled.join(", ")}` : "",
    ...terms.map((term) => (term.note === "" ? "" : `${term.term} (${term.status}): ${term.note}`)),
  ]
    .filter((sentence) => sentence !== "")
    .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(" ");
}
