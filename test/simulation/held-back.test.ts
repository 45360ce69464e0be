import { describe, expect, test } from "vitest";
import { controlledFlows } from "../../src/simulation/controlled.ts";
import { heldBack } from "../../src/simulation/held-back.ts";
import { named } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const { model, vocabulary } = openWorkbench(miniDataset());

function of(event: object) {
  const common = { title: "x", from: "2025-03-01", source: "test", status: "assumed" };
  const events = { e: { ...common, ...event } };
  const head = { title: "x", description: "", start: "2025-01", months: 3, viewpoint: ["JPN"], measures: {} };
  const policies = named(scenarioSchema.parse({ ...head, events }).events);
  return heldBack(policies, model, vocabulary, controlledFlows(policies, model, vocabulary));
}

const shipped = model.activities.reduce(
  (sum, a, i) => (a.kind === "ship" && a.commodity === "dysprosium-oxide" ? sum + model.baseLevel[i]! : sum),
  0,
);

describe("where events hold a commodity back", () => {
  test("a ban: at its origin, with what is shipped in the baseline", () => {
    expect(of({ kind: "export-ban", materials: ["dysprosium"], origins: ["CHN"] })).toEqual([
      { commodity: "dysprosium-oxide", country: "CHN", baselineExportTonnesPerMonth: shipped, policies: ["e"] },
    ]);
    expect(shipped).toBeGreaterThan(0);
  });

  test("a stop at the mine: what it digs; a stop at the plant: both oxides that come out", () => {
    const stop = { kind: "outage", countries: ["CHN"], lossShare: 0.5 };
    expect(of({ ...stop, activities: ["mine"] }).map((h) => h.commodity)).toEqual(["ore"]);
    expect(of({ ...stop, activities: ["separate"] }).map((h) => h.commodity)).toEqual([
      "dysprosium-oxide",
      "cerium-oxide",
    ]);
    expect(of({ ...stop, countries: ["JPN"] })).toEqual([]);
  });

  test("tariffs and demand hold nothing back", () => {
    expect(
      of({ kind: "import-tariff", materials: ["dysprosium"], destinations: ["JPN"], adValoremShare: 0.1 }),
    ).toEqual([]);
  });
});
