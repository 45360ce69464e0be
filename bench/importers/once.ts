// One import in a process of its own, so that its peak memory is its own: <baci|csv-parse> <file>. Prints JSON.
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { baci } from "../../src/importers/baci.ts";
import type { ImportContext } from "../../src/importers/importer.ts";

async function importBaci(path: string) {
  const names = ["statistics/trade_codes.csv", ...readdirSync("data/mappings").map((name) => `mappings/${name}`)];
  const files = new Map(names.map((name) => [name, readFileSync(`data/${name}`, "utf8")]));
  const context: ImportContext = { files, progress: () => {} };
  const { readRows, rows, rejects, problems } = await baci.read([path], context);
  const faults = rejects.length + problems.length;
  return { rows: readRows, kept: rows.tradeFlows?.length ?? 0, faults };
}

/** The yardstick: only splitting the rows into cells, nothing looked up or checked. */
async function parseOnly(path: string) {
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 });
  const text = path.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  let rows = -1;
  for await (const _ of text.pipe(parse())) rows += 1;
  return { rows, kept: 0, faults: 0 };
}

const [how, path] = process.argv.slice(2) as [string, string];
const start = performance.now();
const done = await (how === "baci" ? importBaci(path) : parseOnly(path));
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ ...done, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }));
