import type { ExposureWords } from "../en/exposure.ts";
import type { Format } from "../format.ts";

export const exposure = (_f: Format): ExposureWords => ({
  title: "自社への影響",
  lead: "部品表から、どの製品が最初に止まるかを示します。ファイルがこのブラウザーの外に出ることはありません。",
});
