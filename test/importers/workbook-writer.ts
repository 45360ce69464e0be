import { readFileSync, writeFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import { columnLetter } from "../../src/importers/workbook.ts";

export type Cell = string | number;

/** Sheets of a workbook, or of a cut of one: only the rows and cells named, where they stand in the original. */
export interface CutSheet {
  name: string;
  /** `row` counts from 1, a cell is its column (0 is A) and its value */
  rows: { row: number; cells: [number, Cell][] }[];
}

/** The sheets of a cut (JSON, a row a line), test/importers/fixtures/<name>.cut. */
export function readCut(name: string): CutSheet[] {
  return JSON.parse(readFileSync(`test/importers/fixtures/${name}.cut`, "utf8"));
}

/** The cell, for a test to change. */
export function setCell(sheets: CutSheet[], sheet: string, row: number, column: number, value: Cell): void {
  const cells = sheets.find((s) => s.name === sheet)!.rows.find((r) => r.row === row)!.cells;
  const cell = cells.find(([c]) => c === column);
  if (cell) cell[1] = value;
  else cells.push([column, value]);
  cells.sort((a, b) => a[0] - b[0]);
}

/** Writes the sheets as an .xlsx workbook: the few parts that Office Open XML asks for. */
export function writeWorkbook(path: string, sheets: readonly CutSheet[]): string {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const files: [string, string][] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
        .map((s, i) => `<sheet name="${escapeXml(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packages}/relationships">${sheets
        .map(
          (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join("")}</Relationships>`,
    ],
    ...sheets.map((s, i): [string, string] => [
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetData>${s.rows.map(rowXml).join("")}</sheetData></worksheet>`,
    ]),
  ];
  writeFileSync(path, zip(files));
  return path;
}

function rowXml({ row, cells }: CutSheet["rows"][number]): string {
  const xml = cells.map(([column, value]) => {
    const at = `r="${columnLetter(column)}${row}"`;
    return typeof value === "number"
      ? `<c ${at}><v>${value}</v></c>`
      : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  });
  return `<row r="${row}">${xml.join("")}</row>`;
}

const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function zip(files: readonly [string, string][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, index, Buffer.from("PK\x05\x06"), end]);
}
