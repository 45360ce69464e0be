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
    expect(text).toMatch(/^Stocks +\d\d % +\d+ % +\d\d % +\d+ %$/m);
    expect(text.indexOf("\nStocks")).toBeLessThan(text.indexOf("\nDelay <of> plants"));
  });

  test("a first-order index below nothing keeps its sign", () => {
    const [first, ...rest] = summary.sensitivity;
    const withIndex = (value: number) => ({
      ...summary,
      sensitivity: [
        { ...first!, inputs: first!.inputs.map((i) => ({ ...i, firstOrder: { value, standardError: 0.2 } })) },
        ...rest,
      ],
    });
    expect(renderSweep(withIndex(-0.114), { width: 110 })).toMatch(/^Stocks +−11 % +20 % +\d\d % +\d+ %$/m);
    expect(renderSweep(withIndex(-0.003), { width: 110 })).toMatch(/^Stocks +>−1 % +20 %/m);
  });

  test("inputs beyond the tenth are counted", () => {
    const more = Array.from({ length: 12 }, (_, i) => ({ id: `data/${i}`, title: `Input ${i}`, unit: "percentile" }));
    const index = { value: 0.05, standardError: 0.01 };
    const sensitivity = [
      { outcome: "valueAtRisk/total", inputs: more.map(({ id }) => ({ input: id, firstOrder: index, total: null })) },
    ];
    const text = renderSweep({ ...summary, inputs: more, sensitivity });
    expect(text).toContain("Input 9");
    expect(text).not.toContain("Input 10");
    expect(text).toContain("2 more inputs explain less (--json has them).");
  });

  test("of less than ten blocks no index is printed, with the reason; ten are enough", () => {
    const few = sampleSummary(samplePlan("sensitivity", 36));
    expect(renderSweep(few, { width: 300 })).toContain(
      "Not told: 36 draws are 9 blocks of 4 (inputs + 2), below 10 an index cannot be told from chance; take 40 draws or more.",
    );
    expect(renderSweep(few)).not.toContain("with others");
    expect(few.sensitivity[0]!.inputs[0]!.total).toEqual({ value: expect.any(Number), standardError: null });
    const enough = sampleSummary(samplePlan("sensitivity", 40));
    expect(enough.sensitivityNote).toBeNull();
    expect(enough.sensitivity[0]!.inputs[0]!.total!.standardError).toBeGreaterThan(0);
    expect(renderSweep(enough)).toContain("with others");
  });

  test("without total indices there is no column for them", () => {
    expect(renderSweep(summary)).toContain("with others");
    expect(renderSweep(sampleSummary(samplePlan("random", 400)))).not.toContain("with others");
  });
});
