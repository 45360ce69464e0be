import type { Format } from "../format.ts";

/** Words of the screen "sources". */
export const sources = (_f: Format) => ({
  title: "Sources",
  lead: "Where every figure comes from, where figures disagree, and under which licence they are.",
});

export type SourcesWords = ReturnType<typeof sources>;
