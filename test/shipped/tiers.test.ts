import { describe, expect, test } from "vitest";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import type { Run, TierSeries } from "../../src/simulation/result.ts";
import { shippedScenario, workbenchOf } from "./shipped.ts";

const scenario = shippedScenario("us-japan-framework");
const workbench = workbenchOf(scenario);
const computed = runPolicies(workbench, scenario, [...named(scenario.events), ...named(scenario.measures)]);
const run = readable(computed, 0);

/** Taken in a month by another way than tiers.ts: plants' entries, uses' inputs, what stocks and public stockpiles gain. */
function takenTonnes({ activities, uses, markets, stockpiles }: Run, commodity: string, month: number): number {
  const plants = activities.reduce((sum, a) => {
    if (a.kind === "dispose" || a.kind === "release") return sum;
    const used = (a.entries ?? []).filter((e) => e.commodity === commodity && e.coefficient < 0);
    return sum + used.reduce((s, e) => s - e.coefficient * a.tonnes[month]!, 0);
  }, 0);
  const used = uses
    .flatMap((u) => u.applications)
    .reduce((sum, a) => {
      const input = a.inputs!.find((i) => i.commodity === commodity);
      return sum + (input ? input.tonnesPerTonne * a.deliveredTonnes[month]! : 0);
    }, 0);
  const gained = markets
    .filter((m) => m.commodity === commodity)
    .reduce((sum, m) => sum + Math.max(0, m.stockTonnes[month]! - m.stockTonnes[month - 1]!), 0);
  const piled = activities
    .filter((a) => a.kind === "release" && a.commodity === commodity)
    .reduce((sum, a) => sum + Math.max(0, -a.tonnes[month]!), 0);
  expect(stockpiles.length).toBeGreaterThan(0);
  return plants + used + gained + piled;
}

describe("two prices under the shipped framework scenario", () => {
  test("every controlled commodity has them: oxides, metals and magnets of the April and October lists", () => {
    const controlled = run.tiers.map((t) => t.commodity);
    for (const commodity of [
      "dysprosium-oxide",
      "terbium-metal",
      "ndfeb-high-coercivity",
      "samarium-cobalt",
      "yttrium-oxide",
    ])
      expect(controlled).toContain(commodity);
    expect(controlled).not.toContain("ndpr-oxide");
    // the American miner that keeps its concentrate at home is a control too
    for (const { inside, commodity } of run.tiers)
      expect(inside).toBe(commodity === "bastnaesite-mountain-pass" ? "USA" : "CHN");
  });

  test.each(["dysprosium-oxide", "dysprosium-metal", "ndfeb-high-coercivity", "samarium-cobalt", "yttrium-oxide"])(
    "the three volumes of %s add up to what is taken, month by month",
    (commodity) => {
      const tier = run.tiers.find((t) => t.commodity === commodity)!;
      for (let month = 1; month < run.months.length; month++) {
        const volumes = tier.domesticTonnes[month]! + tier.contractTonnes[month]! + tier.outsideTonnes[month]!;
        const taken = takenTonnes(run, commodity, month);
        expect(Math.abs(volumes - taken) / taken, `${commodity} ${run.months[month]}`).toBeLessThan(1e-9);
      }
    },
  );

  const at = (
    tier: TierSeries,
    series: "insidePriceUsdPerTonne" | "contractPriceUsdPerTonne" | "outsidePriceUsdPerTonne",
    month: string,
  ) => tier[series][run.months.indexOf(month)]!;

  test("before April 2025 contract and outside price are one; after it inside ≤ contract < outside", () => {
    const dysprosium = run.tiers.find((t) => t.commodity === "dysprosium-oxide")!;
    const [before, after] = ["2025-03", "2025-09"];
    expect(
      at(dysprosium, "outsidePriceUsdPerTonne", before!) / at(dysprosium, "contractPriceUsdPerTonne", before!),
    ).toBeCloseTo(1, 1);
    expect(at(dysprosium, "insidePriceUsdPerTonne", after!)).toBeLessThan(
      at(dysprosium, "insidePriceUsdPerTonne", before!),
    );
    expect(at(dysprosium, "contractPriceUsdPerTonne", after!)).toBeGreaterThan(
      at(dysprosium, "insidePriceUsdPerTonne", after!),
    );
    expect(at(dysprosium, "outsidePriceUsdPerTonne", after!)).toBeGreaterThan(
      1.2 * at(dysprosium, "contractPriceUsdPerTonne", after!),
    );
  });

  test("dysprosium's crisis price concerns a few per cent of what is traded, as was said of 2025", () => {
    const dysprosium = run.tiers.find((t) => t.commodity === "dysprosium-oxide")!;
    const month = run.months.indexOf("2025-09");
    expect(dysprosium.outsideVolumeShare[month]!).toBeLessThan(0.06);
  });
});
