import type { SourcesWords } from "../en/sources.ts";
import type { Format } from "../format.ts";

export const sources = (_f: Format): SourcesWords => ({
  title: "出典",
  lead: "すべての数値の出典、数値の食い違い、そして利用条件を示します。",
});
