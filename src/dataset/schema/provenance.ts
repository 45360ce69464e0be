import { type Column, number, oneOf, optional, reference, text, year } from "./column.ts";

export const statuses = ["reported", "estimated", "assumed"] as const;
export type Status = (typeof statuses)[number];

/** Where a statement comes from. */
export const origin = {
  status: oneOf(statuses, "reported (printed by the source), estimated (derived from it) or assumed (our judgement)"),
  source: reference("sources.id", "who says so"),
  locator: optional(text("table, page, row or address within the source")),
  note: optional(text("assumed: the reasoning (mandatory); estimated: the method (mandatory)")),
};

/** The columns that end every table of figures: what is claimed, how sure it is and who says so. */
export function provenance<const U extends readonly string[]>(units: U, range?: readonly [number, number]) {
  return {
    value: number("the figure", range),
    unit: oneOf(units, "unit of value, low and high") as Column<U[number]>,
    year: optional(year("the year the figure is about")),
    low: optional(number("smallest plausible value, where known", range)),
    high: optional(number("largest plausible value, where known", range)),
    ...origin,
  };
}

/** A figure and its provenance, as every row of a table of figures has it. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly year: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: Status;
  readonly source: string;
  readonly locator: string;
  readonly note: string;
  readonly file: string;
  readonly line: number;
  readonly figure: string;
}
