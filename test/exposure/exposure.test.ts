import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exposureCsv } from "../../src/exposure/csv.ts";
import { exposureOf } from "../../src/exposure/exposure.ts";
import { bomOf, input, press, product, rehearsalOf, runOf, ship, use } from "./sample.ts";

const months = ["2027-01", "2027-02", "2027-03", "2027-04"]; // 31 + 28 + 31 + 30 = 120 days
// From February AAA ships BBB nothing; CCC goes on as before and ships EEE twice as much.
const activities = [
  press("AAA", 1000, [1000, 1000, 1000, 1000]),
  press("CCC", 200, [200, 200, 200, 200]),
  ship("AAA", "BBB", 100, [100, 0, 0, 0]),
  ship("CCC", "BBB", 10, [10, 10, 10, 10]),
  ship("DDD", "BBB", 0.02, [0.02, 0.02, 0.02, 0.02]),
];
const stop = rehearsalOf(runOf(months, activities));
const expose = (...products: Parameters<typeof bomOf>) => exposureOf(stop, bomOf(...products)).products;

describe("exposureOf", () => {
  test("one supplier that stops: the day, the cover and the loss", () => {
    const [found] = expose(product([input(20, { AAA: 1 })]));
    // nothing from 1 February (day 31), 20 days of stock: day 51 = 21 February. Lost: 120 − 51 = 69 days × 120 × 10 USD.
    expect(found).toMatchObject({ slowsOn: "2027-02-21", stopsOn: "2027-02-21", coverDays: 20, limiting: "magnet" });
    expect(found!.lostUnits).toBeCloseTo(69 * 120, 6);
    expect(found!.lostMarginUsd).toBeCloseTo(69 * 1200, 6);
    expect(found!.lostShare).toBeCloseTo(69 / 120, 12);
    expect(found!.inputs[0]).toMatchObject({ pressedOn: "2027-02-01", slowsOn: "2027-02-21", coverDays: 20 });
    expect(found!.inputs[0]!.needTonnesPerMonth).toBe(3.65);
    expect(found!.inputs[0]!.suppliers).toEqual([
      {
        given: "AAA",
        country: "AAA",
        share: 1,
        rule: "route",
        baselineTonnesPerMonth: 100,
        availability: [1, 0, 0, 0],
      },
    ]);
  });

  test("ranks what buys time: stock by its days, a source by what it delivers", () => {
    const [found] = expose(product([input(20, { AAA: 1 })]));
    // CCC with 30 % stretches 20 days of stock to 20 / 0.7 = 28.57: day 59 is still 57 % and slow → 8 days gained.
    // Lost then: 0.7 a day from day 59 on less what is left of the stock: total made after January = 20 + 0.3 × 89.
    const lostWithSource = 89 - 20 - 0.3 * 89;
    expect(found!.remedies.map((r) => [r.extraDays ?? r.country, r.daysGained, r.holds, r.slowsOn])).toEqual([
      [90, 69, true, null],
      [60, 60, false, "2027-04-22"],
      [30, 30, false, "2027-03-23"],
      ["CCC", 8, false, "2027-03-01"],
    ]);
    const saved = found!.remedies.map((r) => r.marginSavedUsd / 1200);
    expect(saved[0]).toBeCloseTo(69, 9);
    expect(saved[3]).toBeCloseTo(69 - lostWithSource, 9);
    // 30 % of 3.65 t is 1.095 t a month: 11 % of what CCC ships, more than the 0.02 t that DDD does
    expect(found!.remedies[3]!.shareOfSupply).toBeCloseTo(0.1095, 12);
    expect(found!.leftOut).toEqual([
      { country: "DDD", reason: "has 0.02 t a month to sell, the order would be 1.1 t" },
    ]);
  });

  test("where a second input runs out too, more stock of all is tried beside more of the first", () => {
    const oxide = ship("AAA", "BBB", 100, [100, 0, 0, 0], "oxide");
    const two = rehearsalOf(runOf(months, [...activities, press("AAA", 500, [500, 500, 500, 500], "oxide"), oxide]));
    const both = product([input(20, { AAA: 1 }), input(26, { AAA: 1 }, { commodity: "oxide", line: 3 })]);
    const [found] = exposureOf(two, bomOf(both)).products;
    // magnets last 20 days and oxide 26: any more magnets buy 6 days, 30 more of both buy 30
    expect(found!.limiting).toBe("magnet");
    const gained = Object.fromEntries(
      found!.remedies.map((r) => [`${r.kind}+${r.extraDays ?? r.country}`, r.daysGained]),
    );
    expect(gained).toEqual({
      "stock-of-all+90": 69,
      "stock-of-all+60": 60,
      "stock-of-all+30": 30,
      "stock+90": 6,
      "stock+60": 6,
      "stock+30": 6,
      "second-source+CCC": 6, // magnets alone would last 28 days
    });
    expect(found!.remedies[0]!.kind).toBe("stock-of-all");
  });

  test("a product without trouble is said to have none, and sorts last", () => {
    const [first, last] = expose(
      product([input(0, { CCC: 1 })], { product: "a" }),
      product([input(5, { AAA: 1 })], { product: "b" }),
    );
    expect(first!.product).toBe("b");
    expect(last).toMatchObject({ slowsOn: null, stopsOn: null, coverDays: null, lostMarginUsd: 0, remedies: [] });
  });

  test("with and without the measures of a scenario", () => {
    const mild = activities.with(2, ship("AAA", "BBB", 100, [100, 100, 100, 100]));
    const both = exposureOf(rehearsalOf(runOf(months, mild), stop), bomOf(product([input(20, { AAA: 1 })])));
    expect(both.products[0]!.slowsOn).toBeNull();
    expect(both.withoutMeasures!.products[0]!.slowsOn).toBe("2027-02-21");
  });

  test("from a later month on, the stock is full then", () => {
    const found = exposureOf(stop, bomOf(product([input(20, { AAA: 1 })])), { from: "2027-03" });
    expect([found.from, found.to]).toEqual(["2027-03-01", "2027-04-30"]);
    expect(found.products[0]!.slowsOn).toBe("2027-03-21");
    expect(() => exposureOf(stop, bomOf(), { from: "2026-12" })).toThrow(
      "--from: got 2026-12, which is not a month of the run; choose one from 2027-01 to 2027-04",
    );
  });

  test("stock comes back by no more than the stated multiple of an order", () => {
    const rich = rehearsalOf(runOf(months, [press("AAA", 9, [9, 9, 9, 9]), ship("AAA", "BBB", 1, [1, 0, 9, 0])]));
    const lost = (mostOfOrder: number) =>
      exposureOf(rich, bomOf(product([input(10, { AAA: 1 })], { unitsPerMonth: 365 })), { mostOfOrder }).products[0]!
        .lostUnits;
    // at 1 the stock never comes back: 18 days of February and 30 of April are lost; at 1.5 it does: 18 and 20
    expect(lost(1)).toBeCloseTo(48 * 12, 9);
    expect(lost(1.5)).toBeCloseTo(38 * 12, 9);
  });

  test("names every row the run cannot answer for", () => {
    const bom = bomOf(
      product([input(1, { XXX: 1 }, { line: 3 })], { product: "a", country: "EEE" }),
      product([input(1, { AAA: 1 }, { line: 7, kgPerUnit: 500 })], { product: "b" }),
    );
    // 3,650 × 500 kg = 1,825 t a month against 1,200 t
    expect(() => exposureOf(stop, bom)).toThrow(
      [
        "bom.csv:3: the run knows no magnet from XXX, and no use of it in EEE; name a supplier it knows (AAA, CCC, DDD) or another commodity",
        'bom.csv:7: "b" needs 1830 t of magnet a month, the world makes 1200 t; check units_per_month and that kg_per_unit is in kg',
      ].join("\n"),
    );
  });

  test("says when a row asks more of a flow than the flow can stand for, and which aggregate stands for a country", () => {
    const suppliers = [{ given: "AUT", country: "CCC", share: 1 }];
    const [found] = expose(product([{ ...input(9, {}), suppliers, kgPerUnit: 2 }], { givenCountry: "LUX" }));
    expect(found!.inputs[0]!.notes).toEqual([
      "LUX is part of BBB in the model",
      "AUT is part of CCC in the model",
      "7.3 t a month from AUT against 10 t in the model: the flow is too small to stand for this order",
    ]);
  });

  test("says where a control on the route alone would not show", () => {
    const [found] = expose(product([input(9, { AAA: 1 })], { country: "EEE", givenCountry: "EEE" }));
    expect(found!.inputs[0]!.suppliers[0]!.rule).toBe("exports");
    expect(found!.inputs[0]!.notes).toEqual([
      "nothing goes from AAA to EEE in an ordinary month of the model: a control on that route alone would not show",
    ]);
  });

  test("a supplier without trade is measured by what users receive", () => {
    const shared = rehearsalOf(runOf(months, [press("AAA", 9, [9, 9, 9, 9])], [use("BBB", 50, [1, 0.5, 0.5, 1])]));
    const [found] = exposureOf(shared, bomOf(product([input(7, { XXX: 1 })], { unitsPerMonth: 365 }))).products;
    // half arrives from day 31: 7 days of stock last 14, slow on day 45
    expect(found!.slowsOn).toBe("2027-02-15");
    expect(found!.inputs[0]!.suppliers[0]!.rule).toBe("uses");
  });

  test("says outright which rows cannot be judged by their own route", () => {
    // BBB makes 4 t, needs 50 and ships none, so a supplier there is judged by how its own users fare
    const served = [press("AAA", 9, [9, 9, 9, 9]), press("BBB", 4, [4, 4, 4, 4])];
    const shared = rehearsalOf(runOf(months, served, [use("BBB", 50, [1, 0.5, 0.5, 1])]));
    const [found] = exposureOf(
      shared,
      bomOf(product([input(7, { BBB: 1 })], { country: "EEE", givenCountry: "EEE" })),
    ).products;
    expect(found!.inputs[0]!.suppliers[0]).toMatchObject({ rule: "production", availability: [1, 0.5, 0.5, 1] });
    expect(found!.inputs[0]!.notes).toEqual([
      "this row cannot be judged by its own route: BBB ships none in an ordinary month of the model. It is judged by what BBB makes and how well users in BBB are served",
      "3.6 t a month from BBB against 4 t in the model: the flow is too small to stand for this order",
    ]);
    expect(found!.leftOut).toContainEqual({
      country: "AAA",
      reason: "ships none of its own to judge it by in the model",
    });
  });

  test("before the first event everything arrives, and without one nothing is ever short", () => {
    const late = { ...stop, events: stop.events.map((event) => ({ ...event, from: "2027-03-15" })) };
    const bom = bomOf(product([input(20, { AAA: 1 })]));
    // the flow ends in February all the same: what moves before the event is not the event's doing
    expect(exposureOf(late, bom).products[0]!.inputs[0]!.suppliers[0]!.availability).toEqual([1, 1, 0, 0]);
    expect(exposureOf({ ...stop, events: [] }, bom).products[0]!.slowsOn).toBeNull();
  });

  test("the same bytes twice, and plain data", () => {
    const bom = bomOf(product([input(20, { AAA: 0.9, CCC: 0.1 })]));
    const once = exposureOf(stop, bom);
    expect(JSON.stringify(exposureOf(stop, bom))).toBe(JSON.stringify(once));
    expect(structuredClone(once)).toEqual(once);
    // a tenth arrives, so 20 days of stock last 20 / 0.9 = 22.2 days and production never falls to nothing
    expect(exposureCsv(once).split("\n")[1]).toMatch(/^events,motor,BBB,2027-02-23,,22,.*,magnet,stock\+90,67,/);
  });
});

test("a product's name is no formula in a spreadsheet, and numbers below zero stay numbers", () => {
  const answer = exposureOf(stop, bomOf({ ...product([input(20, { AAA: 1 })]), product: "-motor, 2" }));
  const [first] = answer.products;
  const loss = exposureCsv({ ...answer, products: [{ ...first!, lostUnits: -0.5 }] }).split("\n")[1]!;
  expect(loss).toMatch(/^events,"'-motor, 2",BBB,/);
  expect(loss).toContain(",-0.5,");
});

describe("properties", () => {
  const ratio = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 4, maxLength: 4 });
  const days = fc.integer({ min: 0, max: 90 });

  test("more availability of a supplier never loses more margin", () => {
    fc.assert(
      fc.property(ratio, ratio, days, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (less, more, stock, share) => {
        const lost = (tonnes: readonly number[]) => {
          const flows = activities.with(
            2,
            ship(
              "AAA",
              "BBB",
              100,
              tonnes.map((x) => 100 * x),
            ),
          );
          const bom = bomOf(product([input(stock, { AAA: share, CCC: 1 - share })]));
          return exposureOf(rehearsalOf(runOf(months, flows)), bom).products[0]!.lostMarginUsd;
        };
        expect(lost(less.map((x, t) => x + more[t]!))).toBeLessThanOrEqual(lost(less) + 1e-6);
      }),
      { numRuns: 50 },
    );
  });
});
