import { expect, test } from "vitest";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { uncertainties } from "../../src/dataset/checks/uncertainties.ts";
import type { UncertaintyRow } from "../../src/dataset/index.ts";
import { figureAt, triangularQuantile, uncertainFigures } from "../../src/dataset/index.ts";

const shipped = readDataset();
const row = (changes: Partial<UncertaintyRow>): UncertaintyRow => ({ ...shipped.uncertainties[0]!, ...changes });
const problems = (...rows: UncertaintyRow[]) =>
  uncertainties.run({ ...shipped, uncertainties: rows }, new Set()).map((p) => `${p.message}; ${p.remedy}`);

test("the shipped inputs have no problem and together move 260 figures or more", () => {
  expect(problems(...shipped.uncertainties)).toEqual([]);
  const moved = shipped.uncertainties.flatMap((input) => uncertainFigures(shipped, input));
  expect(moved.length).toBeGreaterThanOrEqual(260);
});

test("rows and scopes that do not exist are told with what may be meant", () => {
  expect(problems(row({ rows: "armingtonElastisity" }))).toEqual([
    'rows: parameters.csv has no row "armingtonElastisity"; did you mean "armingtonElasticity"?',
  ]);
  expect(problems(row({ scopes: "magnet metl" }))).toEqual([
    'scopes: armingtonElasticity has no row for "metl"; did you mean "metal"?',
  ]);
  expect(problems(row({ rows: "coverCurveStockShare" }))).toEqual([
    "none of its rows has a low below its high; enter ranges, or remove the input",
  ]);
});

test("no figure moves with two inputs", () => {
  expect(problems(row({ scopes: "magnet" }), row({ id: "other" }))).toEqual([
    "parameters/armingtonElasticity:magnet moves with armington-elasticity already; narrow the scopes of one of the two",
  ]);
});

test("a cover curve that rises in some draws is a problem of the point where it does", () => {
  const parameters = shipped.parameters.map((p) =>
    p.figure === "parameters/coverCurveValueShare:2" ? { ...p, high: 12 } : p,
  );
  const cover = shipped.uncertainties.filter((u) => u.id === "cover-value");
  const found = uncertainties.run({ ...shipped, parameters, uncertainties: cover }, new Set());
  expect(found.map((p) => [p.file, p.message])).toEqual([
    ["parameters.csv", expect.stringMatching(/of cover-value the cover curve does not fall from point 1 to 2$/)],
  ]);
});

test("quantiles of a triangle are those of its distribution function", () => {
  for (const percentile of [0, 0.1, 0.3, 0.5, 0.9, 1]) {
    const x = triangularQuantile(1, 2, 5, percentile);
    const share = x < 2 ? (x - 1) ** 2 / 4 : 1 - (5 - x) ** 2 / 12;
    expect(share).toBeCloseTo(percentile, 12);
  }
  expect(triangularQuantile(3, 3, 3, 0.2)).toBe(3);
  expect(figureAt({ ...shipped.parameters[0]!, low: null }, "triangular", 0.9)).toBe(shipped.parameters[0]!.value);
});
