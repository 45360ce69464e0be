import { expect, test } from "vitest";
import { monthTicks, shareOfRun, yearTicks } from "../../src/charts/time-axis.ts";

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

test("months are named in even steps as there is room, Januaries by their year", () => {
  const labels = (count: number) => monthTicks(monthsFrom(2025, count)).map((t) => t.label);
  expect(labels(9)).toEqual(["2025", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]);
  expect(labels(15).filter((l) => l !== "")).toEqual(["2025", "Mar", "May", "Jul", "Sep", "Nov", "2026", "Mar"]);
  expect(labels(24).filter((l) => l !== "")).toEqual(["2025", "Apr", "Jul", "Oct", "2026", "Apr", "Jul", "Oct"]);
  expect(
    labels(48)
      .filter((l) => l !== "")
      .slice(0, 4),
  ).toEqual(["2025", "Jul", "2026", "Jul"]);
  expect(labels(60).filter((l) => l !== "")).toEqual(["2025", "2026", "2027", "2028", "2029"]);
  expect(monthTicks(monthsFrom(2025, 15))[3]).toEqual({ label: "", at: 0.2 });
});

function monthsFrom(year: number, count: number): string[] {
  return Array.from(
    { length: count },
    (_, m) => `${year + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`,
  );
}

test("years begin in January; a sliver of a first year goes unnamed", () => {
  expect(yearTicks([...YEAR, "2026-01"]).map((t) => t.year)).toEqual(["2025", "2026"]);
  const months = Array.from(
    { length: 61 },
    (_, m) => `${2024 + Math.floor((m + 11) / 12)}-${String(((m + 11) % 12) + 1).padStart(2, "0")}`,
  );
  expect(months[0]).toBe("2024-12");
  expect(yearTicks(months).map((t) => t.year)).toEqual(["2025", "2026", "2027", "2028", "2029"]);
});
