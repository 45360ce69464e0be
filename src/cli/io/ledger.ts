import { existsSync } from "node:fs";
import { InputError, readCsv } from "../../dataset/index.ts";
import { insertRows, type LedgerRow, ledgerColumns, rowsCsv } from "../../reading/row.ts";
import { readInput } from "./read-input.ts";
import { checkWritable, writeWhole } from "./write.ts";

/** What an existing ledger holds. Errors: InputError when its columns are not the ledger's. */
export function readLedger(path: string): {
  readonly text: string;
  readonly ids: ReadonlySet<string>;
  readonly records: { line: number; announced: string }[];
  readonly rows: readonly LedgerRow[];
} {
  checkWritable("--into", path);
  if (!existsSync(path)) return { text: `${ledgerColumns.join(",")}\n`, ids: new Set(), records: [], rows: [] };
  const text = readInput(path).replaceAll("\r\n", "\n");
  const { records, problems } = readCsv(path, text);
  const [header, ...body] = records;
  const got = header?.fields.join(",") ?? "";
  if (problems.length === 0 && got !== ledgerColumns.join(","))
    problems.push({
      file: path,
      line: 1,
      message: `got the columns ${got === "" ? "(none)" : got}`,
      remedy: `expected ${ledgerColumns.join(",")}`,
    });
  const at = (name: (typeof ledgerColumns)[number]) => ledgerColumns.indexOf(name);
  for (const record of problems.length === 0 ? body : [])
    if (record.fields.length !== ledgerColumns.length)
      problems.push({
        file: path,
        line: record.line,
        message: `the row has ${record.fields.length} cells, the header ${ledgerColumns.length}`,
        remedy: "mend the row first",
      });
  if (problems.length > 0) throw new InputError(problems);
  return {
    text,
    ids: new Set(body.map((r) => r.fields[at("id")]!)),
    records: body.map((r) => ({ line: r.line, announced: r.fields[at("announced")]! })),
    rows: body.map((r) => Object.fromEntries(ledgerColumns.map((c, i) => [c, r.fields[i]!])) as unknown as LedgerRow),
  };
}

/** Puts rows into a ledger, all or none. Errors: UsageError when it cannot be written. */
export function addToLedger(path: string, ledger: ReturnType<typeof readLedger>, rows: readonly LedgerRow[]): void {
  writeWhole(path, insertRows(ledger.text, ledger.records, rows));
}

export const csvOf = (rows: readonly LedgerRow[]): string => `${ledgerColumns.join(",")}\n${rowsCsv(rows)}`;
