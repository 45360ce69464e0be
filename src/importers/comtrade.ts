import type { DuckDBConnection } from "@duckdb/node-api";
import { quote } from "../dataset/index.ts";
import { baciHeadings } from "./baci-tables.ts";
import { withoutRepeats } from "./comtrade-repeats.ts";
import { type Declaration, flowsOf, judge, soundSql } from "./comtrade-rows.ts";
import { type Countries, readCountries } from "./country.ts";
import { openDuckDb } from "./duckdb.ts";
import { firstLine } from "./file-start.ts";
import { Gathering } from "./gathering.ts";
import type { Importer } from "./importer.ts";
import { mirrorNotes } from "./mirror.ts";
import { EXACT_REPEAT, repeatNote } from "./once.ts";
import { OTHER_HEADING, scanTrade } from "./scan-trade.ts";

/** Columns that are read; others may stand beside them. */
const columns = ["year", "reporter", "partner", "cmd", "flow", "value", "netwgt"] as const;
const SOURCE = "un-comtrade";

/**
 * UN Comtrade: what each customs office declares, USD and kilograms. Exact repeats are dropped, repeats that disagree
 * are rejected, and both ends of a flow are compared. Writes tradeFlows.
 */
export const comtrade: Importer = {
  id: "comtrade",
  description: "UN Comtrade: declared imports and exports; may not be passed on, so only into a folder of your own",
  accepts:
    "CSV with year,reporter,partner,cmd,flow,value,netwgt (M49 codes, HS six digits, M or X, USD, kg), from comtradeplus.un.org",
  headers: [columns],
  mayNotBePassedOn: "UN Comtrade's terms forbid passing its rows on",
  read: async (paths, context) => {
    const into = new Gathering();
    const countries = readCountries(context);
    const headings = [...baciHeadings(context, "HS17").keys()];
    const declared: Declaration[] = [];
    const { connection, close } = await openDuckDb();
    try {
      for (const path of new Set(paths)) {
        if (paths.indexOf(path) !== paths.lastIndexOf(path))
          into.fault({ file: path, row: 1 }, "the file is named twice", "name it once");
        context.progress(`reading ${path}`);
        declared.push(...(await readFile(path, headings, countries, connection, into, context.progress)));
      }
    } finally {
      close();
    }
    const single = withoutRepeats(declared, into);
    const { rows, fromImports, withoutWeight } = flowsOf(single, SOURCE);
    for (const row of rows) into.add("tradeFlows", row);
    if (single.length > 0) {
      into.notes.push(
        `${rows.length - fromImports} flows as the exporter declares them (free on board); ${fromImports} only as the importer does, freight and insurance included`,
      );
      into.notes.push(`${withoutWeight} flows without a weight: blank or zero in the source`);
      into.notes.push(...mirrorNotes(single));
    }
    const years = [...new Set(rows.map((row) => row.year!))].sort();
    return into.result({ tradeFlows: years.map((year) => ({ source: SOURCE, year })) });
  },
};

async function readFile(
  path: string,
  headings: readonly string[],
  countries: Countries,
  connection: DuckDBConnection,
  into: Gathering,
  progress: (what: string) => void,
): Promise<Declaration[]> {
  const line = await firstLine(path, into);
  if (line === undefined) return [];
  const header = line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const remedy = `expected ${columns.join(",")}, parted by commas, among others`;
    into.fault({ file: path, row: 1 }, `the header ${quote(line)} lacks ${missing.join(", ")}`, remedy);
    return [];
  }
  const kept = new Set(headings);
  const seen = new Set<string>();
  const repeats: number[] = [];
  const declared: Declaration[] = [];
  const select = header.map((name) => `"${name.replaceAll('"', '""')}"`).join(", ");
  const wanted = `lpad("cmd", 6, '0') IN (${headings.map((code) => `'${code}'`).join(", ")})`;
  const where = `${wanted} OR NOT (${soundSql(countries.labels("m49"))})`;
  const rowOf = await scanTrade(connection, { path, header, select, where, progress }, into, (n, cells, later) => {
    const whole = cells.join("\0");
    if (seen.has(whole)) {
      into.leaveOut(EXACT_REPEAT);
      repeats.push(n);
      return;
    }
    seen.add(whole);
    const named = Object.fromEntries(header.map((name, i) => [name, cells[i]!]));
    const found = judge(named, (label) => countries.find("m49", label));
    if (found.kind === "wrong")
      later((rowOf) => into.reject({ file: path, row: rowOf(n) }, named, found.message, found.remedy));
    else if (found.kind === "left-out") into.leaveOut(found.reason);
    else if (!kept.has(found.declared.hs6)) into.leaveOut(OTHER_HEADING);
    else declared.push({ ...found.declared, file: path, row: n, cells: named });
  });
  if (repeats.length > 0) into.notes.push(repeatNote(path, repeats.map(rowOf)));
  return declared.map((d) => ({ ...d, row: rowOf(d.row) }));
}
