import { describe, expect, test } from "vitest";
import { certify } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import type { MonthProblem } from "../../src/market/export.ts";
import { buildNetwork } from "../../src/market/network.ts";
import type { Network, Terms } from "../../src/market/problem.ts";
import type { Rehearsal } from "../../src/simulation/result.ts";
import { monazite } from "./in-process.ts";

const scenario = "scenarios/april-2025-controls.yaml";
const month = "2025-08";

/** The month as anyone would read it back: the file has no yardsticks, so they are taken from the reference levels. */
function problemOf(json: MonthProblem): { network: Network; terms: Terms } {
  const entries = json.activities.map((): { market: number; coefficient: number }[] => []);
  const turnover = json.markets.map(() => 0.01);
  json.entries.market.forEach((market, k) => {
    const activity = json.entries.activity[k]!;
    const coefficient = json.entries.coefficient[k]!;
    entries[activity]!.push({ market, coefficient });
    turnover[market]! += Math.abs(coefficient * json.referenceLevel[activity]!) / 2;
  });
  const typicalPriceUsdPerTonne = 10_000;
  return {
    network: buildNetwork(
      json.markets.map((name, m) => ({ name, turnoverTonnes: turnover[m]!, typicalPriceUsdPerTonne })),
      json.activities.map((name, a) => ({ name, entries: entries[a]! })),
    ),
    terms: {
      referenceLevel: Float64Array.from(json.referenceLevel),
      lowerBound: Float64Array.from(json.lowerBound, (bound) => bound ?? Number.NEGATIVE_INFINITY),
      upperBound: Float64Array.from(json.upperBound, (bound) => bound ?? Number.POSITIVE_INFINITY),
      marginalCost: Float64Array.from(json.marginalCost),
      slope: Float64Array.from(json.slope),
    },
  };
}

describe("export", () => {
  test("a month read back from its JSON clears at the objective that simulate reports", async () => {
    const result: Rehearsal = JSON.parse((await monazite("simulate", scenario, "--json")).stdout);
    const { code, stdout } = await monazite("export", scenario, "--month", month);
    expect(code).toBe(0);
    const { network, terms } = problemOf(JSON.parse(stdout));
    const { primalObjectiveUsd } = certify(network, terms, createClearer(network).clear(terms));
    const reported = result.checks.objectiveUsd[result.months.indexOf(month)]!;
    expect(Math.abs(primalObjectiveUsd - reported)).toBeLessThanOrEqual(1e-9 * Math.abs(reported));
  });

  test("JSON, LP and MPS name every market and activity and agree on the constant", async () => {
    const json: MonthProblem = JSON.parse((await monazite("export", scenario, "--month", month)).stdout);
    const lp = (await monazite("export", scenario, "--month", month, "--format", "lp")).stdout;
    const mps = (await monazite("export", scenario, "--month", month, "--format", "mps")).stdout;
    expect(lp.startsWith(`\\ objective constant, to be added: ${json.constantUsd}\nMinimize\n`)).toBe(true);
    expect(lp.trimEnd().endsWith("End")).toBe(true);
    expect(mps).toContain(` RHS costUsd ${-json.constantUsd}\n`);
    expect(mps.trimEnd().endsWith("ENDATA")).toBe(true);
    expect(lp.match(/^ m\d+_\w+:$/gm)).toHaveLength(json.markets.length);
    expect(mps.match(/^ E m\d+_/gm)).toHaveLength(json.markets.length);
    const quadratic = mps.slice(mps.indexOf("QUADOBJ"));
    expect(quadratic.match(/^ x\d+_/gm)).toHaveLength(json.activities.length);
  });
});
