import { describe, expect, test } from "vitest";
import { certify } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import { policySchema } from "../../src/policy/kinds/index.ts";
import { PolicyProblem } from "../../src/policy/problem.ts";
import { monthProblem } from "../../src/simulation/month-problem.ts";
import { type ComputedRun, named, runPolicies } from "../../src/simulation/rehearse.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { scenarioOf, shippedScenario, workbench } from "./shipped.ts";

// What must hold whatever the figures say; a case that fails is a fault of the model or of the program.

const common = { title: "T", source: "test", status: "assumed" };
const policy = (fields: object) => policySchema.parse({ ...common, ...fields });

function runOf(scenario: Scenario): ComputedRun {
  return runPolicies(workbench, scenario, [...named(scenario.events), ...named(scenario.measures)]);
}

/** Tonnes that users in these countries went without over the run. */
function missingTonnes({ model, trajectory }: ComputedRun, countries: readonly string[]): number {
  let missing = 0;
  model.applications.forEach((demand, d) => {
    if (!countries.includes(demand.country)) return;
    trajectory.level.forEach((level, t) => {
      missing += trajectory.demandTonnes[t]![d]! - demand.activities.reduce((sum, a) => sum + level[a]!, 0);
    });
  });
  return missing;
}

const objectives = ({ trajectory }: ComputedRun) => trajectory.certificates.map((c) => c.primalObjectiveUsd);

describe("fewer approvals", () => {
  const licence = (approvalShare: number) =>
    policy({
      kind: "licence",
      from: "2026-11-01",
      materials: ["medium-heavy-7", "controlled-magnets"],
      origins: ["CHN"],
      processingWorkingDays: 30,
      approvals: [{ from: "2026-11-01", approvalShare }],
    });

  test("never lower the shortfall of Japan and the United States", () => {
    const missing = [1, 0.75, 0.5, 0.25, 0.1, 0].map((share) =>
      missingTonnes(runOf(scenarioOf({ licence: licence(share) }, 18)), ["JPN", "USA"]),
    );
    for (let i = 1; i < missing.length; i++) expect(missing[i]).toBeGreaterThanOrEqual(missing[i - 1]! - 1e-6);
    expect(missing.at(-1)).toBeGreaterThan(10);
  });

  test("come to the same as a ban when nothing is approved and nothing was under way", () => {
    const ban = policy({
      kind: "export-ban",
      from: "2026-11-01",
      materials: ["medium-heavy-7", "controlled-magnets"],
      origins: ["CHN"],
    });
    const none = runOf(scenarioOf({ control: licence(0) }, 12));
    const banned = runOf(scenarioOf({ control: ban }, 12));
    expect(missingTonnes(none, ["JPN", "USA"])).toBeCloseTo(missingTonnes(banned, ["JPN", "USA"]), 6);
  });
});

describe("a wider ban", () => {
  test("never lowers what a month costs, where stocks cannot help", () => {
    const ban = (destinations: readonly string[]) =>
      policy({
        kind: "export-ban",
        from: "2026-10-01",
        materials: ["rare-earths", "rare-earth-magnets"],
        origins: ["CHN"],
        destinations,
      });
    const cost = [["JPN"], ["JPN", "USA"], ["WLD"]].map(
      (destinations) => objectives(runOf(scenarioOf({ ban: ban(destinations) }, 1)))[0]!,
    );
    expect(cost[1]).toBeGreaterThanOrEqual(cost[0]! - tolerance(cost[0]!));
    expect(cost[2]).toBeGreaterThanOrEqual(cost[1]! - tolerance(cost[1]!));
  });
});

describe("a control on what is not shipped", () => {
  test("is an error that names the materials and the countries", () => {
    const ban = policy({
      kind: "export-ban",
      from: "2026-10-01",
      materials: ["dysprosium"],
      origins: ["BRA"],
      destinations: ["MEX"],
    });
    expect(() => runOf(scenarioOf({ ban }, 3))).toThrow(PolicyProblem);
    expect(() => runOf(scenarioOf({ ban }, 3))).toThrow(/nobody ships .*dysprosium.* from BRA to MEX/);
  });
});

describe("more capacity", () => {
  const ban = policy({
    kind: "export-ban",
    from: "2026-10-01",
    materials: ["rare-earths", "rare-earth-magnets"],
    origins: ["CHN"],
    destinations: ["JPN", "USA"],
  });
  const plant = (country: string, recipe: string, breakEvenPriceFactor: number) =>
    policy({
      kind: "facility",
      from: "2026-10-01",
      country,
      recipe,
      capacityTonnesPerYear: 2400,
      rampMonths: 0,
      breakEvenPriceFactor,
    });

  test.each([
    ["USA", "press-high-coercivity", 1],
    ["JPN", "reduce-dysprosium", 1.2],
    ["MYS", "separate-seg-mount-weld", 0.9],
  ])("(%s, %s) never makes a month dearer", (country, recipe, factor) => {
    const scenario = scenarioOf({ ban, plant: plant(country, recipe, factor) }, 4);
    const { network, terms } = monthProblem(workbench, scenario, "2027-01")!;
    const own = network.activityNames.indexOf("plant:plant");
    const full = terms.upperBound[own]!;
    expect(full).toBeGreaterThan(0);
    const clearer = createClearer(network);
    const costs = [0, 0.1, 0.5, 1, 2].map((share) => {
      const upperBound = terms.upperBound.slice();
      upperBound[own] = share * full;
      const month = { ...terms, upperBound };
      return certify(network, month, clearer.clear(month)).primalObjectiveUsd;
    });
    for (let i = 1; i < costs.length; i++) expect(costs[i]).toBeLessThanOrEqual(costs[i - 1]! + tolerance(costs[0]!));
  });

  test("of any plant, mine or route of the framework: closing it never makes the month cheaper", () => {
    const { network, terms } = monthProblem(workbench, shippedScenario("us-japan-framework"), "2028-06")!;
    const clearer = createClearer(network);
    const cleared = clearer.clear(terms);
    const cost = certify(network, terms, cleared).primalObjectiveUsd;
    const open = network.activityNames.flatMap((name, a) =>
      /^(plant|mine|separate|press|ship):/.test(name) && terms.lowerBound[a] === 0 && cleared.level[a]! > 1 ? [a] : [],
    );
    expect(open.length).toBeGreaterThan(50);
    for (const a of open.filter((_, i) => i % 12 === 0)) {
      const upperBound = terms.upperBound.slice();
      upperBound[a] = 0.5 * cleared.level[a]!;
      const month = { ...terms, upperBound };
      const without = certify(network, month, clearer.clear(month, cleared.priceUsdPerTonne)).primalObjectiveUsd;
      expect(without, network.activityNames[a]).toBeGreaterThanOrEqual(cost - tolerance(cost));
    }
  });

  test("never leaves Japan and the United States with less over a year", () => {
    const without = runOf(scenarioOf({ ban }, 12));
    const plants = { ban, plant: plant("USA", "press-high-coercivity", 1) };
    expect(missingTonnes(runOf(scenarioOf(plants, 12)), ["JPN", "USA"])).toBeLessThanOrEqual(
      missingTonnes(without, ["JPN", "USA"]) * (1 + 1e-9),
    );
  });
});

describe("a suspension", () => {
  const { events } = shippedScenario("full-stop-japan");
  const suspension = (from: string, to?: string) =>
    policy({ kind: "suspension", of: "cn-stop-japan", from, ...(to ? { to } : {}) });

  test("of the whole time is as good as no policy", () => {
    const suspended = runOf(scenarioOf({ ...events, truce: suspension("2026-01-01") }, 18));
    const free = runOf(scenarioOf({}, 18));
    const count = free.model.markets.length;
    free.trajectory.priceUsdPerTonne.forEach((price, t) => {
      const same = suspended.trajectory.priceUsdPerTonne[t]!.subarray(0, count);
      price.forEach((usd, m) => {
        expect(Math.abs(same[m]! - usd) / usd, free.model.markets[m]!.id).toBeLessThanOrEqual(1e-9);
      });
    });
    expect(missingTonnes(suspended, ["JPN"])).toBeCloseTo(missingTonnes(free, ["JPN"]), 6);
  });

  test("of the second half leaves the first half as it was", () => {
    const whole = runOf(scenarioOf(events, 10));
    const halved = runOf(scenarioOf({ ...events, truce: suspension("2027-06-01") }, 10));
    for (let t = 0; t < 8; t++)
      expect([...halved.trajectory.level[t]!.subarray(0, 1000)]).toEqual([
        ...whole.trajectory.level[t]!.subarray(0, 1000),
      ]);
    expect(missingTonnes(halved, ["JPN"])).toBeLessThan(missingTonnes(whole, ["JPN"]));
  });
});

/** Rounding of a sum of costs and worths. */
function tolerance(usd: number): number {
  return 1e-9 * Math.max(1, Math.abs(usd)) + 1;
}
