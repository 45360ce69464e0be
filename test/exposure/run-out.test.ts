import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayCalendar } from "../../src/exposure/calendar.ts";
import { pressedDay, runOut } from "../../src/exposure/run-out.ts";

describe("dayCalendar", () => {
  test("counts days of months, leap years too", () => {
    const calendar = dayCalendar(["2027-12", "2028-01", "2028-02", "2028-03"]);
    expect(calendar.monthStarts).toEqual([0, 31, 62, 91, 122]); // February 2028 has 29 days
    expect([0, 30, 31, 90, 91, 121].map(calendar.date)).toEqual([
      "2027-12-01",
      "2027-12-31",
      "2028-01-01",
      "2028-02-29",
      "2028-03-01",
      "2028-03-31",
    ]);
  });
});

describe("runOut", () => {
  const months = dayCalendar(["2027-01", "2027-02", "2027-03", "2027-04"]); // 31 + 28 + 31 + 30 = 120 days

  test("stock alone: ten days of stock carry ten days without deliveries", () => {
    // January delivers all, then nothing. Days 31..40 live on stock, day 41 is the first without: 120 − 41 = 79 lost.
    expect(runOut([{ stockDays: 10, inflow: [1, 0, 0, 0] }], months, 1.5)).toEqual({
      slowDay: 41,
      stopDay: 41,
      lostDays: 79,
      limiting: 0,
    });
  });

  test("what still arrives stretches the stock", () => {
    // half arrives: each day takes half a day of stock, so 10 days of stock last 20 days, days 31..50; then half is made
    const found = runOut([{ stockDays: 10, inflow: [1, 0.5, 0.5, 0.5] }], months, 1.5);
    expect(found).toEqual({ slowDay: 51, stopDay: null, lostDays: (120 - 51) / 2, limiting: 0 });
  });

  test("a day that the stock only half covers is slow, not stopped", () => {
    const found = runOut([{ stockDays: 2.5, inflow: [1, 0, 0, 0] }], months, 1.5);
    expect(found).toEqual({ slowDay: 33, stopDay: 34, lostDays: 120 - 31 - 2.5, limiting: 0 });
  });

  test("the scarcest input sets the rate, and the other is not used up meanwhile", () => {
    // a: nothing from day 31 on, no stock. b: 5 days of stock, nothing in February, all from March. Nothing is made after
    // January, so b's stock lasts, and b is never what is missing.
    const a = { stockDays: 0, inflow: [1, 0, 0, 1] };
    const b = { stockDays: 5, inflow: [1, 0, 1, 1] };
    expect(runOut([b, a], months, 1.5)).toEqual({ slowDay: 31, stopDay: 31, lostDays: 28 + 31, limiting: 1 });
  });

  test("once suppliers are no longer short the stock comes back to where it began, no further", () => {
    // February takes all 10 days of stock by day 40 and loses 18. March delivers again, up to 1.5 times: 31 × 0.5 = 15.5, but
    // the stock stops at 10, so April without deliveries makes 10 days and loses 20. With 1.25 times it is back at 7.75,
    // and where suppliers stay short at 94 % it does not come back at all.
    const lost = (inflow: readonly number[], mostOfOrder: number) =>
      runOut([{ stockDays: 10, inflow }], months, mostOfOrder);
    expect(lost([1, 0, 1, 0], 1.5)).toEqual({ slowDay: 41, stopDay: 41, lostDays: 18 + 20, limiting: 0 });
    expect(lost([1, 0, 1, 0], 1.25).lostDays).toBeCloseTo(18 + 30 - 7.75, 9);
    expect(lost([1, 0, 0.94, 0], 1.5).lostDays).toBeCloseTo(18 + 31 * 0.06 + 30, 9);
  });

  test("96 % arriving is not slow, 94 % is", () => {
    expect(runOut([{ stockDays: 0, inflow: [0.96, 0.96, 0.96, 0.96] }], months, 1.5).slowDay).toBeNull();
    expect(runOut([{ stockDays: 0, inflow: [0.95, 0.95, 0.95, 0.95] }], months, 1.5).slowDay).toBeNull();
    expect(runOut([{ stockDays: 0, inflow: [0.96, 0.94, 1, 1] }], months, 1.5).slowDay).toBe(31);
    expect(pressedDay([0.96, 1, 0.94, 0], months)).toBe(59);
    expect(pressedDay([0.96, 1, 1, 2], months)).toBeNull();
  });
});

describe("properties", () => {
  const calendar = dayCalendar(["2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"]);
  const inflow = fc.array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: 6, maxLength: 6 });
  const flow = fc.record({ stockDays: fc.double({ min: 0, max: 100, noNaN: true }), inflow });
  const flows = fc.array(flow, { minLength: 1, maxLength: 4 });
  const orEnd = (day: number | null) => day ?? calendar.days;

  test("more stock of the one input never slows or stops earlier", () => {
    fc.assert(
      fc.property(flow, fc.double({ min: 0, max: 60, noNaN: true }), (one, extra) => {
        const before = runOut([one], calendar, 1.5);
        const after = runOut([{ ...one, stockDays: one.stockDays + extra }], calendar, 1.5);
        expect(orEnd(after.slowDay)).toBeGreaterThanOrEqual(orEnd(before.slowDay));
        expect(orEnd(after.stopDay)).toBeGreaterThanOrEqual(orEnd(before.stopDay));
      }),
    );
  });

  test("more stock or more deliveries of any input never lose more production", () => {
    fc.assert(
      fc.property(flows, fc.nat(3), fc.double({ min: 0, max: 60, noNaN: true }), inflow, (all, which, extra, more) => {
        const i = which % all.length;
        const before = runOut(all, calendar, 1.5).lostDays;
        const stocked = all.with(i, { ...all[i]!, stockDays: all[i]!.stockDays + extra });
        const delivered = all.with(i, { ...all[i]!, inflow: all[i]!.inflow.map((x, t) => x + more[t]!) });
        expect(runOut(stocked, calendar, 1.5).lostDays).toBeLessThanOrEqual(before + 1e-9);
        expect(runOut(delivered, calendar, 1.5).lostDays).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });

  test("no input makes more than the scarcest of all would allow alone", () => {
    fc.assert(
      fc.property(flows, (all) => {
        const together = runOut(all, calendar, 1.5).lostDays;
        for (const one of all) expect(runOut([one], calendar, 1.5).lostDays).toBeLessThanOrEqual(together + 1e-9);
      }),
    );
  });
});
