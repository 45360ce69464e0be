import { date, id, integer, names, number, oneOf, optional, reference, text } from "./column.ts";
import { stages } from "./commodities.ts";
import { origin } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

/** Kinds of policy that somebody can choose and pay for. */
export const measureKinds = [
  "facility",
  "recycling",
  "substitution",
  "public-stockpile",
  "joint-stockpile",
  "offtake",
  "price-floor",
  "import-tariff",
] as const;

/** How far a measure is: output already, being built or agreed, announced, or only thought of. */
export const measurePhases = ["operating", "construction", "planned", "idea"] as const;

export const sizings = ["on-off", "scalable"] as const;

const codes = { references: ["countries.id", "blocs.bloc"] };
const usd: readonly [number, number] = [0, 1e12];
const months: readonly [number, number] = [0, 240];

export const measures = table({
  file: "measures.csv",
  about:
    "Measures a plan may choose from: plants, stockpiles, contracts and programmes, with what they cost and how long they take. Each becomes a policy together with its rows in measure_terms.csv. " +
    "The status is that of cost and dates; public shares and delays are assumed throughout, and reasons are in docs/data.md.",
  key: "{id}",
  mayBeEmpty: true,
  columns: {
    id: id("name used in plans: where-what"),
    title: text("in a line"),
    kind: oneOf(measureKinds, "kind of policy"),
    agreement: optional(reference("agreements.id", "what was agreed that it belongs to")),
    parties: names("who must agree", codes),
    stage: oneOf(stages, "stage of the chain it acts on"),
    country: optional(reference("countries.id", "where; blank for several")),
    sizing: oneOf(sizings, "on-off: all or nothing; scalable: any part of it"),
    most: number("largest scale; 1 for on-off", [0.01, 100]),
    capitalLow: { ...number("all capital, smallest plausible, USD of 2025", usd), header: "capital_low" },
    capital: number("all capital, USD of 2025, a stockpile's purchase included; 0 = spent already", usd),
    capitalHigh: { ...number("all capital, largest plausible, USD of 2025", usd), header: "capital_high" },
    publicShare: {
      ...number("part of the capital that is public money; loans and stakes count whole", [0, 1]),
      header: "public_share",
    },
    payers: names("who pays the public money, with shares that sum to 1: `JPN:0.5 USA:0.5`", {}),
    runningLow: {
      ...number("public money a year besides, smallest plausible, USD of 2025", usd),
      header: "running_low",
    },
    running: number("public money a year besides: holding a stock, a floor's payments, a programme; USD of 2025", usd),
    runningHigh: {
      ...number("public money a year besides, largest plausible, USD of 2025", usd),
      header: "running_high",
    },
    start: date("earliest month of the decision, YYYY-MM"),
    leadMonths: {
      ...integer("from the decision to the first tonne or the first day in force", months),
      header: "lead_months",
    },
    delayLow: optional({ ...number("later than planned at the least, months", [-24, 240]), header: "delay_low" }),
    delayMode: optional({ ...number("later than planned, likeliest, months", [-24, 240]), header: "delay_mode" }),
    delayHigh: optional({
      ...number("later than planned at the most, months; all three blank = on time", [-24, 240]),
      header: "delay_high",
    }),
    rampMonths: optional({
      ...integer("from the first tonne to full size; only where the kind has a ramp", months),
      header: "ramp_months",
    }),
    phase: oneOf(measurePhases, "state of the project"),
    needs: names("measures it cannot do without", { references: ["measures.id"] }),
    excludes: names("measures it stands in the place of", { references: ["measures.id"] }),
    ...origin,
  },
});
export type MeasureRow = RowOf<typeof measures>;

export const measureTerms = table({
  file: "measure_terms.csv",
  about: "What the policies of measures.csv say beyond kind, country, first day and ramp, at full scale.",
  key: "{measure}:{term}",
  mayBeEmpty: true,
  columns: {
    measure: reference("measures.id", "whose"),
    term: id("field of the kind of policy, as in a scenario"),
    value: text("as in a scenario, on one line: `7000`, `[JPN]`, `{ priceMultiple: 3 }`"),
    ...origin,
  },
});
export type MeasureTermRow = RowOf<typeof measureTerms>;
