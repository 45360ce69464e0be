import { optional, text } from "./column.ts";
import { type RowOf, table } from "./table.ts";

export const corrections = table({
  file: "corrections.csv",
  about: "Faults of source files put right on the way in: what the source says, what was taken instead, and why.",
  key: "{sourceFile}:{key}:{field}",
  mayBeEmpty: true,
  columns: {
    sourceFile: { ...text("the source's file"), header: "file" },
    key: text("row within it"),
    field: text("column within it"),
    expected: optional(text("what the source says")),
    value: optional(text("what was taken instead")),
    reason: text("why"),
  },
});
export type CorrectionRow = RowOf<typeof corrections>;
