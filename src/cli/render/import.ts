import { type StatisticsTable, statisticsTables } from "../../dataset/index.ts";
import type { Importer, ImportResult } from "../../importers/importer.ts";
import { table } from "./table.ts";
import { plain, type RenderOptions } from "./text.ts";

/** What was done with the result of an import. */
export interface Written {
  readonly seconds: number;
  /** files that changed, or would have */
  readonly files: readonly string[];
  /** rows before and after, by table that changed */
  readonly tables: ReadonlyMap<string, readonly [number, number]>;
  readonly rejects: string;
  /** a command that reads the tables */
  readonly next: string;
  readonly dryRun: boolean;
}

/** The report of an import: rows read, kept by table, left out by reason, rejected, notes, time. */
export function renderImport(result: ImportResult, written: Written, options: RenderOptions): string {
  const kept = (Object.entries(result.rows) as [StatisticsTable, readonly unknown[]][]).map(([name, rows]) => [
    `kept in ${statisticsTables[name].file}`,
    String(rows.length),
  ]);
  const leftOut = [...result.leftOut]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([reason, count]) => [`left out: ${reason}`, String(count)]);
  const rejected = result.rejects.length > 0 ? [["rejected", String(result.rejects.length)]] : [];
  const rows = [["rows read", String(result.readRows)], ...kept, ...leftOut, ...rejected];
  const notes = result.notes.map((note) => `note: ${plain(note)}`);
  const seconds = written.seconds.toFixed(1);
  const names = pathsOf(written.files);
  const end = written.dryRun
    ? `nothing written (--dry-run); would change: ${names || "nothing"}; ${seconds} s`
    : `changed: ${names || "nothing, the tables already hold these rows"}; ${seconds} s`;
  const next = written.dryRun || written.files.length === 0 ? [] : [`to see them: ${written.next}`];
  const counts = [...written.tables].flatMap(([name, [before, after]]) =>
    after < before
      ? [`${name}: ${before} rows before, ${after} after: rows of the same release were replaced by fewer`]
      : [],
  );
  const rejects = result.rejects.length > 0 && !written.dryRun ? [`the rejected rows are in ${written.rejects}`] : [];
  const columns = [{ title: "" }, { title: "rows", align: "right" as const }];
  return `${[table(columns, rows, options), ...notes, ...counts, ...rejects, end, ...next].join("\n")}\n`;
}

const MOST_PATHS = 6;

function pathsOf(files: readonly string[]): string {
  const more = files.length - MOST_PATHS;
  return more > 1 ? `${files.slice(0, MOST_PATHS).join(", ")} and ${more} more` : files.join(", ");
}

/** Every source and the files it takes. */
export function renderSources(importers: readonly Importer[], options: RenderOptions): string {
  const width = options.width ?? 80;
  const lines = importers.flatMap(({ id, description, accepts }) => [
    `${id}`,
    ...wrap(`${description}. Takes ${accepts}.`, width - 2),
  ]);
  return `${lines.join("\n")}\n`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(`  ${line}`);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, `  ${line}`];
}
