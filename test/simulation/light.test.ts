import { describe, expect, test } from "vitest";
import { createCalendar } from "../../src/policy/calendar.ts";
import { compilePolicies } from "../../src/policy/compile.ts";
import type { NamedPolicy } from "../../src/policy/kinds/index.ts";
import { type RunOptions, run } from "../../src/simulation/run.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const workbench = openWorkbench(miniDataset());
const months = 18;
const ban: NamedPolicy = {
  id: "ban",
  kind: "export-ban",
  title: "No dysprosium to Japan",
  from: "2025-03-01",
  to: "2025-12-31",
  materials: ["dysprosium"],
  origins: ["CHN"],
  destinations: ["JPN"],
  source: "test",
  status: "assumed",
};

function trajectory(options: Partial<RunOptions>) {
  const { model, levers } = compilePolicies(
    [ban],
    workbench.model,
    workbench.vocabulary,
    createCalendar("2025-01", months),
  );
  return run(model, levers, months, { contractingRatePerMonth: workbench.contractingRatePerMonth, ...options });
}

describe("a run recorded lightly", () => {
  test("holds the same months without their proofs", () => {
    const { rentUsdPerTonne, certificates, balanceResidualTonnes, ...rest } = trajectory({});
    expect([rentUsdPerTonne.length, certificates.length, balanceResidualTonnes.length]).toEqual([18, 18, 18]);
    expect(trajectory({ record: "light" })).toEqual({
      ...rest,
      rentUsdPerTonne: [],
      certificates: [],
      balanceResidualTonnes: [],
    });
  });
});
