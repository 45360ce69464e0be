import { id, oneOf, optional, text } from "./column.ts";
import { type RowOf, table } from "./table.ts";

/** Tables that hold figures a sweep may draw, as this table names them. */
export const uncertainTables = ["parameters", "demand_curves", "stocks", "applications"] as const;

export const uncertainties = table({
  file: "uncertainties.csv",
  about: "What a sweep of draws varies: groups of figures that move together, each within its own low and high.",
  key: "{id}",
  mayBeEmpty: true,
  columns: {
    id: id("name of the input"),
    title: text("what is uncertain, in a line"),
    table: oneOf(uncertainTables, "table of the figures"),
    rows: text("which rows: the parameter (parameters, demand_curves), the holder (stocks) or value (applications)"),
    scopes: optional(text("only rows of these scopes, curves, commodities or uses, separated by spaces; blank = all")),
    distribution: oneOf(
      ["triangular", "uniform"],
      "triangular (low, value, high) or uniform (low, high) of each row; all rows take the same percentile",
    ),
    note: text("why they move together"),
  },
});
export type UncertaintyRow = RowOf<typeof uncertainties>;
