import type { DependenceWords } from "../en/dependence.ts";
import type { Format } from "../format.ts";

export const dependence = (_f: Format): DependenceWords => ({
  title: "依存度",
  lead: (v) => `${v.country}が鉱物ごとに他国へどれだけ依存しているかを示します。`,
});
