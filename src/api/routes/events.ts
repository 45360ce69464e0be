import { z } from "zod";
import { didYouMean, type EventRow, eventKinds, InputError, quote } from "../../dataset/index.ts";
import { acts, type EventQuery, eventsCsv, findEvents, ledgerPolicy } from "../../ledger/index.ts";
import { json, text } from "../answer.ts";
import type { Library } from "../library.ts";
import { route } from "../route.ts";
import { eventInFull, eventList } from "../shapes/events.ts";
import { found, missing } from "./missing.ts";

const name = z.string().min(1).max(60);
export const eventFields = z.strictObject({
  actor: name.optional().describe("only what this country or bloc did"),
  target: name.optional().describe("only what is aimed at this country or bloc, or at everyone"),
  material: name.optional().describe("only what is about this element, commodity or group"),
  from: name.optional().describe("announced or in force from then on (YYYY, YYYY-MM or YYYY-MM-DD)"),
  to: name.optional().describe("announced or in force until then"),
  kind: z.enum(eventKinds).optional(),
  acts: z.boolean().optional().describe("only what the model can act on, which scenarios may refer to"),
});

export const listEvents = route({
  method: "get",
  path: "/events",
  id: "listEvents",
  summary: "The ledger: what governments and producers did since 2008",
  queryFields: eventFields.extend({ format: z.enum(["json", "csv"]).default("json") }),
  answers: {
    200: { description: "in the order of the ledger", content: { "application/json": eventList, "text/csv": null } },
  },
  handle({ query: { format, ...query } }, { library }) {
    if (format === "csv") return text(eventsCsv(findEvents(library.dataset, query)), "text/csv", "events.csv");
    return json(eventsFound(library, query));
  },
});

export function eventsFound(library: Library, query: EventQuery): z.output<typeof eventList> {
  const events = findEvents(library.dataset, query);
  return { events: events.map(plain), sources: library.sources(events.map((event) => event.source)) };
}

export const oneEvent = route({
  method: "get",
  path: "/events/{id}",
  id: "getEvent",
  summary: "One event in full, with its source and the policy it becomes",
  pathFields: z.strictObject({ id: z.string().max(100) }),
  answers: { 200: { description: "the event", content: { "application/json": eventInFull } }, 404: missing },
  handle: ({ path: { id } }, { library }) => json(found(() => eventFound(library, id))),
});

/** Errors: InputError with the nearest id */
export function eventFound(library: Library, id: string): z.output<typeof eventInFull> {
  const { dataset } = library;
  const event = dataset.events.find((row) => row.id === id);
  if (!event) {
    const ids = dataset.events.map((row) => row.id);
    const message = `no event is called ${quote(id)}`;
    throw new InputError([{ file: "events.csv", line: 1, message, remedy: didYouMean(id, ids) }]);
  }
  const [source] = library.sources([event.source]);
  return { ...plain(event), source: source!, policy: acts(event) ? ledgerPolicy(dataset, id) : null };
}

/** An event as data, with whether the model can act on it; `at` is its line in data/. */
function plain(event: EventRow) {
  const { file, line, figure: _, actors, targets, materials, unmodelled, stages, related, ...columns } = event;
  return {
    ...columns,
    actors: [...actors],
    targets: [...targets],
    materials: [...materials],
    unmodelled: [...unmodelled],
    stages: [...stages],
    related: [...related],
    acts: acts(event),
    at: `${file}:${line}`,
  };
}
