import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readStatistics } from "../../src/cli/io/read-dataset.ts";
import { readCsv } from "../../src/dataset/index.ts";

const { materials, worldProduction, reliance, importSources, marketPrices } = readStatistics();

test("every mineral of the USGS list of 2025 has its row", () => {
  const list =
    "aluminium antimony arsenic barite beryllium bismuth boron cerium cesium chromium cobalt copper dysprosium erbium europium " +
    "fluorspar gadolinium gallium germanium graphite hafnium holmium indium iridium lanthanum lead lithium lutetium magnesium " +
    "manganese metallurgical-coal neodymium nickel niobium palladium phosphate platinum potash praseodymium rhenium rhodium " +
    "rubidium ruthenium samarium scandium silicon silver tantalum tellurium terbium thulium tin titanium tungsten uranium " +
    "vanadium ytterbium yttrium zinc zirconium";
  expect(materials.flatMap((m) => (m.usgs2025 === "yes" ? [m.id] : [])).sort()).toEqual(list.split(" "));
});

test("labels are mapped to minerals that there are", () => {
  const known = new Set(materials.map((m) => m.id));
  for (const name of readdirSync("data/mappings").filter((n) => n.startsWith("usgs"))) {
    const { records } = readCsv(name, readFileSync(`data/mappings/${name}`, "utf8"));
    const used = records.slice(1).flatMap(({ fields }) => (fields[1] === "" ? [] : [fields[1]!]));
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  }
});

test("holds the figures of the release of 2026", () => {
  const made = (material: string, country: string, year: number, form?: string) =>
    worldProduction.find(
      (r) =>
        r.material === material &&
        r.country === country &&
        r.year === year &&
        r.source === "usgs-mcs-2026" &&
        (!form || r.form === form),
    )?.tonnes;
  expect(made("rare-earths", "CHN", 2024)).toBe(270_000);
  expect(made("rare-earths", "WLD", 2024)).toBe(380_000);
  expect(made("rare-earths", "AUS", 2024)).toBe(29_000);
  expect(made("gallium", "CHN", 2024)).toBe(839);
  expect(made("aluminium", "CHN", 2025, "aluminium, smelter production")).toBe(45_000_000);
  expect(reliance.find((r) => r.material === "graphite" && r.year === 2025)?.share).toBe(1);
  expect(importSources.filter((r) => r.material === "gallium").map((r) => r.exporter)).toContain("CHN");
  const germanium = marketPrices.find((r) => r.material === "germanium" && r.form.endsWith("metal") && r.year === 2025);
  expect(germanium?.usdPerTonne).toBe(4_100_000);
});

test("a withheld figure is blank and a printed one is not", () => {
  const withheld = worldProduction.filter((r) => r.status === "withheld");
  expect(withheld.length).toBeGreaterThan(20);
  expect(withheld.filter((r) => r.tonnes !== null)).toEqual([]);
  const blank = worldProduction.filter((r) => r.tonnes === null && r.status !== "withheld");
  expect(blank.map((r) => [r.material, r.note])).toEqual([["yttrium", "printed as 10,000 - 15,000"]]);
});
