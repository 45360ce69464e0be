import { describe, expect, test } from "vitest";
import { renderComparison } from "../../../src/cli/render/run-comparison.ts";
import type { OutcomeDifference, RunComparison } from "../../../src/store/compare.ts";

const outcome = (id: string, unit: string, meanA: number, meanB: number, more: Partial<OutcomeDifference> = {}) => ({
  ...{ id, title: id, unit, meanA, meanB, meanDifference: meanB - meanA, standardError: Math.abs(meanB - meanA) / 7 },
  ...{ p05: 2 * (meanB - meanA), p50: meanB - meanA, p95: 0, counted: 16, onlyA: 0, onlyB: 0 },
  ...{ shareAbove: meanB > meanA ? 0.75 : 0, shareBelow: meanB < meanA ? 0.75 : 0 },
  ...more,
});

const uses = ["electric-vehicles", "industrial-motors-robots", "wind-direct-drive", "ceramics", "phosphors", "glass"];
const comparison = (outcomes: readonly OutcomeDifference[], more: Partial<RunComparison> = {}): RunComparison => ({
  ...{ a: "framework-without-measures", b: "framework", paired: true, unpairedBecause: null },
  ...{ outcomes, onlyInA: [], onlyInB: [] },
  ...more,
});
const sample = comparison([
  outcome("valueAtRisk/total", "USD", 1.75e11, 1.17e11),
  outcome("missingTonnes/JPN/electric-vehicles", "t", 1926.4, 1442.9),
  outcome("missingTonnes/USA/industrial-motors-robots", "t", 1700, 1690.2),
  outcome("missingTonnes/JPN/medical", "t", 4, 4, { shareAbove: 0, shareBelow: 0 }),
  ...uses.flatMap((use, i) => [
    outcome(`worstShortfallShare/JPN/${use}`, "share", 0.37, 0.27 + i / 100),
    outcome(`worstShortfallShare/USA/${use}`, "share", 0.37, 0.28 + i / 100),
  ]),
  outcome("firstShortMonth/JPN/ceramics", "months from start", 13, 11, { onlyA: 1, onlyB: 4 }),
  outcome("peakPrice/dysprosium-oxide/JPN", "USD/t", 2_276_000, 1_995_000),
  outcome("peakPrice/yttrium-oxide/USA", "USD/t", 126_000, 62_000),
]);
const words = (text: string) => text.replaceAll("\u00a0", " ").replace(/ +/g, " ");

describe("two runs on the terminal", () => {
  test("at 80 columns: end use in full, country, both runs, the difference with its error and how often", () => {
    const text = words(renderComparison(sample, { width: 80 }));
    expect(text).toContain("B less A: A is framework-without-measures, B is framework");
    expect(text).toMatch(/^Products not made 175 bn 117 bn −58 bn 8\.3 bn .*0 % 75 %$/m);
    expect(text).toMatch(/^Missing material, t$/m);
    expect(text).toMatch(/^Electric vehicles JPN 1,926 1,443 −484 69 .*0 % 75 %$/m);
    expect(text).toMatch(/^Industrial motors and robots USA 1,700 1,690 −9\.8 /m);
    expect(text).toMatch(/^Worst shortfall, % of need$/m);
    expect(text).toMatch(/^Electric vehicles JPN 37 27 −10 /m);
    expect(text).toMatch(/^Peak price, USD\/kg$/m);
    expect(text).toMatch(/^Dysprosium oxide JPN 2,276 1,995 −281 /m);
    expect(text).not.toMatch(/[a-z]…|e[+-]\d/); // nothing is cut, no powers of ten
    expect(text).toContain("1 more outcome is the same in every draw (to one part in a billion)");
  });

  test("what differs most first, a price by its share; the rest is counted and shown by --all", () => {
    const text = words(renderComparison(sample, { width: 80 }));
    expect(text.indexOf("\nYttrium oxide")).toBeLessThan(text.indexOf("\nDysprosium oxide"));
    expect(text.indexOf("\nElectric vehicles JPN 37")).toBeLessThan(text.indexOf("\nElectric vehicles USA 37"));
    expect(text).toContain("… and 6 more, --all");
    expect(text).not.toMatch(/^Glass USA/m);
    const all = words(renderComparison(sample, { width: 80, all: true }));
    expect(all).toMatch(/^Glass USA 37 33 −4\.0 /m);
    expect(all).not.toContain("--all");
  });

  test("draws in which it happens in one run only have columns", () => {
    expect(words(renderComparison(sample, { width: 80 }))).toMatch(/^Ceramics JPN 13 11 −2\.0 .*1 draw 4 draws$/m);
  });

  test.each([40, 60, 80, 120])("fits %d columns", (width) => {
    const lines = renderComparison(sample, { width }).split("\n");
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
  });

  test("without an error says why", () => {
    const single = comparison([outcome("valueAtRisk/total", "USD", 5e6, 4e6, { standardError: null, counted: 1 })]);
    expect(renderComparison(single, { width: 200 })).toContain("± (the standard error of the difference) needs two");
    expect(renderComparison(sample, { width: 200 })).not.toContain("needs two draws");
  });

  test("of runs that agree says so, and of unequal draws why they are not paired", () => {
    const same = comparison([outcome("valueAtRisk/total", "USD", 5, 5)]);
    expect(words(renderComparison(same))).toContain("All 1 outcome is the same in every draw");
    const other = comparison([outcome("valueAtRisk/total", "USD", 5e6, 4e6, { shareAbove: null, shareBelow: null })], {
      ...{ paired: false, unpairedBecause: "seed 1 and 2" },
    });
    expect(words(renderComparison(other))).toMatch(
      /Not the same draws \(seed 1 and 2\).*\n(.*\n)*.*\nProducts not made 5\.0 m/,
    );
  });
});
