import { existsSync } from "node:fs";
import { quote } from "../dataset/index.ts";
import type { Gathering } from "./gathering.ts";
import type { Labels } from "./labels.ts";

export type CellValue = string | number | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  /** `wgi.xlsx[RuleofLaw]`, for problems */
  readonly place: string;
  /** rows[i] is row i + 1 of the sheet, from its column A on */
  readonly rows: readonly (readonly CellValue[])[];
}

/** All sheets of an .xlsx workbook, or a problem in `into` and undefined. */
export async function readWorkbook(path: string, into: Gathering): Promise<Sheet[] | undefined> {
  const fail = (message: string, remedy: string) => {
    into.fault({ file: path, row: 1 }, message, remedy);
    return undefined;
  };
  if (!existsSync(path)) return fail("no such file", "check the path");
  const { default: readSheets } = await import("read-excel-file/node");
  try {
    const sheets = await readSheets(path);
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      place: `${path}[${sheet}]`,
      rows: data as unknown as CellValue[][],
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      `not a readable .xlsx workbook (${reason})`,
      "download it again, or save it as .xlsx; a .csv or an .xls will not do",
    );
  }
}

/** The sheets of the one workbook of an edition; naming several is a fault, for their rows would stand twice. */
export async function readOnlyWorkbook(paths: readonly string[], into: Gathering): Promise<Sheet[]> {
  for (const path of paths.slice(1))
    into.fault({ file: path, row: 1 }, `a second workbook beside ${paths[0]}`, "name the one workbook of the edition");
  return paths.length === 1 ? ((await readWorkbook(paths[0]!, into)) ?? []) : [];
}

/** A fault for every sheet that the mapping has a use for and the workbook lacks. */
export function missingSheets(
  paths: readonly string[],
  sheets: readonly Sheet[],
  labels: Labels,
  into: Gathering,
): void {
  if (sheets.length === 0) return;
  for (const name of labels.known("sheet")) {
    if (labels.find("sheet", name)?.kind !== "means" || sheets.some((s) => s.name === name)) continue;
    into.fault({ file: paths[0]!, row: 1 }, `no sheet ${quote(name)}`, "use the publisher's full workbook");
  }
}

/** The text of a cell without the spaces around it; blank for an empty one. */
export function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return "";
  return (cell instanceof Date ? cell.toISOString() : String(cell)).replace(/\s+/g, " ").trim();
}

/** A row as cells by column letter, for a reject. */
export function cellsOf(row: readonly CellValue[]): Record<string, string> {
  const cells: Record<string, string> = {};
  row.forEach((cell, i) => {
    if (textOf(cell) !== "") cells[columnLetter(i)] = textOf(cell);
  });
  return cells;
}

/** A for 0, Z for 25, AA for 26. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** What a cell holds, for a message. */
export function shown(cell: CellValue | undefined): string {
  return textOf(cell) === "" ? "a blank cell" : typeof cell === "number" ? String(cell) : quote(textOf(cell));
}
