import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { readScenarioText } from "../../../src/ledger/index.ts";
import { createSummary } from "../../../src/simulation/draws/summary.ts";
import { openSweep } from "../../../src/simulation/draws/sweep.ts";
import { answer } from "../../../src/web/engine/answer.ts";
import type { FanAnswer } from "../../../src/web/engine/asks/fan.ts";
import { exposure } from "../../../src/web/engine/handlers/exposure.ts";
import { fan } from "../../../src/web/engine/handlers/fan.ts";
import { flows } from "../../../src/web/engine/handlers/flows.ts";
import { failureOf } from "../../../src/web/engine/refused.ts";
import type { EngineState } from "../../../src/web/engine/state.ts";
import { workbookOf } from "./workbook.ts";
import { listening, openEngine } from "./world.ts";

let state: EngineState;
beforeAll(() => {
  state = openEngine();
});

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const BOM = readFileSync(join(import.meta.dirname, "../../../examples/bom.csv"), "utf8");

describe("a fan", () => {
  test("has the draws and numbers of a sweep, and tells them on the way", async () => {
    const { partials, talk } = listening();
    const question = { scenario: "gallium-germanium-stop", months: 12 };
    const found = await fan(state, { question, draws: 18, seed: 5, withoutMeasures: false }, talk);
    const { scenario } = readScenarioText(
      "scenarios/gallium-germanium-stop.yaml",
      (p) => state.data.scenarios[p]!,
      state,
    );
    const plan = {
      scenarioId: "x",
      scenario: { ...scenario, months: 12 },
      withoutMeasures: false,
      seed: 5,
      draws: 18,
      design: "random",
    } as const;
    const sweep = openSweep(state.dataset, plan);
    const summary = createSummary(plan, sweep.columns);
    summary.add(sweep.runChunk(0, 18));
    const { fans, shortages } = summary.finish();
    expect(found.fans.map((f) => ({ id: f.id, p05: [...f.p05], p95: [...f.p95] }))).toEqual(
      fans.map((f) => ({ id: f.id, p05: f.p05, p95: f.p95 })),
    );
    expect(found.shortages).toEqual(shortages);
    expect((partials as FanAnswer[]).map((p) => p.draws)).toEqual([8, 16]);
    expect(found.fans.find((f) => f.kind === "price")!.of).toMatch(/gallium|germanium/);
  });

  test("stops between draws when nobody waits any more", async () => {
    let pauses = 0;
    const talk = {
      partial() {},
      progress() {},
      pause: async () => {
        if (++pauses === 4) throw new Error("stopped");
      },
    };
    const question = { scenario: "gallium-germanium-stop", months: 6 };
    await expect(fan(state, { question, draws: 100, seed: 1, withoutMeasures: true }, talk)).rejects.toThrow("stopped");
    expect(pauses).toBe(4);
  });
});

describe("flows", () => {
  test("trace a material from the ground to what uses it, for every month", () => {
    const question = { scenario: "april-2025-controls", months: 12 };
    const found = flows(state, { question, measures: true, material: "dysprosium" });
    const { nodes, links, stages, basis } = found.sankey;
    expect(stages).toEqual(["mine", "separate", "reduce", "press", "use"]);
    expect(basis).toBe("material");
    const used = nodes.filter((n) => n.stage === "use");
    const pressed = links.filter((l) => l.to.startsWith("use|")).reduce((sum, l) => sum + l.baselineTonnes, 0);
    expect(used.reduce((sum, n) => sum + n.baselineTonnes, 0)).toBeCloseTo(pressed, 9);
    const china = nodes.find((n) => n.id === "separate|CHN")!;
    expect(china.tonnes[8]!).toBeLessThan(china.baselineTonnes);
    expect(used.some((n) => n.shortfallShare!.some((share) => share > 0.05))).toBe(true);
    const oxide = found.pairs.find((p) => p.commodity === "dysprosium-oxide" && p.from === "CHN" && p.to === "JPN")!;
    expect(oxide.controls).toEqual(["cn-2025-04-licences"]);
    expect(Math.min(...oxide.tonnes)).toBeLessThan(0.7 * oxide.baselineTonnes);
    expect(oxide.figures.length).toBeGreaterThan(0);
    expect(found.pairsLeftOut.share).toBeLessThan(0.05);
    const place = found.places.find((p) => p.commodity === "dysprosium-oxide" && p.country === "JPN")!;
    expect(Math.max(...place.priceUsdPerTonne)).toBeGreaterThan(1.5 * place.basePriceUsdPerTonne);
  });

  test("say which materials there are where a chain is not open", () => {
    const question = { scenario: "april-2025-controls", months: 1 };
    expect(() => flows(state, { question, measures: true, material: "gallium" })).toThrow("does not open the chain");
    expect(() => flows(state, { question, measures: true, material: "dysprosum" })).toThrow("dysprosium");
  });
});

describe("a bill of materials", () => {
  const question = { scenario: "april-2025-controls", months: 12 };
  const { talk } = listening();

  test("is read as CSV and as a workbook alike", async () => {
    const csv = await exposure(state, { question, fileName: "bom.csv", bytes: bytesOf(BOM) }, talk);
    const workbook = await exposure(state, { question, fileName: "bom.xlsx", bytes: workbookOf(BOM) }, talk);
    expect(csv.exposure.products.length).toBeGreaterThan(1);
    expect(workbook.exposure).toEqual(csv.exposure);
  });

  test.each([
    ["a file of 21 MB", new ArrayBuffer(21_000_000), "file-too-large"],
    ["a PDF", bytesOf("%PDF-1.7 …"), "not-a-table"],
    ["bytes of zero", new ArrayBuffer(500), "not-a-table"],
  ])("is refused as %s", async (_, bytes, code) => {
    const failure = await exposure(state, { question, fileName: "x.csv", bytes }, talk).then(() => null, failureOf);
    expect(failure).toMatchObject({ kind: "refused", code });
  });

  test("tells its first problems and how many more there are", async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `p${i},1,1,JPN,unobtainium,1,JPN,30`).join("\n");
    const text = `${BOM.split("\n")[0]}\n${rows}\n`;
    const failure = await exposure(state, { question, fileName: "x.csv", bytes: bytesOf(text) }, talk).then(
      () => null,
      failureOf,
    );
    if (failure?.kind !== "input") throw new Error("expected problems of the input");
    expect(failure.problems).toHaveLength(200);
    expect(failure.more).toBeGreaterThanOrEqual(300);
  });

  test("of a workbook that unpacks to more than is allowed is refused before it is unpacked", async () => {
    const packed = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(101_000_000) });
    expect(packed.length).toBeLessThan(1_000_000);
    const failure = await exposure(
      state,
      { question, fileName: "x.xlsx", bytes: packed.buffer as ArrayBuffer },
      talk,
    ).then(() => null, failureOf);
    expect(failure).toMatchObject({ kind: "refused", code: "file-too-large" });
  });
});

describe("figures", () => {
  test("are found by words of name, source and note, page by page", async () => {
    const ask = (request: object) => answer(state, "figures", request as never, listening().talk);
    const all = await ask({ query: "", from: 0, count: 3 });
    expect(all.rows).toHaveLength(3);
    expect(all.total).toBeGreaterThan(1000);
    const some = await ask({ query: "usgs dysprosium price", from: 0, count: 50 });
    expect(some.rows.map((r) => r.figure)).toContain("prices/dysprosium-oxide@WLD");
    const assumed = await ask({ query: "", status: "assumed", table: "prices", from: 0, count: 1000 });
    expect(assumed.rows.every((r) => r.status === "assumed" && r.table === "prices")).toBe(true);
    expect((await ask({ query: "prices/dysprosum-oxide@WLD", from: 0, count: 1 })).suggestions[0]).toBe(
      "prices/dysprosium-oxide@WLD",
    );
  });

  test("disagree where the table says so, and licences come with how much rests on them", async () => {
    const found = await answer(state, "sources", {}, listening().talk);
    expect(found.disagreements.length).toBe(state.dataset.tensions.length);
    expect(found.sources.find((s) => s.id === "monazite-assumption")!.figures).toBeGreaterThan(50);
    expect(Math.abs(found.adjustments[0]!.sigmas)).toBeGreaterThanOrEqual(Math.abs(found.adjustments[1]!.sigmas));
  });
});

describe("a plan", () => {
  test("is judged choice by choice, with the rules it breaks and who gains", async () => {
    const { talk, partials } = listening();
    const plan = await answer(state, "plan", { plan: "small" }, talk);
    expect(plan.candidates.length).toBe(8);
    const all = Object.fromEntries(plan.candidates.map((c) => [c.id, c.sizing === "on-off" ? 1 : c.most]));
    const judged = await answer(state, "judge", { plan: "small", scales: all, split: false }, talk as never);
    expect(judged.atoms).toBe(judged.of);
    expect(judged.broken.length).toBeGreaterThan(0);
    expect(judged.brokenRules).toHaveLength(judged.broken.length);
    expect(judged.brokenRules.every(({ kind, index }) => kind !== "budget" || plan.budgets[index])).toBe(true);
    expect(judged.costUsd).toBeGreaterThan(0);
    const none = await answer(state, "judge", { plan: "small", scales: {}, split: false }, talk as never);
    expect(none.judged).toEqual(none.nothing);
    expect(none.broken).toEqual([]);
    expect(partials.every((p) => (p as { atoms: number }).atoms < judged.of)).toBe(true);
  });

  test("refuses scales that are none", async () => {
    const scales = { nobody: 1 };
    await expect(answer(state, "judge", { plan: "small", scales, split: false }, listening().talk)).rejects.toThrow(
      "nobody",
    );
  });
});
