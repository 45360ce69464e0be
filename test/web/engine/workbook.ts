import { zipSync } from "fflate";

/** The smallest workbook that holds a table: one sheet, texts in the cells. */
export function workbookOf(csv: string): ArrayBuffer {
  const text = (s: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${s}`);
  const cell = (value: string) =>
    value === "" ? "<c/>" : `<c t="inlineStr"><is><t>${value.replaceAll("&", "&amp;")}</t></is></c>`;
  const rows = csv
    .trimEnd()
    .split("\n")
    .map((line, r) => {
      const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)!.slice(0, line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).length);
      const values = cells.map((c) => c.replace(/,$/, "").replace(/^"|"$/g, ""));
      const at = (i: number) => `${String.fromCharCode(65 + i)}${r + 1}`;
      return `<row r="${r + 1}">${values.map((v, i) => cell(v).replace("<c", `<c r="${at(i)}"`)).join("")}</row>`;
    });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pack = "http://schemas.openxmlformats.org/package/2006";
  const zipped = zipSync({
    "[Content_Types].xml": text(`<Types xmlns="${pack}/content-types"/>`),
    "_rels/.rels": text(
      `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": text(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="bom" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": text(
      `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": text(`<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`),
  });
  return zipped.buffer.slice(zipped.byteOffset, zipped.byteOffset + zipped.length) as ArrayBuffer;
}
