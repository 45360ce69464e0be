import { describe, expect, test } from "vitest";
import { createClearer } from "../../src/market/clear.ts";
import { ClearingError, type ClearingFault } from "../../src/market/errors.ts";
import { buildNetwork } from "../../src/market/network.ts";
import type { Terms } from "../../src/market/problem.ts";
import { type Line, small } from "./small.ts";

function refusal(attempt: () => unknown): ClearingError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof ClearingError) return error;
    throw error;
  }
  throw new Error("expected a ClearingError");
}

function expectFault(error: ClearingError, fault: ClearingFault, message: RegExp): void {
  expect(error.fault).toBe(fault);
  expect(error.message).toMatch(message);
}

describe("a month that cannot balance", () => {
  test("names the market, what it lacks and who is at a bound", () => {
    // users insist on 90 t, the mine stops at 80
    const { network, terms } = small([
      { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1, upper: 80 },
      { name: "use", entries: { home: -1 }, cost: -10, slope: 0.1, lower: 90, upper: 100 },
    ]);
    const error = refusal(() => createClearer(network).clear(terms));
    expectFault(
      error,
      "infeasible",
      /"home" lacks 10 t a month.*"mine" at its upper bound of 80.*"use" at its lower bound of 90/,
    );
    expect(error.markets).toEqual(["home"]);
    expect(error.activities).toEqual(["mine", "use"]);
  });

  test("names a surplus that has nowhere to go", () => {
    const { network, terms } = small([
      { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1, lower: 50 },
      { name: "use", entries: { home: -1 }, cost: -10, slope: 0.1, upper: 20 },
    ]);
    const error = refusal(() => createClearer(network).clear(terms));
    expectFault(error, "infeasible", /"home" has 30 t a month that nothing can take.*disposal/);
  });

  test("is found behind a chain of markets", () => {
    // half of the ore is lost, so 30 t of metal need 60 t of ore and there are 40: 10 t of metal or 20 t of ore are missing.
    // The least squares that make it up: s metal + 0.5 s' ore = 10 with s' = 0.5 s → s = 8, s' = 4
    const chain: Line[] = [
      { name: "mine", entries: { ore: 1 }, cost: 10, slope: 0.1, upper: 40 },
      { name: "smelt", entries: { ore: -1, metal: 0.5 }, cost: 5, slope: 0.1 },
      { name: "offtake", entries: { metal: -1 }, cost: -100, slope: 0.1, lower: 30, upper: 30 },
    ];
    const { network, terms } = small(chain);
    const error = refusal(() => createClearer(network).clear(terms));
    expectFault(error, "infeasible", /"metal" lacks 8 t a month; "ore" lacks 4 t a month/);
    expect(error.markets).toEqual(["metal", "ore"]);
    expect(error.activities).toEqual(expect.arrayContaining(["mine", "offtake"]));
  });

  test("leaves healthy markets out of it", () => {
    const { network, terms } = small([
      { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1, upper: 80 },
      { name: "use", entries: { home: -1 }, cost: -10, slope: 0.1, lower: 90 },
      { name: "other mine", entries: { elsewhere: 1 }, cost: 10, slope: 0.1 },
      { name: "other use", entries: { elsewhere: -1 }, cost: -50, slope: 0.1 },
    ]);
    const error = refusal(() => createClearer(network).clear(terms));
    expect(error.markets).toEqual(["home"]);
    expect(error.activities).toEqual(["mine", "use"]);
  });

  test("gives up by name when it may not take enough steps", () => {
    const { network, terms } = small([
      { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1 },
      { name: "ship", entries: { home: -1, abroad: 1 }, cost: 2, slope: 0.05 },
      { name: "use", entries: { abroad: -1 }, cost: -50, slope: 0.1 },
    ]);
    const error = refusal(() => createClearer(network, { stepLimit: 0 }).clear(terms));
    expectFault(error, "not converged", /after 0 Newton steps market "home"/);
    expect(error.markets).toEqual(["home"]);
  });
});

describe("malformed terms", () => {
  const { network, terms } = small([
    { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1, upper: 80 },
    { name: "use", entries: { home: -1 }, cost: -50, slope: 0.1 },
  ]);
  const withMine = (field: keyof Terms, value: number): Terms => {
    const changed = terms[field].slice();
    changed[0] = value;
    return { ...terms, [field]: changed };
  };

  test.each<[keyof Terms, number, RegExp]>([
    ["slope", 0, /"mine": got slope 0.*not strictly convex.*unbounded/],
    ["slope", -1, /not strictly convex/],
    ["slope", Number.NaN, /got slope NaN/],
    ["slope", Infinity, /infinite slope/],
    ["slope", 1e-310, /got slope 1e-310, expected one whose inverse is finite/],
    ["lowerBound", 81, /lower bound 81 above upper bound 80/],
    ["lowerBound", Number.NaN, /bounds NaN/],
    ["upperBound", Number.NaN, /bounds 0 … NaN/],
    ["upperBound", -Infinity, /above upper bound -Infinity/],
    ["marginalCost", Number.NaN, /got marginalCost NaN/],
    ["marginalCost", -Infinity, /got marginalCost -Infinity/],
    ["referenceLevel", Infinity, /got referenceLevel Infinity/],
  ])("%s of %d", (field, value, message) => {
    const error = refusal(() => createClearer(network).clear(withMine(field, value)));
    expectFault(error, "malformed", message);
    expect(error.activities).toEqual(["mine"]);
  });

  test("bounds that are both infinite on one side", () => {
    const error = refusal(() =>
      createClearer(network).clear({ ...withMine("lowerBound", Infinity), upperBound: Float64Array.of(Infinity, 1) }),
    );
    expectFault(error, "malformed", /bounds Infinity … Infinity/);
  });

  test("arrays of the wrong length", () => {
    const error = refusal(() => createClearer(network).clear({ ...terms, slope: new Float64Array(3) }));
    expectFault(error, "malformed", /terms\.slope: got length 3, expected 2/);
  });

  test("start prices", () => {
    const clearer = createClearer(network);
    expectFault(
      refusal(() => clearer.clear(terms, new Float64Array(2))),
      "malformed",
      /start prices: got length 2, expected 1/,
    );
    const error = refusal(() => clearer.clear(terms, Float64Array.of(Number.NaN)));
    expectFault(error, "malformed", /market "home": got start price NaN/);
    expect(error.markets).toEqual(["home"]);
  });
});

describe("malformed networks", () => {
  const market = { name: "home", turnoverTonnes: 1, typicalPriceUsdPerTonne: 1 };

  test.each([0, -1, Number.NaN, Infinity])("turnover of %d", (turnoverTonnes) => {
    const error = refusal(() => buildNetwork([{ ...market, turnoverTonnes }], []));
    expectFault(error, "malformed", /market "home": got turnoverTonnes .*, expected a positive number/);
    expect(error.markets).toEqual(["home"]);
  });

  test("two entries in one market", () => {
    const twice = [
      { market: 0, coefficient: 1 },
      { market: 0, coefficient: -1 },
    ];
    const error = refusal(() => buildNetwork([market], [{ name: "loop", entries: twice }]));
    expectFault(error, "malformed", /activity "loop": got two entries in market "home".*add their coefficients/);
  });

  test.each([-1, 1, 0.5, Number.NaN])("market index %d", (index) => {
    const error = refusal(() =>
      buildNetwork([market], [{ name: "lost", entries: [{ market: index, coefficient: 1 }] }]),
    );
    expectFault(error, "malformed", /activity "lost": got market index/);
  });

  test("a coefficient that is no number", () => {
    const entries = [{ market: 0, coefficient: Number.NaN }];
    expectFault(
      refusal(() => buildNetwork([market], [{ name: "odd", entries }])),
      "malformed",
      /coefficient NaN in market "home"/,
    );
  });

  test("arrays that do not fit together", () => {
    const network = { ...buildNetwork([market], []), turnoverTonnes: new Float64Array(2) };
    expectFault(
      refusal(() => createClearer(network)),
      "malformed",
      /network\.turnoverTonnes: got length 2, expected 1/,
    );
  });
});
