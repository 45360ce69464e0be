import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderDependence } from "../../../src/cli/render/dependence.ts";
import { renderMaterial } from "../../../src/cli/render/dependence-material.ts";
import { dependenceOf } from "../../../src/dependence/index.ts";
import { miniDataset } from "../../chain/mini-dataset.ts";
import { small } from "../../dependence/small.ts";

const golden = (name: string) => readFileSync(new URL(`golden/dependence-${name}.txt`, import.meta.url), "utf8");
const dependence = dependenceOf(small, miniDataset(), null, { country: "JPN" });
const looks = { names: { countries: { CHN: "China", JPN: "Japan", DEU: "Germany" } } };

test("all minerals of a country, as they are printed", () => {
  expect(renderDependence(dependence, looks)).toBe(golden("overview"));
});

test("one mineral in depth, as it is printed", () => {
  const gallium = dependence.materials.find((m) => m.material === "gallium")!;
  expect(renderMaterial(gallium, dependence, looks)).toBe(golden("gallium"));
});

test("a wide terminal has the weight of the imports beside their shares", () => {
  const wide = renderDependence(dependence, { ...looks, width: 130 });
  expect(wide).toMatch(/JPN supplied by, % +imports, t +left/);
  expect(wide).toMatch(/CHN 75, DEU 25 ~ +40 /);
});
