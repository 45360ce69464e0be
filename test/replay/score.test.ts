import { describe, expect, test } from "vitest";
import { score } from "../../src/replay/score.ts";

// the control begins in the fourth month: observed trough in the fifth, half-way back (to 60) in the seventh
const observed = [100, 100, 100, 40, 20, 50, 80, 100];

describe("score", () => {
  test("a perfect model", () => {
    expect(score(observed, observed, "trough", 3)).toMatchObject({
      observationCount: 8,
      mape: 0,
      meanAbsoluteError: 0,
      directionHitRate: 1,
      turnErrorMonths: 0,
      recoveryErrorMonths: [0, 0],
      reasons: {},
    });
  });

  test("errors by hand", () => {
    const late = [100, 100, 100, 80, 40, 10, 40, 60];
    const found = score(late, observed, "trough", 3);
    // |80−40|/40, |40−20|/20, |10−50|/50, |40−80|/80, |60−100|/100 and three months without error
    expect(found.mape).toBeCloseTo((1 + 1 + 0.8 + 0.5 + 0.4) / 8, 12);
    expect(found.meanAbsoluteError).toBeCloseTo((40 + 20 + 40 + 40 + 40) / 8, 12);
    // still, still, down, down, down against up, up, up
    expect(found.directionHitRate).toBeCloseTo(6 / 7, 12);
    expect(found.turnErrorMonths).toBe(1);
    // half-way back is 55 for the model: reached in the eighth month, one later than observed
    expect(found.recoveryErrorMonths).toEqual([1, 1]);
  });

  test("prices outside turn at a peak", () => {
    const price = [10, 10, 30, 20, 12];
    expect(score([10, 20, 15, 11, 10], price, "peak", 1)).toMatchObject({
      turnErrorMonths: -1,
      recoveryErrorMonths: [-1, -1],
    });
  });

  test("an observed zero does not break the mean, and counts in the absolute error", () => {
    const found = score([10, 5, 5], [10, 0, 4], "trough", 1);
    expect(found.mape).toBeCloseTo((0 + 0.25) / 2, 12);
    expect(found.meanAbsoluteError).toBeCloseTo(6 / 3, 12);
    expect(found.wape).toBeCloseTo(6 / 14, 12);
    expect(score([1], [0], "trough", 0).reasons.mape).toBe("every observation is zero");
  });

  test("what cannot be said is null with its reason", () => {
    const nothing = score([1, 2], [null, null], "trough", 0);
    expect(nothing).toMatchObject({ mape: null, directionHitRate: null, turnErrorMonths: null, observationCount: 0 });
    expect(new Set(Object.values(nothing.reasons))).toEqual(new Set(["nothing was observed"]));
    const once = score([1, 2], [null, 4], "trough", 0);
    expect(once.mape).toBe(0.5);
    expect(once.reasons.directionHitRate).toBe("a single observation");
    expect(once.reasons.turnErrorMonths).toBe("1 observation of single months has no trough");
    const noBefore = score([5, 1, 3], [5, 1, 3], "trough", 0);
    expect(noBefore.turnObserved).toBe(true);
    expect(noBefore.turnErrorMonths).toBe(0);
    expect(noBefore.reasons.recoveryErrorMonths).toBe("no level before the control was observed");
  });

  test("both turns are sought over the observed months alone, and recovery lies between two of them", () => {
    const sparse = [100, null, null, 20, null, null, 90];
    // the model's lowest month, the third, nobody observed; it is half-way back, at 55 of 100 and 10, in the fifth month
    const found = score([100, 100, 5, 10, 60, 90, 90], sparse, "trough", 1);
    expect(found.turnErrorMonths).toBe(0);
    // observed recovery: after the fourth month, by the seventh
    expect(found.recoveryErrorMonths).toEqual([-2, 0]);
  });

  test("an extreme at either end of the observations is no turn", () => {
    const falling = score([9, 9, 5, 7], [9, 30, 20, 10], "peak", 0);
    expect(falling.turnErrorMonths).toBe(null);
    const first = score([9, 5, 7], [30, 20, 10], "peak", 0);
    expect(first).toMatchObject({ turnObserved: false, turnErrorMonths: null, recoveryErrorMonths: null });
    expect(first.reasons.turnErrorMonths).toBe("the peak is in the first month observed, so it may lie before");
    const last = score([9, 5, 7], [30, 20, 10], "trough", 0);
    expect(last.reasons.turnErrorMonths).toBe("the trough is in the last month observed, so it may lie beyond");
    const model = score([1, 2, 3], [1, 3, 2], "peak", 0);
    expect(model).toMatchObject({ turnObserved: true, turnErrorMonths: null });
    expect(model.reasons.turnErrorMonths).toBe(
      "in the model the peak is in the last month observed, so it may lie beyond",
    );
  });

  test("a mean of several months counts in the errors and as the level before, not in direction or turn", () => {
    const observed = [null, null, null, 20, 40, 90];
    const modelled = [110, 90, 100, 40, 20, 90];
    const means = [{ at: 0, months: 3, value: 120 }];
    const found = score(modelled, observed, "trough", 3, { means });
    expect(found.observationCount).toBe(4);
    expect(found.meanAbsoluteError).toBeCloseTo((20 + 20 + 20 + 0) / 4, 12);
    expect(found.directionHitRate).toBe(0.5);
    expect(found.turnErrorMonths).toBeNull();
    const all = score(modelled, [null, null, 90, 20, 10, 90], "trough", 3, {
      means: [{ at: 0, months: 2, value: 120 }],
    });
    // half-way back to (2 × 120 + 90) / 3 = 110 from 10 is 60: the last month
    expect(all).toMatchObject({ turnErrorMonths: 0, recoveryErrorMonths: [0, 0] });
  });

  test("a model that never moves has no recovery to be early or late", () => {
    const found = score([100, 100, 100, 100], [100, 20, 40, 90], "trough", 1);
    expect(found.reasons.recoveryErrorMonths).toBe("in the model there is no trough");
  });
});
