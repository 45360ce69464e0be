import type { ChainWords } from "../en/chain.ts";
import type { Format } from "../format.ts";

export const chain = (_f: Format): ChainWords => ({
  title: "供給網",
  lead: (v) =>
    `${v.country}の${v.material}がどこから来るのかを段階ごとに、そして輸出規制が月ごとに何を変えるのかを示します。`,
});
