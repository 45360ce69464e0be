import { text } from "./column.ts";
import { type RowOf, table } from "./table.ts";

export const tensions = table({
  file: "tensions.csv",
  about: "Published figures that contradict each other.",
  key: "{topic}:{figureA}|{figureB}",
  mayBeEmpty: true,
  columns: {
    topic: text("what both speak of"),
    figureA: text("one figure, with its source"),
    figureB: text("the other"),
    note: text("why they may differ and which one is used"),
  },
});
export type TensionRow = RowOf<typeof tensions>;
