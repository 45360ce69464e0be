import { id, oneOf, optional, text } from "./column.ts";
import { type RowOf, table } from "./table.ts";

export const sources = table({
  file: "sources.csv",
  about: "Who published the figures and under which terms. Own assumptions cite the source `monazite-assumption`.",
  key: "{id}",
  columns: {
    id: id("name used by the other tables"),
    publisher: text("who published it"),
    title: text("what it is called, with its year"),
    url: optional(text("where it is; blank for own assumptions")),
    licence: text("terms of use"),
    redistributable: oneOf(
      ["yes", "no", "facts"],
      "may rows be passed on: yes, no, or only single facts with citation",
    ),
  },
});
export type SourceRow = RowOf<typeof sources>;
