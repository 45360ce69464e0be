import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readCsv } from "../../src/dataset/index.ts";
import type { GeoPolRiskColumns } from "../../src/indicators/index.ts";

export interface Extract {
  readonly name: string;
  readonly columns: GeoPolRiskColumns;
  /** pairs of importer and HS code that have a flow: the results that are counted */
  readonly results: number;
  /** rows of the file without a quantity, which no method can use */
  readonly withoutQuantity: number;
}

interface Flow {
  readonly exporter: string;
  readonly importer: string;
  readonly hs6: string;
  readonly tonnes: number;
  readonly valueThousandUsd: number;
}

/** A cut of BACI as CSV, plain or gz: columns exporter, importer, hs6, value_kusd and qty_t are used. */
export function readExtract(path: string): Extract {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { records, problems } = readCsv(path, text);
  const [header, ...body] = records;
  const at = (name: string) => {
    const i = header?.fields.indexOf(name) ?? -1;
    if (i < 0 || problems.length > 0) throw new Error(`${path}: no table with a column ${name}`);
    return i;
  };
  const [exporter, importer, hs6, value, tonnes] = ["exporter", "importer", "hs6", "value_kusd", "qty_t"].map(at);
  const known = body.filter(({ fields }) => fields[tonnes!] !== "");
  const flows = known.map(({ fields }) => ({
    exporter: fields[exporter!]!,
    importer: fields[importer!]!,
    hs6: fields[hs6!]!,
    tonnes: Number(fields[tonnes!]),
    valueThousandUsd: Number(fields[value!]),
  }));
  return extractOf("BACI 2024, 31 HS codes", flows, body.length - known.length);
}

/** Flows in the shape of the 2024 extract: 21,723 rows, 31 codes, 226 countries, quantities over eight orders of magnitude. */
export function syntheticExtract(): Extract {
  const next = uniform(20240101);
  // few countries trade most: squares crowd the numbers towards 0
  const country = () => `c${Math.floor(next() ** 2 * 226)}`;
  const flows = Array.from({ length: 21_723 }, (): Flow => {
    const tonnes = 10 ** (8 * next() - 3);
    return {
      exporter: country(),
      importer: country(),
      hs6: `h${Math.floor(next() * 31)}`,
      tonnes,
      valueThousandUsd: tonnes * (0.1 + 50 * next()),
    };
  });
  return extractOf("synthetic, shape of BACI 2024", flows, 0);
}

/** BACI knows neither production nor governance: both are drawn, always the same, since they change no count of operations. */
function extractOf(name: string, flows: readonly Flow[], withoutQuantity: number): Extract {
  const next = uniform(7);
  const countries = numbering(flows.flatMap((f) => [f.exporter, f.importer]));
  const codes = numbering(flows.map((f) => f.hs6));
  const made = Float64Array.from({ length: codes.size * countries.size }, () => (next() < 0.15 ? 1e6 * next() : 0));
  return {
    name,
    withoutQuantity,
    results: new Set(flows.map((f) => `${f.importer} ${f.hs6}`)).size,
    columns: {
      countries: countries.size,
      materials: codes.size,
      material: Int32Array.from(flows, (f) => codes.get(f.hs6)!),
      exporter: Int32Array.from(flows, (f) => countries.get(f.exporter)!),
      importer: Int32Array.from(flows, (f) => countries.get(f.importer)!),
      tonnes: Float64Array.from(flows, (f) => f.tonnes),
      valueThousandUsd: Float64Array.from(flows, (f) => f.valueThousandUsd),
      production: made,
      instability: Float64Array.from({ length: countries.size }, next),
    },
  };
}

function numbering(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort().map((name, i) => [name, i]));
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator, Numerical Recipes). */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
