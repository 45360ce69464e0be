import { beforeAll, describe, expect, test } from "vitest";
import { ledgerPolicy } from "../../../src/ledger/index.ts";
import type { ScenarioEdits } from "../../../src/web/engine/asks/simulate.ts";
import { editScenario } from "../../../src/web/engine/edit-scenario.ts";
import { scenario as describeScenario } from "../../../src/web/engine/handlers/scenario.ts";
import { readQuestion } from "../../../src/web/engine/read-question.ts";
import type { EngineState } from "../../../src/web/engine/state.ts";
import { openEngine } from "./world.ts";

let state: EngineState;
beforeAll(() => {
  state = openEngine();
});

const FRAMEWORK = "us-japan-framework";
const edit = (edits: ScenarioEdits, scenario = FRAMEWORK) => readQuestion(state, { scenario, edits }).edited;
const written = (scenario = FRAMEWORK) => readQuestion(state, { scenario }).edited;

describe("edits of a scenario", () => {
  test("change nothing where there are none", () => {
    const plain = written();
    const context = {
      vocabulary: state.vocabulary,
      uses: ["defence"],
      ledger: (id: string) => ledgerPolicy(state.dataset, id),
    };
    expect(editScenario(plain, {}, context)).toBe(plain);
  });

  test("set what licences approve for all dates and destinations, but not where everything is approved", () => {
    const { events, uncertain } = edit({ approval: 0.35 });
    const licence = events["cn-2025-04-licences"]!;
    if (licence.kind !== "licence") throw new Error("expected a licence");
    expect(new Set(licence.approvals.map((a) => a.approvalShare))).toEqual(new Set([0.35]));
    expect(licence.approvals).toHaveLength(7);
    expect(events["cn-2027-01-us-military"]).toEqual(written().events["cn-2027-01-us-military"]);
    expect(Object.keys(written().uncertain!)).toContain("approval-spring-2025");
    expect(Object.keys(uncertain!)).not.toContain("approval-spring-2025");
    expect(Object.keys(uncertain!)).toContain("general-licences");
  });

  test("set the days of every decision", () => {
    const licence = edit({ delay: 77 }).events["cn-2025-04-licences"]!;
    if (licence.kind !== "licence") throw new Error("expected a licence");
    expect(licence.processingWorkingDays).toBe(77);
    expect(licence.approvals.every((a) => a.processingWorkingDays === undefined)).toBe(true);
  });

  test("end controls so many months after they began", () => {
    const { events } = edit({ duration: 12 });
    expect(events["cn-2025-04-licences"]!.to).toBe("2026-04-03");
    expect(events["truce-2025-11"]!.to).toBe("2027-01-10");
    expect(events.narva!.to).toBeNull();
  });

  test("move plants and measures, with their ends, but not the day they became known", () => {
    const { events, measures } = edit({ late: 3 });
    expect(events.narva!.from).toBe("2025-12-01");
    expect(events["cn-2025-04-licences"]!.from).toBe("2025-04-04");
    const before = written().measures;
    for (const [id, measure] of Object.entries(measures)) {
      expect(measure.from > before[id]!.from).toBe(true);
      expect(measure.announced).toBe(before[id]!.announced);
    }
  });

  test("take out what speaks of what is taken out, and what would vary it", () => {
    const { events, uncertain } = edit({ off: ["cn-2025-10-five-more"] });
    expect(Object.keys(events)).not.toContain("cn-2025-10-five-more");
    expect(Object.keys(events)).not.toContain("truce-2025-11");
    expect(Object.keys(uncertain!)).not.toContain("approval-five-more");
    expect(uncertain!["truce-lapse"]!.targets.map((t) => t.event)).not.toContain("truce-2025-11");
    expect(edit({ off: ["cn-2025-10-five-more"] }).chains).toEqual(edit({ off: ["narva"] }).chains);
  });

  test("open the chains of what comes in", () => {
    const { chains, events } = edit({ add: ["cn-2023-07-gallium-germanium"] });
    expect(chains).toContain("gallium-metal");
    expect(chains).toContain("dysprosium-oxide");
    expect(events["cn-2023-07-gallium-germanium"]!.kind).toBe("licence");
  });

  test("refuse values out of range and unknown events, each at its place", () => {
    expect(() => edit({ approval: 1.2, late: -1 })).toThrow(/approval[\s\S]*late/);
    expect(() => edit({ add: ["nobody-knows"] })).toThrow("nobody-knows");
    expect(() => edit({ events: { x: { kind: "quota" } as never } })).toThrow("edits.events.x");
  });

  test("are told entry by entry, with what sliders have now", () => {
    const answer = describeScenario(state, { scenario: FRAMEWORK, edits: { off: ["cn-2025-10-five-more"] } });
    const entry = (id: string) => answer.events.find((e) => e.id === id)!;
    expect(entry("cn-2025-10-five-more").off).toBe(true);
    expect(entry("truce-2025-11").off).toBe(true);
    expect(entry("cn-2025-04-licences")).toMatchObject({
      off: false,
      ledger: "cn-2025-04-licences",
      about: { origins: ["CHN"] },
    });
    expect(answer.notDrawn).toEqual(["approval-five-more"]);
    const slider = (key: string) => answer.sliders.find((s) => s.key === key)!;
    expect(slider("approval")).toMatchObject({ own: { least: 0.15, most: 0.75 }, applies: true });
    expect(slider("delay").changes).toContain("cn-2025-04-licences");
    const stop = describeScenario(state, { scenario: "full-stop-japan" });
    expect(stop.sliders.find((s) => s.key === "duration")!.own).not.toBeNull();
  });
});
