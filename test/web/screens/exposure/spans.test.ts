import { expect, test } from "vitest";
import type { ProductExposure } from "../../../../src/exposure/index.ts";
import { deliveredShares, place, spansOf } from "../../../../src/web/screens/exposure/spans.ts";

const product = (over: Partial<ProductExposure>): ProductExposure => ({
  product: "motor",
  country: "DEU",
  modelCountry: "DEU",
  unitsPerMonth: 1,
  marginUsdPerUnit: 1,
  slowsOn: null,
  stopsOn: null,
  coverDays: null,
  lostUnits: 0,
  lostMarginUsd: 0,
  lostShare: 0,
  limiting: null,
  inputs: [],
  remedies: [],
  leftOut: [],
  ...over,
});

const input = (pressedOn: string | null, availability: number[], second: number[] = availability) => ({
  line: 2,
  commodity: "dysprosium-oxide",
  needTonnesPerMonth: 1,
  daysOfStock: 10,
  pressedOn,
  slowsOn: null,
  coverDays: null,
  notes: [],
  suppliers: [
    { given: "CHN", country: "CHN", share: 0.8, rule: "route" as const, baselineTonnesPerMonth: 1, availability },
    {
      given: "VNM",
      country: "VNM",
      share: 0.2,
      rule: "route" as const,
      baselineTonnesPerMonth: 1,
      availability: second,
    },
  ],
});

test("a product lives on stock, slows and stops, day after day without a gap", () => {
  const spans = spansOf(product({ slowsOn: "2025-03-11", coverDays: 10, stopsOn: "2025-04-01" }), "2025-12-31");
  expect(spans).toEqual([
    { kind: "stock", from: "2025-03-01", to: "2025-03-10" },
    { kind: "slow", from: "2025-03-11", to: "2025-03-31" },
    { kind: "stopped", from: "2025-04-01", to: "2025-12-31" },
  ]);
});

test("one that never slows lives on stock from the first short delivery, if there is one", () => {
  const pressed = product({ inputs: [input("2025-06-01", [1]), input("2025-05-01", [1])] });
  expect(spansOf(pressed, "2025-12-31")).toEqual([{ kind: "stock", from: "2025-05-01", to: "2025-12-31" }]);
  expect(spansOf(product({ inputs: [input(null, [1])] }), "2025-12-31")).toEqual([]);
});

test("one without stock slows on the first day", () => {
  const [first] = spansOf(product({ slowsOn: "2025-03-11", coverDays: 0 }), "2025-03-20");
  expect(first).toEqual({ kind: "slow", from: "2025-03-11", to: "2025-03-20" });
});

test("what is delivered is of the scarcest input, its suppliers together", () => {
  const inputs = [input(null, [1, 0.5], [1, 0]), input(null, [0.9, 1])];
  expect(deliveredShares(product({ inputs }), 2)).toEqual([expect.closeTo(0.9, 12), expect.closeTo(0.4, 12)]);
});

test("a day has its place between the first and the last", () => {
  expect(place("2025-01-01", "2025-01-01", "2025-01-10")).toBe(0);
  expect(place("2025-01-10", "2025-01-01", "2025-01-10", true)).toBe(1);
  expect(place("2025-01-06", "2025-01-01", "2025-01-10")).toBe(0.5);
});
