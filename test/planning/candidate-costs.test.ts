import { expect, test } from "vitest";
import { costsOf, monthNumber } from "../../src/planning/candidate-costs.ts";

const zero = { low: 0, central: 0, high: 0 };
const plan = { startMonth: monthNumber("2026-10"), months: 24 };
const payers = [{ payer: "JPN", share: 1 }];

test("capital falls in equal parts between decision and first day, running costs after it", () => {
  const { costs, costRangeUsd } = costsOf(
    {
      capitalUsd: { low: 60, central: 120, high: 240 },
      runningUsd: { low: 0, central: 12, high: 24 },
      payers,
      decisionMonth: monthNumber("2026-10"),
      firstMonth: monthNumber("2027-10"),
    },
    plan,
  );
  // three months of 2026, nine of 2027, then a month's running cost in each of twelve months
  expect(costs).toEqual([
    { payer: "JPN", year: 2026, usd: 30 },
    { payer: "JPN", year: 2027, usd: 93 },
    { payer: "JPN", year: 2028, usd: 9 },
  ]);
  expect(costRangeUsd.low).toBeCloseTo(60, 9);
  expect(costRangeUsd.high).toBeCloseTo(264, 9);
});

test("what was decided before the plan costs what is left of it, what comes after the plan only in part", () => {
  const spending = { capitalUsd: { low: 60, central: 120, high: 240 }, runningUsd: zero, payers };
  // three of twenty-four months are left
  const early = { ...spending, decisionMonth: monthNumber("2025-01"), firstMonth: monthNumber("2027-01") };
  expect(costsOf(early, plan).costs).toEqual([{ payer: "JPN", year: 2026, usd: 15 }]);
  const there = { ...spending, decisionMonth: monthNumber("2025-01"), firstMonth: monthNumber("2026-01") };
  expect(costsOf(there, plan)).toEqual({ costs: [], costRangeUsd: { low: 0, high: 0 } });
  const late = { ...spending, decisionMonth: monthNumber("2027-10"), firstMonth: monthNumber("2029-10") };
  expect(costsOf(late, plan).costs.reduce((sum, c) => sum + c.usd, 0)).toBeCloseTo(60, 9);
});
