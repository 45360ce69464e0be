import type { DuckDBConnection } from "@duckdb/node-api";
import { quote } from "../dataset/index.ts";
import { baciHeadings } from "./baci-tables.ts";
import { type CountryFinder, type Declaration, flowsOf, judge } from "./comtrade-rows.ts";
import { readCountries } from "./country.ts";
import { openDuckDb, scanCsv } from "./duckdb.ts";
import { firstLine } from "./file-start.ts";
import { Gathering } from "./gathering.ts";
import type { Importer } from "./importer.ts";
import { mirrorNotes } from "./mirror.ts";

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
  mayNotBePassedOn: "UN Comtrade's terms forbid passing its rows on",
  read: async (paths, context) => {
    const into = new Gathering();
    const known = readCountries(context);
    const find: CountryFinder = (label) => known.find("m49", label);
    const headings = [...baciHeadings(context, "HS17").keys()];
    const declared: Declaration[] = [];
    const { connection, close } = await openDuckDb();
    try {
      for (const path of paths) {
        context.progress(`reading ${path}`);
        declared.push(...(await readFile(path, headings, find, connection, into, context.progress)));
      }
    } finally {
      close();
    }
    const single = withoutDisagreeing(declared, into);
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
  find: CountryFinder,
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
  const seen = new Set<string>();
  const declared: Declaration[] = [];
  const late: ((rowOf: (n: number) => number) => void)[] = [];
  let handedOver = 0;
  let repeats = 0;
  const scan = await scanCsv(connection, {
    path,
    header,
    select: header.map((name) => `"${name.replaceAll('"', '""')}"`).join(", "),
    where: `lpad("cmd", 6, '0') IN (${headings.map((code) => `'${code}'`).join(", ")})`,
    progress: (rows) => progress(`${path}: ${rows} rows`),
    onRow: (n, cells) => {
      handedOver += 1;
      const whole = cells.join("\0");
      if (seen.has(whole)) {
        repeats += 1;
        return true;
      }
      seen.add(whole);
      const named = Object.fromEntries(header.map((name, i) => [name, cells[i]!]));
      const found = judge(named, find);
      if (found.kind === "left-out") into.leaveOut(found.reason);
      else if (found.kind === "wrong")
        late.push((rowOf) => into.reject({ file: path, row: rowOf(n) }, named, found.message, found.remedy));
      else {
        const declaration: Declaration = { ...found.declared, file: path, row: n, cells: named };
        declared.push(declaration);
      }
      return true;
    },
  });
  into.readRows += scan.rows;
  if (scan.rows === 0) into.fault({ file: path, row: 1 }, "no rows follow the header", "download it again");
  for (const write of late) write(scan.rowOf);
  for (const { row, text, message } of scan.broken)
    into.reject(
      { file: path, row },
      { row: text },
      `the row cannot be split into cells: ${message}`,
      "download it again",
    );
  if (repeats > 0) into.leaveOut("exact repeat of a row before it", repeats);
  const other = scan.rows - scan.broken.length - handedOver;
  if (other > 0) into.leaveOut("heading not of a critical mineral", other);
  return declared.map((d) => ({ ...d, row: scan.rowOf(d.row) }));
}

/** Rejects every row of a declaration that is given with different figures: nothing tells which of them is right. */
function withoutDisagreeing(declared: readonly Declaration[], into: Gathering): Declaration[] {
  const groups = new Map<string, Declaration[]>();
  for (const d of declared) {
    const key = [d.year, d.reporterLabel, d.partnerLabel, d.hs6, d.flow].join();
    const others = groups.get(key);
    if (others) others.push(d);
    else groups.set(key, [d]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return group;
    for (const d of group) {
      const others = group.filter((other) => other !== d).map((other) => other.row);
      const shown = others.length > 5 ? `${others.slice(0, 5).join(", ")} …` : others.join(", ");
      const remedy = "keep one row; parts by means of transport or customs procedure must be added up first";
      into.reject(d, d.cells, `the declaration has other figures in row ${shown}`, remedy);
    }
    return [];
  });
}
