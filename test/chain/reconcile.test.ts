import { describe, expect, test } from "vitest";
import { reconcile } from "../../src/chain/reconcile.ts";
import { buildSkeleton } from "../../src/chain/skeleton.ts";
import { miniDataset } from "./mini-dataset.ts";

const perYear = (dataset: ReturnType<typeof miniDataset>) => {
  const skeleton = buildSkeleton(dataset);
  const { level, adjustments } = reconcile(skeleton);
  return { levels: Object.fromEntries(skeleton.activities.map((a, i) => [a.id, level[i]! * 12])), adjustments };
};

describe("reconcile", () => {
  test("figures that agree stay as they are", () => {
    const { levels, adjustments } = perYear(miniDataset());
    expect(levels["mine:ore@CHN"]).toBeCloseTo(1200, 6);
    expect(levels["ship:dysprosium-oxide:CHN>JPN"]).toBeCloseTo(48, 6);
    expect(Math.abs(adjustments[0]!.sigmas)).toBeLessThan(1e-6);
  });

  test("two figures for one flow meet where their variances say", () => {
    // Japan uses 60 but 48 is shipped, both ± 5 %: σ 3 and 2.4. The shipment and the use must be equal, and the
    // rest of the chain pulls too; the result lies between and nearer to the firmer figure.
    const dataset = miniDataset({
      demand: [
        { application: "magnets", country: "CHN", value: 72 },
        { application: "magnets", country: "JPN", value: 60 },
        { application: "polish", country: "CHN", value: 600 },
      ],
    });
    const { levels, adjustments } = perYear(dataset);
    expect(levels["use:magnets@JPN"]).toBeCloseTo(levels["ship:dysprosium-oxide:CHN>JPN"]!, 8);
    expect(levels["use:magnets@JPN"]).toBeGreaterThan(48);
    expect(levels["use:magnets@JPN"]).toBeLessThan(54);
    expect(adjustments[0]!.activity).toBe("use:magnets@JPN");
    expect(adjustments[0]!.sigmas).toBeLessThan(0);
  });

  test("every market balances whatever the figures say", () => {
    const dataset = miniDataset({
      production: [
        { kind: "mine", recipe: "ore", country: "CHN", commodity: "ore", value: 2400 },
        { kind: "separate", recipe: "separate-ore", country: "CHN", commodity: "dysprosium-oxide", value: 100 },
        { kind: "dispose", recipe: "", country: "CHN", commodity: "cerium-oxide", value: 10 },
      ],
    });
    const skeleton = buildSkeleton(dataset);
    const { level } = reconcile(skeleton);
    const balance = new Float64Array(skeleton.markets.length);
    skeleton.activities.forEach((a, i) => {
      for (const e of a.entries) balance[e.market]! += e.coefficient * level[i]!;
    });
    for (const b of balance) expect(Math.abs(b)).toBeLessThan(1e-9);
    expect(Math.min(...level)).toBeGreaterThanOrEqual(0);
  });
});
