import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { readCsv } from "../../src/dataset/index.ts";

/** Rows of a full year of BACI (2022 and 2023 have about eleven million). */
export const FULL_YEAR_ROWS = 11_000_000;

/**
 * Writes a file of the published shape and order, the same bytes for the same arguments: t,i,j,k,v,q with padded
 * numbers, one quantity of 32 not known; the first headings are those of critical minerals.
 */
export async function writeBaciFile(path: string, rows: number, headingCount: number): Promise<void> {
  const column = (file: string, at: number) =>
    readCsv(file, readFileSync(file, "utf8"))
      .records.slice(1)
      .map(({ fields }) => fields[at]!);
  const countries = column("data/mappings/baci-countries.csv", 0);
  const minerals = [...new Set(column("data/statistics/trade_codes.csv", 0))];
  const headings = new Set(minerals);
  for (let code = 10_121; headings.size < headingCount; code += 187) headings.add(String(code).padStart(6, "0"));
  const sorted = [...headings].sort();
  const pairs = countries.length * (countries.length - 1);
  const perPair = Math.ceil(rows / pairs);
  const step = Math.floor(sorted.length / perPair);
  const out = createWriteStream(path);
  const random = lehmer(20240101);
  let left = rows;
  let text = "t,i,j,k,v,q\n";
  for (const i of countries)
    for (const j of countries) {
      if (i === j) continue;
      const first = Math.floor(random() * step);
      for (let at = first, n = 0; n < perPair && left > 0; at += step, n++, left--) {
        const thousandUsd = 10 ** (random() * 6 - 3);
        const usdPerTonne = 10 ** (random() * 5);
        const tonnes = random() < 1 / 32 ? "NA" : ((thousandUsd * 1000) / usdPerTonne).toFixed(3);
        text += `2024,${i},${j},${sorted[at % sorted.length]},${thousandUsd.toFixed(3).padStart(14)},${tonnes.padStart(14)}\n`;
      }
      if (text.length < 1 << 20) continue;
      if (!out.write(text)) await once(out, "drain");
      text = "";
    }
  out.end(text);
  await once(out, "finish");
}

/** Lehmer's generator modulo 2³¹ − 1 (Park and Miller 1988): 0 to 1, the same on every machine. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
