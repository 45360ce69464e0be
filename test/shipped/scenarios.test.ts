import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { massBalanceShare } from "../../src/simulation/mass-balance.ts";
import { named, rehearse, runPolicies } from "../../src/simulation/rehearse.ts";
import type { Rehearsal } from "../../src/simulation/result.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { scenarioIds, shippedScenario, workbenchOf } from "./shipped.ts";

const ALLOWED = 1e-9;

test("the scenarios of the issue are there", () => {
  expect(scenarioIds).toEqual([
    "april-2025-controls",
    "congo-cobalt-2025",
    "faster-demand",
    "full-stop-japan",
    "gallium-germanium-2023",
    "gallium-germanium-answers",
    "gallium-germanium-stop",
    "graphite-licences",
    "october-2025-expansion",
    "replay-2010-senkaku",
    "replay-2023-gallium-germanium",
    "replay-2024-antimony",
    "replay-2025-rare-earths",
    "taiwan-strait",
    "truce-general-licences",
    "us-japan-framework",
  ]);
});

describe.each(scenarioIds)("%s", (id) => {
  const scenario = shippedScenario(id);
  const workbench = workbenchOf(scenario);
  const rehearsal = rehearse(workbench, id, scenario, { skipWorth: true });
  const text = JSON.stringify(rehearsal);

  test("every month of every run is certified and no tonne is lost", () => {
    const measures = named(scenario.measures);
    const portfolios = [measures, ...(measures.length > 0 ? [[]] : [])];
    for (const chosen of portfolios) {
      const { model, months, trajectory } = runPolicies(workbench, scenario, [...named(scenario.events), ...chosen]);
      expect(trajectory.certificates).toHaveLength(scenario.months);
      trajectory.certificates.forEach((certificate, t) => {
        const { primalResidualShare, boundViolationShare, complementarityShare, dualityGapShare } = certificate;
        for (const share of [primalResidualShare, boundViolationShare, complementarityShare, dualityGapShare])
          expect(share, months[t]).toBeLessThanOrEqual(ALLOWED);
      });
      expect(massBalanceShare(model, trajectory)).toBeLessThanOrEqual(ALLOWED);
    }
  });

  test("the result says so", () => {
    for (const run of [rehearsal, ...(rehearsal.withoutMeasures ? [rehearsal.withoutMeasures] : [])]) {
      const { checks } = run;
      expect(checks.maxPrimalResidualShare).toBeLessThanOrEqual(ALLOWED);
      expect(checks.maxComplementarityShare).toBeLessThanOrEqual(ALLOWED);
      expect(checks.maxDualityGapShare).toBeLessThanOrEqual(ALLOWED);
      expect(checks.maxMassBalanceShare).toBeLessThanOrEqual(ALLOWED);
      expect(checks.maxBaselineDriftShare).toBeLessThanOrEqual(ALLOWED);
      expect(checks.objectiveUsd).toHaveLength(scenario.months);
    }
  });

  test("every number is finite", () => {
    // JSON writes what is not a finite number as null; the only nulls are those that mean "never" or "none"
    const nulls = [...text.matchAll(/"(\w+)":null/g)].map((match) => match[1]);
    const meant = ["to", "firstShortMonth", "worstMonth", "withoutMeasures"];
    expect(nulls.filter((key) => !meant.includes(key!))).toEqual([]);
    expect(text).not.toMatch(/[[,]null/);
  });

  test("tonnes and prices have the sign they must have", () => {
    for (const use of rehearsal.uses) {
      use.deliveredTonnes.forEach((tonnes, t) => {
        expect(tonnes).toBeGreaterThanOrEqual(-1e-9);
        expect(tonnes).toBeLessThanOrEqual(use.demandTonnes[t]! * (1 + 1e-9) + 1e-9);
      });
    }
    for (const market of rehearsal.markets) expect(Math.min(...market.stockTonnes)).toBeGreaterThanOrEqual(0);
  });

  test("a second run gives the same bytes", () => {
    expect(JSON.stringify(rehearse(workbench, id, shippedScenario(id), { skipWorth: true })) === text).toBe(true);
  });

  test("the order of events and measures changes nothing but the order in which they are listed", () => {
    const shuffled: Scenario = {
      ...scenario,
      events: backwards(scenario.events),
      measures: backwards(scenario.measures),
    };
    const again = rehearse(workbench, id, shuffled, { skipWorth: true });
    expect(JSON.stringify(listed(again)) === JSON.stringify(listed(rehearsal))).toBe(true);
  });
});

describe("what each measure of the framework is worth", () => {
  test("is told for every measure, the most valuable first", { timeout: 300_000 }, () => {
    const scenario = { ...shippedScenario("us-japan-framework"), months: 30 };
    const { measures } = rehearse(workbenchOf(scenario), "us-japan-framework", scenario);
    expect(measures.map((m) => m.id).sort()).toEqual(Object.keys(scenario.measures).sort());
    const worth = measures.map((m) => m.worthUsd);
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
    for (const measure of measures) {
      const byCountry = measure.worthByCountryUsd.reduce((sum, { usd }) => sum + usd, 0);
      expect(Math.abs(byCountry - measure.worthUsd)).toBeLessThanOrEqual(1);
    }
  });
});

test("every scenario names the schema that editors check it by", () => {
  for (const id of scenarioIds)
    expect(readFileSync(`scenarios/${id}.yaml`, "utf8")).toMatch(
      /^# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n/,
    );
});

function backwards<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).reverse());
}

function listed(rehearsal: Rehearsal): Rehearsal {
  return { ...rehearsal, events: rehearsal.events.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}
