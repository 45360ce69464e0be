import type { DuckDBConnection } from "@duckdb/node-api";
import { didYouMean, quote } from "../dataset/index.ts";
import { type BaciName, readBaciName } from "./baci-name.ts";
import { baciCountries, baciHeadings } from "./baci-tables.ts";
import { openDuckDb } from "./duckdb.ts";
import { firstLine } from "./file-start.ts";
import { type FlowLayout, layoutOf, layouts } from "./flow-layouts.ts";
import { type FirstGiven, type Flow, Flows } from "./flows.ts";
import { Gathering } from "./gathering.ts";
import type { ImportContext, Importer } from "./importer.ts";
import { EXACT_REPEAT, MOST_NOTED, ONE_RULE, placeOf, repeatNote } from "./once.ts";
import { type RowOf, scanTrade } from "./scan-trade.ts";

/** No heading trades a trillion USD, or two billion tonnes, between two countries in a year. */
const MOST_THOUSAND_USD = 1e9;
const MOST_TONNES = 2e9;

/** CEPII BACI: yearly trade between countries by heading. Writes tradeFlows. */
export const baci: Importer = {
  id: "baci",
  description: "CEPII BACI: yearly trade between countries by heading of the Harmonized System",
  accepts:
    "BACI_HS17_Y2024_V202601.csv (t,i,j,k,v,q), any revision, plain or gzip, from cepii.fr; extracts with their own header",
  headers: layouts.map((layout) => layout.header),
  read: async (paths, context) => {
    const into = new Gathering();
    const flows = new Flows();
    const sources = new Set<string>();
    const rowsOf: RowOf[] = [];
    const { connection, close } = await openDuckDb();
    try {
      for (const [index, path] of paths.entries()) {
        const line = await firstLine(path, into);
        const found = line === undefined ? undefined : layoutOf(path, line, into);
        const name = found && readBaciName(path, found.layout, into);
        if (!found || !name) continue;
        sources.add(name.source);
        rowsOf[index] = await readFile(
          { path, index, ...found, name, paths, rowsOf },
          flows,
          context,
          connection,
          into,
        );
      }
    } finally {
      close();
    }
    const lost = flows.partsLost();
    if (lost > 0) into.leaveOut("part of a flow of which another part is contradicted", lost);
    for (const row of flows.rows()) into.add("tradeFlows", row);
    const replaces = [...sources].flatMap((source) => [...flows.years].sort().map((year) => ({ source, year })));
    return into.result({ tradeFlows: replaces });
  },
};

interface BaciFile {
  readonly path: string;
  readonly index: number;
  readonly layout: FlowLayout;
  readonly columns: readonly string[];
  readonly name: BaciName;
  readonly paths: readonly string[];
  /** rows of the files before it */
  readonly rowsOf: readonly RowOf[];
}

async function readFile(
  file: BaciFile,
  flows: Flows,
  context: ImportContext,
  connection: DuckDBConnection,
  into: Gathering,
): Promise<RowOf> {
  const { path, layout, name } = file;
  const headings = baciHeadings(context, name.revision);
  const countries = baciCountries(context, layout.countries);
  const { select, where } = query(file, [...headings.keys()], [...countries.keys()]);
  const scan = { path, header: file.columns, select, where, progress: context.progress };
  const repeats: number[] = [];
  let repeated = 0;
  const rowOf = await scanTrade(connection, scan, into, (n, cells, later) => {
    const reject = (message: string, remedy: string) =>
      later((rowOf) => into.reject({ file: path, row: rowOf(n) }, named(file, cells), message, remedy));
    const flow = judge(cells, file, headings, countries, reject);
    if (!flow) return;
    const added = flows.add(flow, name.source, n, file.index);
    if (added.kind === "other-material") into.leaveOut("the same flow under another mineral of its heading");
    if (added.kind === "added-up") into.leaveOut("added to another flow that is the same under today's names");
    if (added.kind === "repeat") {
      into.leaveOut(EXACT_REPEAT);
      if (repeats.length < MOST_NOTED) repeats.push(n);
      repeated += 1;
    }
    if (added.kind === "contradiction") later((rowOf) => rejectBoth(file, { n, cells, flow, ...added, rowOf }, into));
  });
  if (repeats.length > 0) into.notes.push(repeatNote(path, repeats.map(rowOf), repeated));
  return rowOf;
}

interface Contradicted {
  readonly n: number;
  readonly cells: readonly string[];
  readonly flow: Flow;
  readonly first: FirstGiven;
  readonly firstToo: boolean;
  readonly rowOf: RowOf;
}

/** A flow given with other figures than before: it goes, and the first with it, for nothing tells which is right. */
function rejectBoth(file: BaciFile, { n, cells, flow, first, firstToo, rowOf }: Contradicted, into: Gathering): void {
  const here = { file: file.path, row: rowOf(n) };
  const there = {
    file: file.paths[first.file]!,
    row: (first.file === file.index ? rowOf : file.rowsOf[first.file]!)(first.n),
  };
  const message = "the flow has other figures in";
  const { hs6, year, exporter, importer } = flow;
  const figures = { valueThousandUsd: first.valueThousandUsd, tonnes: first.tonnes ?? "" };
  const firstCells = Object.entries({ year, exporter, importer, hs6, ...figures }).map(([name, cell]) => [
    name,
    String(cell),
  ]);
  if (firstToo) into.reject(there, Object.fromEntries(firstCells), `${message} ${placeOf(here, there.file)}`, ONE_RULE);
  into.reject(here, named(file, cells), `${message} ${placeOf(there, here.file)}`, ONE_RULE);
}

/** Order of the cells handed over. */
const parts = ["year", "exporter", "importer", "hs6", "value", "tonnes", "material"] as const;

function query({ layout, name }: BaciFile, headings: readonly string[], countries: readonly string[]) {
  const cell = (part: (typeof parts)[number]) => (layout[part] === undefined ? "''" : `"${layout[part]}"`);
  const list = (values: readonly string[]) => values.map((v) => `'${v}'`).join(", ");
  const number = (part: "year" | "value" | "tonnes") => `try_cast(${cell(part)} AS DOUBLE)`;
  const sound = [
    name.year === undefined ? `${number("year")} BETWEEN 1988 AND 2100` : `${cell("year")} = '${name.year}'`,
    `${cell("exporter")} IN (${list(countries)})`,
    `${cell("importer")} IN (${list(countries)})`,
    `regexp_full_match(${cell("hs6")}, '[0-9]{5,6}')`,
    `${number("value")} BETWEEN 0 AND ${MOST_THOUSAND_USD * layout.perThousandUsd}`,
    ...(layout.tonnes ? [`(${cell("tonnes")} IN ('', 'NA') OR ${number("tonnes")} BETWEEN 0 AND ${MOST_TONNES})`] : []),
  ];
  const kept = `lpad(${cell("hs6")}, 6, '0') IN (${list(headings)})`;
  return { select: parts.map(cell).join(", "), where: `${kept} OR NOT (${sound.join(" AND ")})` };
}

/** Cheaper than any ore by the tonne, and dearer than any metal: a weight or a value in another unit. */
const LEAST_USD_PER_TONNE = 0.01;
const MOST_USD_PER_TONNE = 1e9;
const WEIGHED_TONNES = 0.1; // smaller weights are rounded too roughly to divide by

function implausible(flow: {
  from: string;
  to: string;
  valueThousandUsd: number;
  tonnes: number | null;
}): string | undefined {
  const { from, to, valueThousandUsd, tonnes } = flow;
  if (from === to) return `${from} ships to itself`;
  if (tonnes === null || tonnes < WEIGHED_TONNES || valueThousandUsd === 0) return undefined;
  const unitValue = (valueThousandUsd * 1000) / tonnes;
  if (unitValue >= LEAST_USD_PER_TONNE && unitValue <= MOST_USD_PER_TONNE) return undefined;
  return `${tonnes} t for ${valueThousandUsd * 1000} USD are ${Number(unitValue.toPrecision(3))} USD per tonne`;
}

/** The same tests as the query, each with its words; a row that passes them is a flow. */
function judge(
  cells: readonly string[],
  { layout, name }: BaciFile,
  headings: ReadonlyMap<string, string>,
  countries: ReadonlyMap<string, string>,
  reject: (message: string, remedy: string) => void,
): Flow | undefined {
  const [yearText, from, to, heading, valueText, tonnesText, material] = cells as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const column = (part: (typeof parts)[number]) => layout[part] ?? part;
  const year = Number(yearText);
  if (!/^\d{4}$/.test(yearText) || year < 1988 || year > 2100)
    return refuse(reject, `${column("year")} is ${quote(yearText)}`, "expected a year from 1988");
  if (name.year !== undefined && year !== name.year)
    return refuse(
      reject,
      `${column("year")} is ${yearText}, the file's name says ${name.year}`,
      "one file holds one year",
    );
  for (const [part, label] of [
    ["exporter", from],
    ["importer", to],
  ] as const)
    if (!countries.has(label))
      return refuse(
        reject,
        `unknown country ${quote(label)} in ${column(part)}`,
        `${didYouMean(label, countries.keys())} A new code needs a row in data/mappings/baci-countries.csv`,
      );
  if (!/^\d{5,6}$/.test(heading))
    return refuse(reject, `${column("hs6")} is ${quote(heading)}`, "expected a heading of six digits");
  const value = amount(valueText);
  const most = MOST_THOUSAND_USD * layout.perThousandUsd;
  if (value === undefined || value < 0 || value > most)
    return refuse(
      reject,
      `${column("value")} is ${quote(valueText)}`,
      `expected a number from 0 to ${most}, with a decimal point`,
    );
  const tonnes = tonnesText === "" || tonnesText === "NA" ? null : amount(tonnesText);
  if (tonnes === undefined || (tonnes !== null && (tonnes < 0 || tonnes > MOST_TONNES)))
    return refuse(
      reject,
      `${column("tonnes")} is ${quote(tonnesText)}`,
      `expected tonnes from 0 to ${MOST_TONNES}, with a decimal point, or NA`,
    );
  const valueThousandUsd = value / layout.perThousandUsd;
  const fault = implausible({ from, to, valueThousandUsd, tonnes });
  if (fault)
    return refuse(reject, fault, "correct the row, or leave it out; are value and weight in the units of the header?");
  const code = heading.padStart(6, "0");
  return {
    code,
    hs6: headings.get(code)!,
    year,
    exporterLabel: from,
    importerLabel: to,
    exporter: countries.get(from)!,
    importer: countries.get(to)!,
    valueThousandUsd,
    tonnes,
    material,
  };
}

function refuse(reject: (message: string, remedy: string) => void, message: string, remedy: string): undefined {
  reject(message, remedy);
}

function amount(text: string): number | undefined {
  return /^[-+]?\d+(\.\d*)?(e[-+]?\d+)?$/i.test(text) || /^[-+]?\.\d+$/.test(text) ? Number(text) : undefined;
}

function named({ layout }: BaciFile, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap((part, i) => (layout[part] === undefined ? [] : [[layout[part], cells[i]!]])),
  );
}
