import { optional, text } from "./column.ts";
import { type RowOf, table } from "./table.ts";

export const names = table({
  file: "names.csv",
  about:
    "What things are called in German and Japanese, in the words of the field; docs/data.md says which keys there are. " +
    "`en` is the English it translates: where another table has an English name the two must be equal, elsewhere this is the English name.",
  key: "{key}",
  mayBeEmpty: true,
  columns: {
    key: text("kind and id: `commodity/dysprosium-oxide`, `event/cn-2025-04-licences`, `scenario/full-stop-japan`"),
    en: text("English"),
    de: text("German"),
    ja: text("Japanese"),
    note: optional(text("where the words are from; why a name stays English")),
  },
});
export type NameRow = RowOf<typeof names>;
