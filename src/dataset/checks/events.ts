import type { Problem } from "../problem.ts";
import type { EventRow } from "../schema/events.ts";
import { type Check, problemAt } from "./check.ts";
import { assumptionSource } from "./reasons.ts";

export const events: Check = {
  says: "an event has its dates in order, and either acts with its terms or says why it does not",
  needs: ["events"],
  run: ({ events, eventTerms }) => {
    const kindOf = new Map(events.map((row) => [row.id, row.kind]));
    const unfit = eventTerms
      .filter((term) => kindOf.get(term.event) === "context")
      .map((term) => problemAt(term, `${term.event} is context and has a term`, "give it a kind or remove the term"));
    const unexplained = [...events, ...eventTerms].flatMap((row) => {
      if (row.status === "reported" && row.source === assumptionSource)
        return [problemAt(row, `a reported row cites ${assumptionSource}`, "cite who reported it, or make it assumed")];
      if (row.status !== "reported" && row.note === "")
        return [problemAt(row, `what is ${row.status} has no note`, "write the reasoning or the method into note")];
      return [];
    });
    return [...events.flatMap(faultsOf), ...inOrder(events), ...unfit, ...unexplained];
  },
};

function faultsOf(row: EventRow): Problem[] {
  const say = (message: string, remedy: string) => problemAt(row, message, remedy);
  const found: Problem[] = [];
  if (row.ends !== "" && row.inForce === "") found.push(say("it ends but is never in force", "fill in_force"));
  // of 2025 and 2025-04 either may come first, so only what both say is compared
  const common = Math.min(row.inForce.length, row.ends.length);
  if (row.ends !== "" && row.ends.slice(0, common) < row.inForce.slice(0, common))
    found.push(say(`ends ${row.ends} is before in_force ${row.inForce}`, "correct one of the dates"));
  if (row.status === "assumed" && row.confidence !== "low")
    found.push(say(`what is assumed has confidence ${row.confidence}`, "make it low, or cite who reports it"));
  if (row.related.includes(row.id)) found.push(say("it is related to itself", "name another event"));
  if (row.kind === "context") {
    if (row.because === "") found.push(say("a context event does not say why", "fill because"));
    return found;
  }
  if (row.because !== "") found.push(say(`a ${row.kind} says why it is context`, "leave because blank"));
  if (row.inForce === "") found.push(say(`a ${row.kind} has no day of effect`, "fill in_force, or make it context"));
  return found;
}

function inOrder(events: readonly EventRow[]): Problem[] {
  return events.slice(1).flatMap((row, i) => {
    const before = events[i]!;
    return row.announced < before.announced
      ? [problemAt(row, `${row.announced} comes after ${before.announced}`, "sort the rows by announced")]
      : [];
  });
}
