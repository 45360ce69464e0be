import { describe, expect, test } from "vitest";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { shippedScenario, workbench } from "./shipped.ts";

// What an expert would laugh at, on the shipped framework scenario with all its measures.
const scenario = shippedScenario("us-japan-framework");
const computed = runPolicies(workbench, scenario, [...named(scenario.events), ...named(scenario.measures)]);
const { model, trajectory } = computed;
const run = readable(computed, 0);

describe("the shipped scenario, month by month", () => {
  test("no price is below zero by more than free disposal costs (2 % of base per month of turnover)", () => {
    for (const { commodity, country, basePriceUsdPerTonne, priceUsdPerTonne } of run.markets)
      for (const price of priceUsdPerTonne)
        expect(price / basePriceUsdPerTonne, `${commodity}@${country}`).toBeGreaterThan(-0.05);
  });

  test("no mine digs more than a trickle when its ore fetches nothing", () => {
    model.activities.forEach((activity, a) => {
      if (activity.kind !== "mine") return;
      const market = activity.entries[0]!.market;
      const largest = Math.max(...trajectory.level.map((level) => level[a]!));
      trajectory.level.forEach((level, t) => {
        if (trajectory.priceUsdPerTonne[t]![market]! <= 0)
          expect(level[a]!, `${activity.id} in month ${t}`).toBeLessThanOrEqual(0.1 * largest + 1e-9);
      });
    });
  });

  test("no converter runs at a loss of more than a tenth of what its outputs fetch", () => {
    const makers = ["separate", "reduce", "press", "recycle"];
    model.activities.forEach((activity, a) => {
      if (!makers.includes(activity.kind)) return;
      trajectory.level.forEach((level, t) => {
        if (level[a]! < 0.5) return;
        const price = trajectory.priceUsdPerTonne[t]!;
        let margin = 0;
        let outputs = 0;
        for (const { market, coefficient } of activity.entries) {
          margin += coefficient * price[market]!;
          if (coefficient > 0) outputs += coefficient * Math.max(0, price[market]!);
        }
        expect(margin / Math.max(outputs, 1), `${activity.id} in month ${t}`).toBeGreaterThan(-0.1);
      });
    });
  });

  test("nobody in need is offered a price of nothing: where something is short, its price is above base", () => {
    for (const use of run.uses)
      for (const application of use.applications)
        application.shortfallShare.forEach((share, t) => {
          if (share < 0.2) return;
          const dearest = Math.max(
            ...application.inputs!.map(({ commodity }) => {
              const market = run.markets.find((m) => m.commodity === commodity && m.country === use.country)!;
              return market.priceUsdPerTonne[t]! / market.basePriceUsdPerTonne;
            }),
          );
          expect(dearest, `${application.application}@${use.country} in month ${t}`).toBeGreaterThan(1.1);
        });
  });
});
