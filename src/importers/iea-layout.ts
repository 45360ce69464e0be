import type { Gathering } from "./gathering.ts";
import { type CellValue, cellsOf, type Sheet, shown, textOf } from "./workbook.ts";

/** One row of a table of the IEA's workbook, with the years its figures are of. */
export interface OutlookRow {
  /** 1-based row of the sheet */
  readonly row: number;
  /** the heading above, blank where the sheet has none */
  readonly heading: string;
  readonly headingRow: number;
  readonly label: string;
  readonly figures: readonly { readonly scenario: string; readonly year: number; readonly kilotonnes: number }[];
  readonly cells: Readonly<Record<string, string>>;
}

interface YearColumn {
  readonly column: number;
  readonly scenario: string;
  readonly year: number;
}

/**
 * Reads the rows of a sheet below its line of years, from the label in column `from` to column `to`. Scenarios stand
 * above the years, over the first of theirs; years before the first scenario are `historical`. Notes end the table.
 */
export function readOutlook(sheet: Sheet, from: number, to: number, into: Gathering): OutlookRow[] {
  const yearRow = sheet.rows.findIndex((row) => yearsIn(row, from, to).length > 0);
  if (yearRow < 0) {
    into.fault({ file: sheet.place, row: 1 }, "no row of years", "use the IEA's workbook as published");
    return [];
  }
  const columns = yearColumns(sheet.rows, yearRow, from, to);
  const rows: OutlookRow[] = [];
  let heading = "";
  let headingRow = 0;
  for (let index = yearRow + 1; index < sheet.rows.length; index++) {
    const row = sheet.rows[index]!.slice(0, to);
    const label = textOf(row[from]);
    const place = { file: sheet.place, row: index + 1 };
    if (label.startsWith("Notes:")) {
      into.leaveOut("notes under a table", sheet.rows.length - index);
      break;
    }
    const filled = columns.filter(({ column }) => textOf(row[column]) !== "");
    if (label === "" && filled.length === 0) continue;
    if (filled.length === 0) {
      heading = label;
      headingRow = index + 1;
      continue;
    }
    into.readRows += 1;
    const cells = cellsOf([...Array<null>(from).fill(null), ...row.slice(from)]);
    const bad = columns.find(({ column }) => !isFigure(row[column]));
    if (bad !== undefined || label === "") {
      const what =
        label === "" ? "figures without a label" : `${bad!.scenario} ${bad!.year}: got ${shown(row[bad!.column])}`;
      into.reject(place, cells, what, "every row has a label and a plain number, zero or more, for each year");
      continue;
    }
    const figures = columns.map(({ column, scenario, year }) => ({
      scenario,
      year,
      kilotonnes: row[column] as number,
    }));
    rows.push({ row: index + 1, heading, headingRow, label, figures, cells });
  }
  return rows;
}

const isFigure = (cell: CellValue | undefined) => typeof cell === "number" && cell >= 0 && cell < 1e7;

function yearsIn(row: readonly CellValue[], from: number, to: number): number[] {
  const columns: number[] = [];
  for (let column = from + 1; column < to; column++) {
    const cell = row[column];
    if (typeof cell === "number" && Number.isInteger(cell) && cell > 2000 && cell < 2101) columns.push(column);
  }
  return textOf(row[from]) === "" ? columns : [];
}

function yearColumns(rows: readonly (readonly CellValue[])[], at: number, from: number, to: number): YearColumn[] {
  const above = rows[at - 1] ?? [];
  let scenario = "historical";
  const columns: YearColumn[] = [];
  for (let column = from + 1; column < to; column++) {
    const name = textOf(above[column]);
    if (name !== "") scenario = name;
    const year = rows[at]![column];
    if (typeof year === "number") columns.push({ column, scenario, year });
  }
  return columns;
}

/** Tonnes with nine digits: more would be noise of the conversion. */
export const tonnesOf = (kilotonnes: number): number => Number((kilotonnes * 1000).toPrecision(9));
