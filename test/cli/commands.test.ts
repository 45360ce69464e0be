import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Rehearsal, Run } from "../../src/simulation/result.ts";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = "scenarios/us-japan-framework.yaml";
const short = [scenario, "--months", "6"];

/** Lengths of the arrays of a run that ought to have one entry per month. */
function monthlyLengths(run: Run): Set<number> {
  return new Set([
    run.months.length,
    ...run.markets.flatMap((m) => [m.priceUsdPerTonne, m.stockTonnes, m.coverDays].map((a) => a.length)),
    ...[...run.uses, ...run.uses.flatMap((u) => u.applications)].flatMap((u) =>
      [u.demandTonnes, u.deliveredTonnes, u.shortfallShare, u.valueAtRiskUsd].map((a) => a.length),
    ),
    ...run.activities.flatMap((a) => [a.tonnes.length, a.rentUsdPerTonne.length]),
    ...run.stockpiles.map((s) => s.tonnes.length),
    ...run.paid.map((p) => p.usd.length),
    run.checks.objectiveUsd.length,
    run.checks.newtonSteps.length,
  ]);
}

describe("simulate", () => {
  test("warns of an event that is over before the scenario begins, in words and as data", async () => {
    const own = mkdtempSync(join(tmpdir(), "monazite-old-"));
    const path = join(own, "old.yaml");
    writeFileSync(
      path,
      "title: T\ndescription: D\nstart: 2026-10\nmonths: 2\nviewpoint: [JPN]\nmeasures: {}\nevents: [cn-2010-09-stop-japan]\n",
    );
    const warning =
      /Outside the months of the run: cn-2010-09-stop-japan .* ends 2010-11-24, before the scenario begins 2026-10;.*delayDays/;
    expect((await monazite("simulate", path, "--quiet")).stdout.replace(/\s+/g, " ")).toMatch(warning);
    const { withoutEffect } = JSON.parse((await monazite("simulate", path, "--json", "--quiet")).stdout);
    expect(withoutEffect).toMatchObject([{ id: "cn-2010-09-stop-japan", because: "ends before" }]);
    const sweep = [path, "--draws", "2", "--workers", "1", "--store", own, "--name", "old", "--quiet"];
    expect((await monazite("simulate", ...sweep)).stdout.replace(/\s+/g, " ")).toMatch(warning);
    const { summary } = JSON.parse((await monazite("runs", "show", "old", "--store", own, "--json")).stdout);
    expect(summary.withoutEffect).toEqual(withoutEffect);
    rmSync(own, { recursive: true });
  });

  test("--json prints every field that is promised, arrays over the months", async () => {
    const { code, stdout, stderr } = await monazite("--quiet", "simulate", ...short, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const result: Rehearsal = JSON.parse(stdout);
    expect(result.scenario).toBe("us-japan-framework");
    expect(result.months).toEqual(["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"]);
    expect(result.markets[0]).toMatchObject({
      commodity: expect.any(String),
      country: expect.any(String),
      priceUsdPerTonne: expect.any(Array),
    });
    expect(result.uses[0]).toMatchObject({
      country: expect.any(String),
      use: expect.any(String),
      demandTonnes: expect.any(Array),
      deliveredTonnes: expect.any(Array),
      shortfallShare: expect.any(Array),
      valueAtRiskUsd: expect.any(Array),
    });
    expect(result.measures.length).toBeGreaterThan(5);
    for (const measure of result.measures)
      expect(measure).toMatchObject({ id: expect.any(String), worthUsd: expect.any(Number) });
    expect(result.checks).toMatchObject({
      maxBalanceResidualTonnes: expect.any(Number),
      maxBaselineDriftShare: expect.any(Number),
      objectiveUsd: expect.any(Array),
    });
    expect([...monthlyLengths(result)]).toEqual([6]);
    expect([...monthlyLengths(result.withoutMeasures!)]).toEqual([6]);
    expect(stdout.endsWith("\n")).toBe(true);
    expect(stdout.trim()).not.toContain("\n");
  });

  test("every field of the JSON is described in docs/results.md", async () => {
    const { stdout } = await monazite("simulate", ...short, "--json", "--no-worth");
    const keys = new Set<string>();
    JSON.parse(stdout, (key, value) => {
      if (!/^\d*$/.test(key)) keys.add(key);
      return value;
    });
    const manual = readFileSync("docs/results.md", "utf8");
    const inside = new Set(["coefficient", "tonnesPerTonne"]); // of entries and inputs, whose whole is described
    expect([...keys].filter((key) => !manual.includes(`\`${key}`) && !inside.has(key))).toEqual([]);
  });

  test("--csv prints one long table with as many cells in every line", async () => {
    const { code, stdout } = await monazite("simulate", ...short, "--csv", "--no-worth");
    expect(code).toBe(0);
    const [head, ...lines] = stdout.trimEnd().split("\n");
    expect(head).toBe("series,commodity,country,destination,item,month,value,unit");
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([8]));
    expect(lines.some((line) => /^price,dysprosium-oxide,JPN,,,2025-06,[\d.]+,USD\/t$/.test(line))).toBe(true);
  });

  test("--html writes one file into a folder made for it and names it", async () => {
    const file = join(folder, "new", "report.html");
    const { code, stdout, stderr } = await monazite("simulate", ...short, "--no-worth", "--html", file);
    expect(code).toBe(0);
    expect(stdout).toContain("Japan");
    expect(stderr).toContain(`report: ${file}`);
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
    expect(readdirSync(join(folder, "new"))).toEqual(["report.html"]);
  });

  test("--country answers for other countries", async () => {
    const { code, stdout } = await monazite("simulate", ...short, "--no-worth", "--json", "--country", "DEU", "KOR");
    expect(code).toBe(0);
    const result: Rehearsal = JSON.parse(stdout);
    expect(result.viewpoint).toEqual(["DEU", "KOR"]);
    expect(new Set(result.summary.map((line) => line.country))).toEqual(new Set(["DEU", "KOR"]));
  });

  test("a text answer has no colour codes where there is no terminal, and fits 80 columns", async () => {
    const { code, stdout } = await monazite("simulate", ...short, "--no-worth");
    expect(code).toBe(0);
    expect(stdout).not.toContain("\u001b");
    for (const line of stdout.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
  });
});

describe("compare", () => {
  const pair = ["scenarios/april-2025-controls.yaml", "scenarios/truce-general-licences.yaml", "--months", "6"];

  test("shows both", async () => {
    const { code, stdout } = await monazite("compare", ...pair);
    expect(code).toBe(0);
    expect(stdout).toContain("A  China's April 2025 controls alone");
    expect(stdout).toContain("B  Truce with general licences");
  });

  test("--json prints two results", async () => {
    const { code, stdout } = await monazite("compare", ...pair, "--json");
    const { a, b } = JSON.parse(stdout);
    expect({ code, a: a.scenario, b: b.scenario }).toEqual({
      code: 0,
      a: "april-2025-controls",
      b: "truce-general-licences",
    });
    expect([...monthlyLengths(a), ...monthlyLengths(b)]).toEqual([6, 6]);
  });
});

describe("data", () => {
  test("check counts the rows by status", async () => {
    const { code, stdout } = await monazite("data", "check");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^\d+ rows in order: \d+ reported, \d+ estimated, \d+ assumed; \d+ rows of statistics; \d+ observations of \d+ episodes\n$/,
    );
  });

  test("tensions lists what had to move, the most first", async () => {
    const { code, stdout } = await monazite("data", "tensions", "--top", "7", "--json");
    expect(code).toBe(0);
    const { adjustments, contradictions } = JSON.parse(stdout);
    const sigmas = adjustments.map((a: { sigmas: number }) => Math.abs(a.sigmas));
    expect(sigmas).toHaveLength(7);
    expect(sigmas).toEqual(sigmas.toSorted((a: number, b: number) => b - a));
    expect(contradictions.length).toBeGreaterThan(5);
    expect((await monazite("data", "tensions")).stdout).toContain("What had to move to balance the figures");
  });
});

describe("explain", () => {
  test("tells value, unit, status, source and place of a figure", async () => {
    const { code, stdout } = await monazite("explain", "prices/dysprosium-oxide@WLD");
    expect(code).toBe(0);
    for (const word of ["value", "USD/t", "status", "source", "licence", "data/prices.csv:"])
      expect(stdout).toContain(word);
    const [explained] = JSON.parse((await monazite("explain", "prices/dysprosium-oxide@WLD", "--json")).stdout);
    const [file, line] = explained.at.split(":");
    expect(readFileSync(join("data", file), "utf8").split("\n")[line - 1]).toContain("dysprosium-oxide");
  });
});

describe("monazite", () => {
  test("--version is the package's, --help and help leave with 0", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await monazite("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    for (const args of [["--help"], ["help"], ["help", "simulate"], ["data", "--help"]])
      expect((await monazite(...args)).code).toBe(0);
  });

  test("leaves nothing behind", () => {
    expect(existsSync("reports/report.html")).toBe(false);
    expect(readdirSync(folder)).toEqual(["new"]);
  });
});
