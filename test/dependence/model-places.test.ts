import { expect, test } from "vitest";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { modelPlaces } from "../../src/dependence/index.ts";

const dataset = readDataset();
const of = (bloc: string) =>
  modelPlaces(dataset, new Set(dataset.blocs.filter((b) => b.bloc === bloc).map((b) => b.country)));

test("the EU covers the aggregate of its other members wholly", () => {
  const { covered, missing } = of("EU");
  expect(covered.has("XEU")).toBe(true);
  expect(covered.has("DEU")).toBe(true);
  expect(missing).toEqual([]);
});

test("NATO has most of them but not Austria, so they stay out", () => {
  const { covered, missing, within } = of("NATO");
  expect(covered.has("XEU")).toBe(false);
  expect(covered.has("USA")).toBe(true);
  expect(missing).toEqual(expect.arrayContaining(["Belgium", "Iceland"]));
  expect(within).toEqual(expect.arrayContaining(["Rest of world", "Other EU-27 members"]));
});

test("the rest of the world is nobody's alone", () => {
  expect([...modelPlaces(dataset, new Set(["NZL"])).covered]).toEqual([]);
  expect(of("CPTPP").covered.has("XRW")).toBe(false);
});
