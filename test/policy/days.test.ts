import { UTCDate } from "@date-fns/utc";
import { addBusinessDays, addDays, addMonths } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plusMonths } from "../../src/policy/calendar.ts";
import {
  dayNumber,
  firstDayOf,
  isoDate,
  monthLabel,
  monthNumber,
  monthOf,
  workingDaysLater,
} from "../../src/policy/days.ts";

const day = fc.integer({ min: dayNumber("1899-01-01"), max: dayNumber("2101-12-31") });
const theirs = (n: number) => new UTCDate(n * 86_400_000);
const iso = (date: Date) => date.toISOString().slice(0, 10);

describe("days as numbers", () => {
  it("count from 1970", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("1969-12-31")).toBe(-1);
    expect(dayNumber("2000-02-29")).toBe(11_016);
    expect(dayNumber("0001-01-01")).toBe(-719_162);
    expect(dayNumber("2025-04")).toBe(dayNumber("2025-04-01"));
    expect(monthLabel(monthNumber("2025-12") + 1)).toBe("2026-01");
  });

  it("agree with date-fns over two centuries", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1000 }), (n, count) => {
        const date = isoDate(n);
        expect(date).toBe(iso(theirs(n)));
        expect(dayNumber(date)).toBe(n);
        expect(monthLabel(monthOf(n))).toBe(date.slice(0, 7));
        expect(isoDate(firstDayOf(monthOf(n)))).toBe(`${date.slice(0, 7)}-01`);
        expect(isoDate(n + count)).toBe(iso(addDays(theirs(n), count)));
        expect(isoDate(workingDaysLater(n, count))).toBe(iso(addBusinessDays(theirs(n), count)));
        expect(plusMonths(date, count)).toBe(iso(addMonths(theirs(n), count)));
      }),
      { numRuns: 500 },
    );
  });
});
