import { describe, expect, test } from "vitest";
import { readTables } from "../../src/cli/io/read-dataset.ts";
import { formatProblems, readDataset } from "../../src/dataset/index.ts";
import { baselineDriftShare } from "../../src/simulation/baseline-drift.ts";
import { massBalanceShare } from "../../src/simulation/mass-balance.ts";
import { runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioOf, workbench } from "./shipped.ts";

describe("the shipped dataset", () => {
  test("passes every check", () => {
    const { problems } = readDataset(readTables("data"));
    expect(formatProblems(problems)).toBe("");
  });

  test("balances: what the reconciled levels make and use is equal in every market", () => {
    const { model } = workbench;
    const made = new Float64Array(model.markets.length);
    model.activities.forEach((activity, a) => {
      for (const { market, coefficient } of activity.entries) made[market]! += coefficient * model.baseLevel[a]!;
    });
    made.forEach((tonnes, m) => {
      expect(Math.abs(tonnes) / model.turnoverTonnes[m]!, model.markets[m]!.id).toBeLessThanOrEqual(1e-9);
    });
  });
});

describe("sixty months without policies", () => {
  const { model, trajectory } = runPolicies(workbench, scenarioOf({}, 60), []);

  test("stand still: prices, levels and stocks to 1e-9", () => {
    expect(trajectory.level).toHaveLength(60);
    expect(baselineDriftShare(model, trajectory)).toBeLessThanOrEqual(1e-9);
  });

  test("deliver every use its whole need in every month", () => {
    model.applications.forEach((demand, d) => {
      trajectory.level.forEach((level, month) => {
        const delivered = demand.activities.reduce((sum, a) => sum + level[a]!, 0);
        const need = trajectory.demandTonnes[month]![d]!;
        const name = `${demand.application}@${demand.country}, month ${month}`;
        expect(Math.abs(delivered - need), name).toBeLessThanOrEqual(1e-9 * Math.max(1, need));
      });
    });
  });

  test("lose no tonne", () => {
    expect(massBalanceShare(model, trajectory)).toBeLessThanOrEqual(1e-9);
  });

  test("leave no rent: no capacity, route or need holds anything back", () => {
    for (const rent of trajectory.rentUsdPerTonne)
      model.activities.forEach(({ id, kind, entries }, a) => {
        if (kind === "store") return; // the steps of a cover curve above and below the present stock differ in worth
        const price = Math.max(...entries.map((e) => model.basePriceUsdPerTonne[e.market]!));
        expect(rent[a]! / price, id).toBeLessThanOrEqual(1e-9);
      });
  });
});
