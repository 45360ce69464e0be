import { expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { scenarioOf } from "./shipped.ts";

test("a stop of gallium is the same whether the other chains are opened with it or not", () => {
  const dataset = readDataset();
  const scenario = scenarioOf(
    {
      stop: {
        kind: "export-ban",
        title: "No gallium",
        from: "2026-11-01",
        to: null,
        materials: ["gallium"],
        origins: ["CHN"],
        destinations: ["WLD"],
        source: "hypothetical",
        status: "assumed",
      } as never,
    },
    4,
  );
  const run = (chains?: ReadonlySet<string>) =>
    readable(runPolicies(openWorkbench(dataset, chains), scenario, named(scenario.events)), 0);
  const alone = run(vocabularyOf(dataset).commodities(["gallium"]));
  const whole = run();
  expect(whole.markets.length).toBeGreaterThan(3 * alone.markets.length);
  const price = (markets: typeof whole.markets, commodity: string, country: string) =>
    markets.find((m) => m.commodity === commodity && m.country === country)!.priceUsdPerTonne;
  for (const { commodity, country, priceUsdPerTonne } of alone.markets) {
    const wanted = price(whole.markets, commodity, country);
    priceUsdPerTonne.forEach((p, t) => {
      expect(Math.abs(p / wanted[t]! - 1), `${commodity}@${country} month ${t}`).toBeLessThan(1e-6);
    });
  }
});
