import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as format from "../../src/charts/format.ts";

const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("numbers as people read them", () => {
  test.each([
    [1240.4, "1,240 t"],
    [31.4, "31 t"],
    [9.96, "10 t"],
    [4.21, "4.2 t"],
    [0.312, "0.31 t"],
    [0.0042, "0.004 t"],
    [0, "0 t"],
    [-12.3, "−12 t"],
    [Number.NaN, "– t"],
  ])("tonnes(%f) is %s", (value, text) => expect(spaced(format.tonnes(value))).toBe(text));

  test.each([
    [3.24e9, "USD 3.2 bn"],
    [12.4e9, "USD 12 bn"],
    [999.9e6, "USD 1.0 bn"],
    [420e6, "USD 420 m"],
    [1.44e12, "USD 1.4 tn"],
    [12_345, "USD 12,300"],
    [-1.1e8, "USD −110 m"],
    [0, "USD 0"],
  ])("usd(%f) is %s", (value, text) => expect(spaced(format.usd(value))).toBe(text));

  test.each([
    [0.344, "34 %"],
    [0.0004, "<1 %"],
    [0, "0 %"],
    [-0.47, "−47 %"],
    [1, "100 %"],
  ])("percent(%f) is %s", (value, text) => expect(spaced(format.percent(value))).toBe(text));

  test.each([
    [3.41, "3.4×"],
    [14.2, "14×"],
    [0.846, "0.85×"],
    [1, "1.0×"],
  ])("multiple(%f) is %s", (value, text) => expect(format.multiple(value)).toBe(text));

  test("prices are per kilogram", () => {
    expect(spaced(format.pricePerKilogram(235_000))).toBe("USD 235/kg");
    expect(spaced(format.pricePerKilogram(6_200))).toBe("USD 6.2/kg");
  });

  test("months, days, lists and tiny shares", () => {
    expect(spaced(format.monthLabel("2025-04"))).toBe("Apr 2025");
    expect(spaced(format.dayLabel("2025-04-04"))).toBe("4 Apr 2025");
    expect(format.monthLabel("soon")).toBe("soon");
    expect(format.list(["a"])).toBe("a");
    expect(format.list(["a", "b", "c"])).toBe("a, b and c");
    expect(spaced(format.count(1, "month"))).toBe("1 month");
    expect(spaced(format.count(12, "activity", "activities"))).toBe("12 activities");
    expect(format.scientific(7.7e-12)).toBe("7.7×10⁻¹²");
    expect(format.scientific(0)).toBe("0");
  });

  test("any finite amount prints at most six characters of digits and never −0", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: -6, max: 8 }),
        (mantissa, power) => {
          const text = format.usdAmount(mantissa * 10 ** power);
          expect(text).toMatch(/^−?[\d,]+(\.\d+)?(\u00a0(m|bn|tn))?$/);
          expect(text).not.toBe("−0");
        },
      ),
    );
  });
});

test("names with an “and” or a comma of their own are parted by semicolons", () => {
  expect(format.listNames(["glass", "polishing", "lighting"])).toBe("glass, polishing and lighting");
  expect(format.listNames(["vehicles", "packaging and durables", "displays"])).toBe(
    "vehicles; packaging and durables; displays",
  );
  expect(format.listNames(["wind, geared"])).toBe("wind, geared");
});

test.each([
  [1.5236e9, "USD 1.52 bn"],
  [20.44e6, "USD 20.4 m"],
  [9.996e9, "USD 10.0 bn"],
  [99.96e6, "USD 100 m"],
  [715.2e6, "USD 715 m"],
  [-1.5236e9, "USD −1.52 bn"],
  [240_400, "USD 240,000"],
  [Number.NaN, "USD –"],
])("usdFine(%f) is %s", (value, text) => expect(spaced(format.usdFine(value))).toBe(text));
