import { expect, test } from "vitest";
import { readCsv } from "../../src/dataset/index.ts";
import { dependenceCsv } from "../../src/dependence/csv.ts";
import { dependenceOf } from "../../src/dependence/index.ts";
import { miniDataset } from "../chain/mini-dataset.ts";
import { small } from "./small.ts";

const dependence = dependenceOf(small, miniDataset(), null, { country: "JPN", materials: ["gallium"] });
const gallium = dependence.materials[0]!;
const rowsOf = (answer: typeof dependence) => {
  const [head, ...rest] = readCsv("csv", dependenceCsv(answer)).records.map((r) => r.fields.map((f) => String(f)));
  return rest.map((fields) => Object.fromEntries(head!.map((name, i) => [name, fields[i]!])));
};

test("withheld makers have a row without a number, and every figure beside them says so", () => {
  const rows = rowsOf(dependence).filter((r) => r.stage === "refining" && r.source === "usgs");
  expect(rows.find((r) => r.country === "USA")).toMatchObject({ series: "maker", value: "", note: "withheld" });
  expect(rows.find((r) => r.country === "CHN")!.note).toBe("without USA: withheld");
  expect(rows.find((r) => r.series === "hhi")!.note).toMatch(/^at most 0.4\d*; without USA: withheld$/);
});

test("suppliers nobody names are a row of their own, groups by their code", () => {
  const supply = { ...gallium.imports[0]!, othersShare: 0.3, groups: [{ country: "XRW", share: 0.1, tonnes: 4 }] };
  const rows = rowsOf({ ...dependence, materials: [{ ...gallium, imports: [supply] }] });
  const suppliers = rows.filter((r) => r.series === "supplier").map((r) => [r.country, Number(r.value)]);
  expect(suppliers).toEqual([
    ["CHN", 0.75],
    ["DEU", 0.25],
    ["XRW", 0.1],
    ["OTH", expect.closeTo(0.2, 12)],
  ]);
  expect(rows.find((r) => r.series === "imports")!.value).toBe("40");
});

test("text that a spreadsheet would run stays text", () => {
  const risky = { ...gallium, gaps: ["=1+1", "-cmd", "\tx", "-0.5"] };
  const notes = rowsOf({ ...dependence, materials: [risky] }).filter((r) => r.series === "gap");
  expect(notes.map((r) => r.note)).toEqual(["'=1+1", "'-cmd", "'\tx", "-0.5"]);
});
