import { id, integer, oneOf } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const demandCurves = table({
  file: "demand_curves.csv",
  about: "Demand as a few tranches, each with its share of the whole and its price elasticity (positive).",
  key: "{curve}:{tranche}:{parameter}",
  columns: {
    curve: id("name used by applications"),
    tranche: integer("0-based, the most elastic first", [0, 20]),
    parameter: oneOf(["share", "elasticity"], "share of demand, or its elasticity"),
    ...provenance(["share", "1"], [0, 100]),
  },
});
export type DemandCurveRow = RowOf<typeof demandCurves>;
