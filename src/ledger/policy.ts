import {
  contextReasons,
  type Dataset,
  didYouMean,
  type EventRow,
  InputError,
  type MapTree,
  quote,
  validateTree,
} from "../dataset/index.ts";
import { type Policy, policySchema } from "../policy/kinds/index.ts";
import { entryOf } from "./entry.ts";

/** Whether the model can act on an event. */
export function acts(event: EventRow): boolean {
  return event.kind !== "context";
}

/**
 * The entry of an event that a scenario refers to.
 * @throws the problem of an unknown id, of a context event, or of a row that makes no policy
 */
export function actingEntry(
  dataset: Dataset,
  id: string,
): MapTree | { readonly message: string; readonly remedy: string } {
  const event = dataset.events.find((row) => row.id === id);
  if (!event) {
    const known = dataset.events.filter(acts).map((row) => row.id);
    return { message: `no event of the ledger is called ${quote(id)}`, remedy: didYouMean(id, known) };
  }
  if (event.because !== "") {
    const why = contextReasons[event.because];
    const remedy = `leave it out, or write what it changes as an event of your own${instead(dataset, event)}`;
    return { message: `${quote(id)} is context: ${why}`, remedy };
  }
  const entry = entryOf(dataset, event);
  validateTree(entry, policySchema);
  return entry;
}

/** Related events that the model can act on, to offer instead. */
function instead(dataset: Dataset, event: EventRow): string {
  const acting = dataset.events.filter((row) => acts(row) && event.related.includes(row.id)).map((row) => row.id);
  return acting.length === 0 ? "" : `; related events that act: ${acting.join(", ")}`;
}

/**
 * The policy an event becomes: rules and plans as they were known when it was made.
 * @throws InputError for an event that is unknown, or context (which says why), or whose rows make no policy
 */
export function ledgerPolicy(dataset: Dataset, id: string): Policy {
  const entry = actingEntry(dataset, id);
  if ("message" in entry) throw new InputError([{ file: "events.csv", line: 1, ...entry }]);
  return validateTree(entry, policySchema).value;
}
