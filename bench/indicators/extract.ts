import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readCsv } from "../../src/dataset/index.ts";
import type { GeoPolRiskColumns } from "../../src/indicators/index.ts";

export interface Extract {
  readonly name: string;
  readonly columns: GeoPolRiskColumns;
  /** the same made again from the flows as read, so that it can be timed */
  readonly build: () => GeoPolRiskColumns;
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

const TRADE = "data/statistics/trade";

/** The flows of 2024 that the repository ships, one file per HS heading; cut from CEPII BACI. */
export function shippedExtract(): Extract {
  const files = readdirSync(TRADE)
    .filter((file) => file.endsWith(".csv"))
    .sort();
  const rows = files.flatMap((file) =>
    rowsOf(`${TRADE}/${file}`, file.replace(".csv", ""), "tonnes", "valueThousandUsd"),
  );
  return extractOf(`BACI 2024 as shipped in ${TRADE}`, rows.filter(isOf2024));
}

/** A cut of BACI as CSV, plain or gz: columns year, exporter, importer, hs6, value_kusd and qty_t are used. */
export function readExtract(path: string): Extract {
  return extractOf("BACI, the file of MONAZITE_BENCH_BACI", rowsOf(path, null, "qty_t", "value_kusd"));
}

const isOf2024 = (row: Row) => row.year === "2024";

interface Row extends Omit<Flow, "tonnes"> {
  readonly year: string;
  /** null: the file leaves it open */
  readonly tonnes: number | null;
}

/** The flows of one file; `heading` where the file is of one heading only and has no column for it. */
function rowsOf(path: string, heading: string | null, quantity: string, money: string): readonly Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { records, problems } = readCsv(path, text);
  const [header, ...body] = records;
  const at = (name: string) => {
    const i = header?.fields.indexOf(name) ?? -1;
    if (i < 0 || problems.length > 0) throw new Error(`${path}: no table with a column ${name}`);
    return i;
  };
  const [year, exporter, importer, value, tonnes] = ["year", "exporter", "importer", money, quantity].map(at);
  const hs6 = heading === null ? at("hs6") : 0;
  return body.map(({ fields }) => ({
    year: fields[year!]!,
    exporter: fields[exporter!]!,
    importer: fields[importer!]!,
    hs6: heading ?? fields[hs6]!,
    tonnes: fields[tonnes!] === "" ? null : Number(fields[tonnes!]),
    valueThousandUsd: Number(fields[value!]),
  }));
}

/** BACI knows neither production nor governance: both are drawn, always the same, since they change no count of operations. */
function extractOf(name: string, rows: readonly (Omit<Flow, "tonnes"> & { tonnes: number | null })[]): Extract {
  const flows = rows.filter((row): row is Flow => row.tonnes !== null);
  return {
    name,
    withoutQuantity: rows.length - flows.length,
    results: new Set(flows.map((f) => `${f.importer} ${f.hs6}`)).size,
    columns: columnsOf(flows),
    build: () => columnsOf(flows),
  };
}

function columnsOf(flows: readonly Flow[]): GeoPolRiskColumns {
  const next = uniform(7);
  const countries = numbering(flows.flatMap((f) => [f.exporter, f.importer]));
  const codes = numbering(flows.map((f) => f.hs6));
  return {
    countries: countries.size,
    materials: codes.size,
    material: Int32Array.from(flows, (f) => codes.get(f.hs6)!),
    exporter: Int32Array.from(flows, (f) => countries.get(f.exporter)!),
    importer: Int32Array.from(flows, (f) => countries.get(f.importer)!),
    tonnes: Float64Array.from(flows, (f) => f.tonnes),
    valueThousandUsd: Float64Array.from(flows, (f) => f.valueThousandUsd),
    production: Float64Array.from({ length: codes.size * countries.size }, () => (next() < 0.15 ? 1e6 * next() : 0)),
    instability: Float64Array.from({ length: countries.size }, next),
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
