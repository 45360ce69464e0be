import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createCalendar,
  daysOfMonth,
  monthIndex,
  monthsBetween,
  plusDays,
  plusMonths,
  plusWorkingDays,
} from "../../src/policy/calendar.ts";

describe("calendar", () => {
  const calendar = createCalendar("2023-11", 8);

  it("labels months across a year's end, also before the start", () => {
    expect([0, 1, 2, -1].map(calendar.label)).toEqual(["2023-11", "2023-12", "2024-01", "2023-10"]);
  });

  it("counts days of leap years and of ordinary ones", () => {
    expect(daysOfMonth("2024-02")).toHaveLength(29);
    expect(daysOfMonth("2025-02").at(-1)).toBe("2025-02-28");
    // month 3 is February 2024: 15 of 29 days
    expect(calendar.activeShare(3, [{ from: "2024-02-15", to: null }])).toBe(15 / 29);
  });

  it("takes both ends of a window as days in force", () => {
    expect(calendar.activeShare(0, [{ from: "2023-11-30", to: "2023-11-30" }])).toBe(1 / 30);
    expect(calendar.activeShare(1, [{ from: "2023-12-01", to: "2023-12-31" }])).toBe(1);
    expect(calendar.activeShare(2, [{ from: "2023-12-01", to: "2023-12-31" }])).toBe(0);
  });

  it("counts a day once when windows overlap", () => {
    const windows = [
      { from: "2023-11-01", to: "2023-11-10" },
      { from: "2023-11-06", to: "2023-11-15" },
    ];
    expect(calendar.activeShare(0, windows)).toBe(0.5);
  });

  it("skips weekends when counting working days", () => {
    // Friday 31 January 2025
    expect(plusWorkingDays("2025-01-31", 0)).toBe("2025-01-31");
    expect(plusWorkingDays("2025-01-31", 1)).toBe("2025-02-03");
    expect(plusWorkingDays("2025-01-31", 5)).toBe("2025-02-07");
    // Saturday: the next working day is Monday
    expect(plusWorkingDays("2025-02-01", 1)).toBe("2025-02-03");
    // 45 working days are nine weeks
    expect(plusWorkingDays("2025-04-04", 45)).toBe("2025-06-06");
  });

  it("adds months to month ends", () => {
    expect(plusMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(plusDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(monthsBetween("2025-01-31", "2025-03-01")).toBe(2);
    expect(monthIndex(calendar, "2023-09-30")).toBe(-2);
  });

  it("refuses a start that is no month", () => {
    expect(() => createCalendar("2025-13", 3)).toThrow('start: got "2025-13", expected a month such as 2025-01');
    expect(() => createCalendar("2025-01", 0)).toThrow("months: got 0");
  });

  it("splits a window's days over months without losing any", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 40 }), (offset, length) => {
        const from = plusDays("2023-11-01", offset);
        const windows = [{ from, to: plusDays(from, length) }];
        const days = Array.from(
          { length: 8 },
          (_, m) => calendar.activeShare(m, windows) * daysOfMonth(calendar.label(m)).length,
        );
        expect(days.reduce((a, b) => a + b, 0)).toBeCloseTo(Math.min(length + 1, 243 - offset), 9);
      }),
    );
  });
});
