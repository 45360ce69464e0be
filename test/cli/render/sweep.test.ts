import { describe, expect, test } from "vitest";
import { renderSweep } from "../../../src/cli/render/sweep.ts";
import { samplePlan, sampleSummary } from "../../simulation/draws/sample-sweep.ts";

const summary = sampleSummary(samplePlan("sensitivity", 400));
const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

describe("a sweep on the terminal", () => {
  test.each([40, 56, 80, 120])("fits %d columns", (width) => {
    expect(widest(renderSweep(summary, { width }))).toBeLessThanOrEqual(width);
  });

  test("has the answer, money, prices, who runs short and what matters", () => {
    const text = renderSweep(summary, { width: 110 });
    expect(text).toMatch(
      /^In 400 draws products worth USD 3\d\d m are not made for want of material; in nine of ten draws/,
    );
    expect(text).toContain("Of 2 end uses 0 run short in at least 95 % of draws, 1 in some, and 1 in none.");
    expect(text).toMatch(/^JPN, dysprosium oxide, peak +2\d\d\/kg +2\d\d\/kg +\d{3}\/kg/m);
    expect(text).not.toMatch(/China|CHN/); // its peak says little: the price inside falls
    expect(text).toMatch(/^Electric vehicles +JPN +\d\d % +never +Jan 2027 +\d +0 % +20 %$/m);
    expect(text).toContain("1 more end use never runs short");
    expect(text).toMatch(/^Stocks +\d\d % +\d+ % +\d\d %$/m);
    expect(text.indexOf("\nStocks")).toBeLessThan(text.indexOf("\nDelay <of> plants"));
  });

  test("without total indices there is no column for them", () => {
    expect(renderSweep(summary)).toContain("with others");
    expect(renderSweep(sampleSummary(samplePlan("random", 400)))).not.toContain("with others");
  });
});
