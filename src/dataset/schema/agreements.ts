import { date, id, names, number, oneOf, optional, reference, text } from "./column.ts";
import { origin } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

/** What a party of an agreement gives or undertakes. */
export const agreementTermKinds = [
  "grant",
  "guarantee",
  "loan",
  "equity",
  "offtake",
  "insurance",
  "stockpile",
  "price-floor",
  "earnings-floor",
  "deadline",
  "consultation",
  "target",
] as const;

export const agreementUnits = [
  "USD",
  "USD/t",
  "USD/year",
  "EUR",
  "JPY",
  "AUD",
  "t/year",
  "share",
  "months",
  "years",
] as const;

const parties = { references: ["countries.id", "blocs.bloc"] };

export const agreements = table({
  file: "agreements.csv",
  about:
    "Agreements whose terms are known, as templates for plans: who is in, and the event of the ledger they began with.",
  key: "{id}",
  mayBeEmpty: true,
  columns: {
    id: id("name used in plans and in measures.csv"),
    title: text("in a line"),
    parties: names("who is in", parties),
    event: optional(reference("events.id", "the event of the ledger it began with")),
    from: date("when it began or takes effect"),
    ends: optional(date("last day; blank = until further notice")),
    ...origin,
  },
});
export type AgreementRow = RowOf<typeof agreements>;

export const agreementTerms = table({
  file: "agreement_terms.csv",
  about:
    "What is in an agreement, a term a row. Targets can be taken into a plan as constraints: `term: eu-crma:processing`.",
  key: "{agreement}:{term}",
  mayBeEmpty: true,
  columns: {
    agreement: reference("agreements.id", "whose"),
    term: id("name of the term"),
    kind: oneOf(agreementTermKinds, "what is given or undertaken"),
    by: names("who gives it", parties),
    value: optional(number("how much, where a number is named", [0, 1e13])),
    unit: optional(oneOf(agreementUnits, "unit of value")),
    until: optional(date("by when or until when")),
    acts: names(
      "measures it acts through: as their public money, contract or stockpile; blank = not modelled, unless it is a target",
      {
        references: ["measures.id"],
      },
    ),
    text: text("in words"),
    ...origin,
  },
});
export type AgreementTermRow = RowOf<typeof agreementTerms>;
