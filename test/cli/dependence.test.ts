import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCsv } from "../../src/dataset/index.ts";
import type { Dependence } from "../../src/dependence/index.ts";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-dependence-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("dependence", () => {
  test("JPN: every mineral of the USGS list of 2025, in 80 columns", async () => {
    const { code, stdout } = await monazite("dependence", "JPN");
    expect(code).toBe(0);
    expect(stdout).toContain("On whom Japan depends: 60 critical minerals");
    const rows = stdout
      .split("\n")
      .slice(2)
      .filter((line) => / (mining|refining|magnet) /.test(line));
    expect(rows.length).toBeGreaterThan(60);
    expect(stdout).toMatch(/^mineral +stage +made by, % +HHI +JPN supplied by, % +left$/m);
    expect(stdout).toContain("No figure for Cesium, Rubidium, Uranium: no publisher here prints who makes it");
    expect(stdout.replaceAll("\n", " ")).toContain("usgs-mcs-2026 (2025)");
    for (const line of rows) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test("--json carries source and year with every number", async () => {
    const { stdout } = await monazite("dependence", "USA", "--json");
    const found: Dependence = JSON.parse(stdout);
    expect(found.materials).toHaveLength(60);
    for (const m of found.materials)
      for (const { cited } of [...m.world, ...m.imports, ...m.indicators, ...m.uses])
        expect([cited.source, cited.years].every((t) => t !== "")).toBe(true);
    for (const m of found.materials) if (m.world.length === 0) expect(m.gaps.length, m.material).toBeGreaterThan(0);
  });

  test("--commodity goes deep", async () => {
    const { stdout } = await monazite("dependence", "EU", "--commodity", "dysprosium");
    for (const part of ["Dysprosium for", "Who makes it", "separation: Dysprosium oxide", "Who supplies", "Indicators"])
      expect(stdout).toContain(part);
  });

  test("--csv is one rectangular table", async () => {
    const { stdout } = await monazite("dependence", "DEU", "--csv", "--commodity", "gallium", "cobalt");
    const { records, problems } = readCsv("stdout", stdout);
    expect(problems).toEqual([]);
    expect(new Set(records.map((r) => r.fields.length))).toEqual(new Set([11]));
    expect(new Set(records.slice(1).map((r) => r.fields[0]))).toContain("supplier");
  });

  test("--html writes a page with the chain from mine to use", async () => {
    const path = join(folder, "page.html");
    const { code } = await monazite("dependence", "JPN", "--commodity", "gallium", "--html", path);
    expect(code).toBe(0);
    const page = readFileSync(path, "utf8");
    expect(page).toContain("From mine to use");
    expect(page).toContain('class="map"');
  });

  test("several minerals in the order asked for, by symbol too, each with its sentence", async () => {
    const { stdout } = await monazite("dependence", "JPN", "--no-model", "--commodity", "Ga", "cobalt", "Dy");
    const titles = stdout.split("\n").flatMap((line) => /^(\w+) for Japan$/.exec(line)?.[1] ?? []);
    expect(titles).toEqual(["Gallium", "Cobalt", "Dysprosium"]);
    expect(stdout).toMatch(/^Gallium for Japan\nChina makes 99\s% at the narrowest stage, refining\./m);
  });

  test("the diagram of a bloc adds up its members, and its columns are of that mineral's chain", async () => {
    const path = join(folder, "eu.html");
    const { stdout } = await monazite("dependence", "EU", "--commodity", "gallium", "--html", path, "--json");
    const page = readFileSync(path, "utf8");
    const [used] = (JSON.parse(stdout) as Dependence).materials[0]!.usedHere;
    expect(page).toContain(
      `aria-label="${Math.round(used!.tonnesPerYear)}\u00a0t a year used in the European Union. Mined as bauxite:`,
    );
    expect(page).toContain("Germany, scrap");
    expect(page).not.toContain("largest model country");
  });

  test("unknown names, and a path that cannot be written, before anything is computed", async () => {
    const country = await monazite("dependence", "JPM");
    expect([country.code, country.stderr]).toEqual([
      2,
      expect.stringContaining('unknown country or bloc "JPM"; did you mean'),
    ]);
    const mineral = await monazite("dependence", "JPN", "--commodity", "galium");
    expect([mineral.code, mineral.stderr]).toEqual([2, expect.stringContaining('did you mean "gallium"')]);
    expect((await monazite("dependence", "JPN", "--html", join(folder, "no/"))).code).toBe(2);
    expect(existsSync(join(folder, "no"))).toBe(false);
  });
});
