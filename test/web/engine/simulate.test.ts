import { beforeAll, describe, expect, test } from "vitest";
import { readScenarioText } from "../../../src/ledger/index.ts";
import { scenarioChains } from "../../../src/simulation/chains.ts";
import { rehearse } from "../../../src/simulation/rehearse.ts";
import type { Rehearsal, Run } from "../../../src/simulation/result.ts";
import { openWorkbench } from "../../../src/simulation/workbench.ts";
import type { RunLines, RunQuestion, SimulateAnswer } from "../../../src/web/engine/asks/simulate.ts";
import { scenarioYaml } from "../../../src/web/engine/handlers/scenario-yaml.ts";
import { simulate } from "../../../src/web/engine/handlers/simulate.ts";
import type { EngineState } from "../../../src/web/engine/state.ts";
import { listening, openEngine } from "./world.ts";

let state: EngineState;
beforeAll(() => {
  state = openEngine();
});

const ask = (question: RunQuestion) => simulate(state, question, listening().talk);

/** What the command line computes for the same question, by way of the file the workbench exports. */
function rehearsed(question: RunQuestion): Rehearsal {
  const { yaml, fileName } = scenarioYaml(state, question);
  const { scenario } = readScenarioText(fileName, () => yaml, state);
  const workbench = openWorkbench(state.dataset, scenarioChains(scenario, state.vocabulary));
  return rehearse(workbench, fileName, scenario, { skipWorth: true });
}

function expectSame(lines: RunLines, run: Run, viewpoint: readonly string[]) {
  expect(lines.uses.length).toBeGreaterThan(5);
  for (const line of lines.uses) {
    const use = run.uses.find((u) => u.country === line.country && u.use === line.use)!;
    if (use.applications.length > 0 && line.demandTonnes[0] === use.demandTonnes[0]) {
      expect([...line.deliveredTonnes]).toEqual(use.deliveredTonnes);
      expect([...line.shortfallShare]).toEqual(use.productShortfallShare);
      expect(line.firstShortMonth).toBe(use.firstShortMonth);
    }
  }
  for (const line of lines.prices) {
    const market = run.markets.find((m) => m.commodity === line.commodity && m.country === line.country)!;
    expect([...line.priceUsdPerTonne]).toEqual(market.priceUsdPerTonne);
  }
  for (const line of lines.covers) {
    const market = run.markets.find((m) => m.commodity === line.commodity && m.country === line.country)!;
    expect([...line.coverDays]).toEqual(market.coverDays);
  }
  expect(lines.tiers.map((t) => ({ commodity: t.commodity, outside: [...t.outsidePriceUsdPerTonne] }))).toEqual(
    run.tiers.map((t) => ({ commodity: t.commodity, outside: t.outsidePriceUsdPerTonne })),
  );
  expect(new Set(lines.uses.map((u) => u.country))).toEqual(new Set(viewpoint));
}

describe("a scenario simulated for the screens", () => {
  test("has the numbers of the command line to the last bit", async () => {
    const question: RunQuestion = { scenario: "us-japan-framework", months: 30 };
    const answer = await ask(question);
    const rehearsal = rehearsed(question);
    expect(answer.months).toEqual(rehearsal.months);
    expectSame(answer.without, rehearsal.withoutMeasures!, answer.viewpoint);
    expectSame(answer.with!, rehearsal, answer.viewpoint);
    const worst = rehearsal.summary[0]!;
    const line = answer.without.uses.find((u) => u.country === worst.country && u.use === worst.use)!;
    expect(line.valueAtRiskUsd.reduce((a, b) => a + b, 0)).toBe(worst.withoutMeasures.valueAtRiskUsd);
    expect(answer.without.uses).toHaveLength(rehearsal.summary.length);
  });

  test("tells the events alone before the measures are run", async () => {
    const { partials, talk } = listening();
    const answer = await simulate(state, { scenario: "us-japan-framework", months: 12 }, talk);
    const [first] = partials as SimulateAnswer[];
    expect(partials).toHaveLength(1);
    expect(first!.with).toBeNull();
    expect(first!.complete).toBe(false);
    expect(first!.without.valueAtRiskByMonthUsd).toEqual(answer.without.valueAtRiskByMonthUsd);
    expect(answer.complete).toBe(true);
  });

  test("answers for another viewpoint without another run", async () => {
    const answer = await ask({ scenario: "us-japan-framework", months: 12, viewpoint: ["EU"] });
    expect(answer.viewpoint).toContain("DEU");
    expect(new Set(answer.without.uses.map((u) => u.country))).toEqual(new Set(answer.viewpoint));
  });

  test.each<[string, RunQuestion["edits"]]>([
    ["approvals", { approval: 0.1 }],
    ["the days of a licence", { delay: 90 }],
    ["the months of the controls", { duration: 9 }],
    ["plants and projects that come late", { late: 6 }],
    ["private stocks", { cover: 2.5 }],
    ["demand", { growth: 0.12 }],
    ["what is switched off", { off: ["cn-2025-04-licences", "lynas-heavy-circuit"] }],
    ["an event of the ledger", { add: ["cn-2023-07-gallium-germanium"], off: ["mountain-pass-stops-exports"] }],
  ])("gives the numbers of the exported file with other %s", async (_, edits) => {
    const question: RunQuestion = { scenario: "us-japan-framework", months: 14, edits };
    const answer = await ask(question);
    const plain = await ask({ scenario: "us-japan-framework", months: 14 });
    expect([...answer.without.valueAtRiskByMonthUsd]).not.toEqual([...plain.without.valueAtRiskByMonthUsd]);
    const rehearsal = rehearsed(question);
    expectSame(answer.without, rehearsal.withoutMeasures!, answer.viewpoint);
    expectSame(answer.with!, rehearsal, answer.viewpoint);
  });
});
