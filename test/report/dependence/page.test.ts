import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { readAtlas } from "../../../src/cli/io/read-atlas.ts";
import { dependenceOf } from "../../../src/dependence/index.ts";
import { renderDependenceReport } from "../../../src/report/dependence/index.ts";
import { miniDataset } from "../../chain/mini-dataset.ts";
import { small } from "../../dependence/small.ts";

const dependence = dependenceOf(small, miniDataset(), null, { country: "JPN" });
const options = (inDepth: readonly string[]) => ({
  generatedWith: "monazite 0",
  names: { countries: { CHN: "China <of> the test", JPN: "Japan" } },
  atlas: readAtlas(),
  rehearsal: null,
  missing: [],
  commoditiesOf: () => [],
  magnetElementsOf: () => [],
  sources: { usgs: { title: "Summaries", publisher: "USGS", url: "https://example.org" } },
  inDepth: new Set(inDepth),
});
const draw = (inDepth: readonly string[]) => renderDependenceReport(dependence, options(inDepth));

test("the page stands alone: no script, nothing fetched, the same bytes twice", () => {
  const page = draw(["gallium"]);
  expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
  expect(draw(["gallium"])).toBe(page);
});

test("every mineral is in the table, the chosen one in depth with a map that says in words what it shows", () => {
  const { document } = parseHTML(draw(["gallium"]));
  const rows = [...document.querySelectorAll(".minerals tbody tr:not(.again) th")].map((th) => th.textContent);
  expect(rows).toEqual(["Gallium", "Cesium", "Dysprosium"]);
  const maps = [...document.querySelectorAll("svg.map")];
  expect(maps).toHaveLength(2);
  expect(maps[1]!.getAttribute("aria-label")).toContain("over 50 %: China");
  expect(maps[1]!.querySelectorAll(".flows path")).toHaveLength(2);
  expect(maps[0]!.querySelectorAll(".land path").length).toBeGreaterThan(170);
  expect(document.querySelector("#gallium .stage:nth-of-type(2) .supply")!.textContent).toContain(
    "with germanium and others",
  );
  expect(document.querySelector("#sources")!.textContent).toContain("USGS, Summaries");
});

test("imports have their weight, and makers without a withheld country say so", () => {
  const { document } = parseHTML(draw(["gallium"]));
  const refining = [...document.querySelectorAll(".minerals tbody tr")].map((row) => row.textContent);
  expect(refining.find((text) => text.includes("refining"))).toMatch(/United States, withheld.*40\u00a0t/s);
  expect(document.querySelector("#gallium")!.textContent).toContain("of the world without the United States, withheld");
});

test("a supplier that has no place on the map is named under it", () => {
  const [material] = dependence.materials.filter((m) => m.material === "gallium");
  const [supply] = material!.imports;
  const elsewhere = { country: "XRW", share: 0.5, tonnes: 1 };
  const imports = [{ ...supply!, suppliers: [elsewhere] }];
  const page = renderDependenceReport({ ...dependence, materials: [{ ...material!, imports }] }, options(["gallium"]));
  expect(page).toContain("no single place: rest of the world.");
});

test("a blank is said to be one", () => {
  const { document } = parseHTML(draw(["cesium"]));
  expect(document.querySelector("#cesium")!.textContent).toContain("no publisher here prints who makes it");
});

test("names are text, never markup", () => {
  expect(draw(["gallium"])).not.toContain("<of>");
});

test("a few minerals have their summary above and no second table below, one alone has its sentence as the answer", () => {
  const few = { ...dependence, materials: dependence.materials.slice(0, 2) };
  const { document } = parseHTML(renderDependenceReport(few, options(few.materials.map((m) => m.material))));
  const [first] = [...document.querySelectorAll("main > section")];
  expect(first!.className).toBe("answer");
  expect([...first!.querySelectorAll(".headlines a")].map((a) => a.textContent)).toEqual(
    few.materials.map((m) => m.name),
  );
  expect(document.querySelectorAll(".minerals")).toHaveLength(1);
  const one = { ...dependence, materials: dependence.materials.slice(0, 1) };
  const single = parseHTML(renderDependenceReport(one, options([one.materials[0]!.material]))).document;
  expect(single.querySelector("main > section")!.className).toBe("only");
});

test("a stage has its makers and its suppliers side by side, a shared heading without concentration", () => {
  const { document } = parseHTML(draw(["gallium"]));
  const stages = [...document.querySelectorAll("#gallium .stage")];
  expect(stages.map((s) => s.querySelector("h3")!.textContent)).toEqual(["Mining", "Refining"]);
  const [mining, refining] = stages;
  expect(mining!.querySelector(".supply")!.textContent).toContain("no figure of this stage here");
  expect(mining!.querySelector(".metrics")!.textContent).toContain("governance-weighted");
  expect(refining!.querySelector(".supply .metrics")).toBeNull();
  expect(refining!.querySelector(".supply")!.textContent).toContain("holds more than this mineral");
});
