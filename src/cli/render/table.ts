import Table from "cli-table3";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** columns with the highest number go first when the terminal is narrow; 0 always stays */
  readonly drop?: number;
  /** for the first column: columns go before its cells are cut */
  readonly whole?: boolean;
}

const GAP = 2;
const NARROWEST_FIRST_COLUMN = 14;

const BARE = Object.fromEntries(
  [
    ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
  ].flatMap((names) => names.map((name) => [name, ""])),
);

/**
 * A table without lines that fits the width: the first column gives way first, then whole columns are left out.
 * Cells are plain text; the head is dimmed when colour is asked for.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: RenderOptions,
): string {
  const width = options.width ?? 80;
  const cells = rows.map((row) => row.map(plain));
  const natural = naturalWidths(columns, cells);
  const kept = keepWhatFits(columns, natural, width);
  const rest = kept.slice(1).reduce((sum, i) => sum + natural[i]! + GAP, 0);
  const first = Math.max(1, Math.min(natural[0]!, width - rest));
  const widths = kept.map((i) => (i === 0 ? first : natural[i]!));
  const colours = paint(options.colour);
  const made = new Table({
    chars: { ...BARE, middle: " ".repeat(GAP) },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
    colWidths: widths,
    colAligns: kept.map((i) => columns[i]!.align ?? "left"),
  });
  made.push(kept.map((i, k) => colours.dim(shorten(columns[i]!.title, widths[k]!))));
  for (const row of cells) made.push(kept.map((i, k) => shorten(row[i]!, widths[k]!)));
  return made
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** The table, and a line that names the columns it had to leave out, if any. */
export function tableAndLeftOut(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: RenderOptions,
): string[] {
  const lost = leftOut(columns, rows, options).map((title) => `“${title}”`);
  const names = lost.length > 1 ? `${lost.slice(0, -1).join(", ")} and ${lost.at(-1)}` : lost.join("");
  const told = lost.length === 0 ? [] : wrap(`No room for ${names} (--html and --json have all).`, options.width ?? 80);
  return [table(columns, rows, options), ...told];
}

/** Titles of the columns that {@link table} leaves out at this width, in order. */
export function leftOut(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: RenderOptions,
): string[] {
  const natural = naturalWidths(
    columns,
    rows.map((row) => row.map(plain)),
  );
  const kept = keepWhatFits(columns, natural, options.width ?? 80);
  return columns.flatMap(({ title }, i) => (kept.includes(i) ? [] : [title]));
}

function naturalWidths(columns: readonly Column[], cells: readonly (readonly string[])[]): number[] {
  return columns.map((c, i) => Math.max(c.title.length, ...cells.map((row) => [...row[i]!].length)));
}

function keepWhatFits(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  let kept = columns.map((_, i) => i);
  const first = columns[0]?.whole ? natural[0]! : Math.min(natural[0]!, NARROWEST_FIRST_COLUMN);
  const needs = () => first + kept.slice(1).reduce((sum, i) => sum + natural[i]! + GAP, 0);
  while (needs() > width && kept.length > 1) {
    const loser = kept
      .slice(1)
      .reduce((worst, i) => ((columns[i]!.drop ?? 0) >= (columns[worst]!.drop ?? 0) ? i : worst), kept[1]!);
    kept = kept.filter((i) => i !== loser);
  }
  return kept;
}
