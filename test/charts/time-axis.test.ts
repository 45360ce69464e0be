import { expect, test } from "vitest";
import { shareOfRun, yearTicks } from "../../src/charts/time-axis.ts";

const YEAR = Array.from({ length: 12 }, (_, m) => `2025-${String(m + 1).padStart(2, "0")}`);

test("days lie within their month", () => {
  expect(shareOfRun("2025-01-01", YEAR)).toBe(0);
  expect(shareOfRun("2025-07-01", YEAR)).toBeCloseTo(0.5);
  expect(shareOfRun("2025-04-16", YEAR)).toBeCloseTo(3.5 / 12);
  expect(shareOfRun("2025-12-31", YEAR, true)).toBe(1);
  expect(shareOfRun("2025-02", YEAR, true)).toBeCloseTo(2 / 12);
});

test("days outside are clipped, words are not days", () => {
  expect(shareOfRun("2019-05-01", YEAR)).toBe(0);
  expect(shareOfRun("2031-05-01", YEAR)).toBe(1);
  expect(shareOfRun("spring", YEAR)).toBeNull();
});

test("years begin in January; a sliver of a first year goes unnamed", () => {
  expect(yearTicks([...YEAR, "2026-01"]).map((t) => t.year)).toEqual(["2025", "2026"]);
  const months = Array.from(
    { length: 61 },
    (_, m) => `${2024 + Math.floor((m + 11) / 12)}-${String(((m + 11) % 12) + 1).padStart(2, "0")}`,
  );
  expect(months[0]).toBe("2024-12");
  expect(yearTicks(months).map((t) => t.year)).toEqual(["2025", "2026", "2027", "2028", "2029"]);
});
