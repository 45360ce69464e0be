import type { SourcesWords } from "../en/sources.ts";
import type { Format } from "../format.ts";

export const sources = (_f: Format): SourcesWords => ({
  title: "Quellen",
  lead: "Woher jede Zahl stammt, wo Zahlen einander widersprechen und unter welcher Lizenz sie stehen.",
});
