import { count, list, percent } from "../../charts/format.ts";
import { type KnownNames, namesFrom } from "../../charts/names.ts";
import { type ComparisonRow, comparisonGroups } from "../../charts/run-comparison.ts";
import type { RunComparison } from "../../store/compare.ts";
import { type Column, leftOut, table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

export interface ComparisonRenderOptions extends RenderOptions {
  readonly names?: KnownNames;
  /** every row, not the first of each group */
  readonly all?: boolean;
}

const MOST_ROWS = 6;

/** Two runs for a terminal: B less A, a table for each kind of outcome, what differs most first. */
export function renderComparison(comparison: RunComparison, options: ComparisonRenderOptions = {}): string {
  const width = options.width ?? 80;
  const { a, b, onlyInA, onlyInB } = comparison;
  const lines = (text: string) => wrap(plain(text), width);
  const head = (text: string) => lines(text).map((line) => paint(options.colour).bold(line));
  const groups = comparisonGroups(comparison, namesFrom(options.names));
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const hidden = comparison.outcomes.length - shown;
  const lost = new Set<string>();
  const tables = groups.map(({ title, rows }) => {
    const kept = options.all ? rows : rows.slice(0, MOST_ROWS);
    const more = rows.length - kept.length;
    const columns = columnsFor(comparison.paired, kept);
    const cells = kept.map((row) => columns.map(({ cell }) => cell(row)));
    for (const name of leftOut(columns, cells, { ...options, width })) lost.add(name);
    return [
      ...head(title),
      table(columns, cells, { ...options, width }),
      ...(more > 0 ? lines(`… and ${more} more, --all`) : []),
    ];
  });
  const blocks = [
    [...head(`B less A: A is ${a}, B is ${b}`), ...howCompared(comparison).flatMap(lines)],
    ...tables,
    [
      ...(lost.size > 0 ? lines(`No room for ${list([...lost].map((name) => `“${name}”`))} (--json has all).`) : []),
      ...(hidden > 0 ? lines(sameWords(hidden, comparison.outcomes.length)) : []),
      ...notShared(a, onlyInA).flatMap(lines),
      ...notShared(b, onlyInB).flatMap(lines),
    ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function howCompared({ paired, unpairedBecause, outcomes }: RunComparison): string[] {
  const single = outcomes.every(({ standardError }) => standardError === null);
  return [
    paired
      ? "The same draws in both, so differences are taken draw by draw: 90 % of them lie between p05 and p95; above and below are the shares of draws where B is above and below A."
      : `Not the same draws (${unpairedBecause}): means are compared as of independent runs.`,
    ...(single ? ["± (the standard error of the difference) needs two draws or more of each run."] : []),
  ];
}

function sameWords(hidden: number, all: number): string {
  const what = hidden === all ? `All ${count(all, "outcome")}` : count(hidden, "more outcome");
  return `${what} ${hidden === 1 ? "is" : "are"} the same in every draw (to one part in a billion) or never happen.`;
}

type CellColumn = Column & { readonly cell: (row: ComparisonRow) => string };

/** The columns of a group: countries and what happens in one run only where some row has them. */
function columnsFor(paired: boolean, rows: readonly ComparisonRow[]): CellColumn[] {
  const right = { align: "right" as const };
  const share = (value: number | null) => (value === null ? "–" : percent(value));
  const once = rows.some(({ onlyA, onlyB }) => onlyA + onlyB > 0);
  const placed = rows.some(({ country }) => country !== "");
  return [
    { title: "", whole: true, cell: (r) => plain(r.name) },
    ...(placed ? [{ title: "", cell: (r: ComparisonRow) => r.country }] : []),
    { title: "A", ...right, drop: 2, cell: (r) => r.meanA },
    { title: "B", ...right, drop: 2, cell: (r) => r.meanB },
    { title: "B − A", ...right, cell: (r) => r.difference },
    { title: "±", ...right, drop: 1, cell: (r) => r.error },
    ...(paired
      ? [
          { title: "p05 to p95", ...right, drop: 5, cell: (r: ComparisonRow) => `${r.p05} to ${r.p95}` },
          { title: "above", ...right, drop: 3, cell: (r: ComparisonRow) => share(r.shareAbove) },
          { title: "below", ...right, drop: 4, cell: (r: ComparisonRow) => share(r.shareBelow) },
        ]
      : []),
    ...(once
      ? [
          { title: "only in A", ...right, cell: (r: ComparisonRow) => count(r.onlyA, "draw") },
          { title: "only in B", ...right, cell: (r: ComparisonRow) => count(r.onlyB, "draw") },
        ]
      : []),
  ];
}

function notShared(id: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length > 3 ? ` and ${ids.length - 3} more` : "";
  return [`Only in ${id}: ${ids.slice(0, 3).join(", ")}${more}.`];
}
