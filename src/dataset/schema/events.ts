import { date, id, names, oneOf, optional, reference, text } from "./column.ts";
import { stages } from "./commodities.ts";
import { origin } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

/** What an event is to the model: one of the kinds of policy it can act on, or context. */
export const eventKinds = [
  "export-ban",
  "licence",
  "quota",
  "export-tax",
  "import-tariff",
  "suspension",
  "outage",
  "route-closure",
  "demand-change",
  "facility",
  "offtake",
  "price-floor",
  "public-stockpile",
  "joint-stockpile",
  "recycling",
  "substitution",
  "context",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Why the model cannot act on a context event, as a sentence that starts with "it". */
export const contextReasons = {
  politics: "it moves no tonnes by itself",
  "no-figures": "it names no tonnes, shares or dates that the model could take",
  "not-in-force": "it never came into force, or has not yet",
  outcome: "it is what followed from other events, which the model has to find by itself",
  baseline: "it is part of the figures of the base year",
  "other-event": "its effect is in the event it is related to",
  company: "it is about single companies, and the model knows countries",
  "outside-model": "it is about goods or rules that are not in the model",
} as const;
export type ContextReason = keyof typeof contextReasons;

const parties = { references: ["countries.id", "blocs.bloc"], wildcards: ["WLD"] };

export const events = table({
  file: "events.csv",
  about:
    "The ledger: what governments, producers and nature did to supply and demand, oldest first. Where the model can act on an event it has the name of a kind of policy and becomes one together with its rows in event_terms.csv.",
  key: "{id}",
  mayBeEmpty: true,
  columns: {
    id: id("name used in scenarios: who-when-what"),
    announced: date("when it became known, as precisely as that is known"),
    inForce: {
      ...optional(date("when it takes effect; a month or year counts from its first day")),
      header: "in_force",
    },
    ends: optional(date("last day; a month or year counts to its last day; blank = until further notice")),
    actors: names("who acts", parties),
    targets: names("whom it is aimed at", parties),
    materials: names("what it is about", { references: ["commodities.material", "commodities.id", "groups.group"] }),
    unmodelled: names("what it is about besides, which the model does not have", {}),
    stages: names("keep to these stages; blank = all", { values: stages }),
    kind: oneOf(eventKinds, "kind of policy, or context"),
    because: optional(
      oneOf(Object.keys(contextReasons) as ContextReason[], "context only: why the model cannot act on it"),
    ),
    title: text("in a line"),
    description: text("what was decided or happened"),
    figures: optional(text("the numbers that came with it")),
    related: names("events it changes, ends, answers or belongs to", { references: ["events.id"] }),
    confidence: oneOf(["high", "medium", "low"], "how well dates and content are known"),
    ...origin,
  },
});
export type EventRow = RowOf<typeof events>;

export const eventTerms = table({
  file: "event_terms.csv",
  about:
    "What the ledger's policies say beyond who, whom and what: rules and plans as known when they were made, never what came of them.",
  key: "{event}:{term}",
  mayBeEmpty: true,
  columns: {
    event: reference("events.id", "whose"),
    term: id("field of the kind of policy, as in a scenario"),
    value: text("as in a scenario, on one line: `45`, `[defence]`, `{ defence: 0 }`"),
    ...origin,
  },
});
export type EventTermRow = RowOf<typeof eventTerms>;
