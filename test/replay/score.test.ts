import { describe, expect, test } from "vitest";
import { score } from "../../src/replay/score.ts";

// the control begins in the fourth month: observed trough in the fifth, half-way back (to 60) in the seventh
const observed = [100, 100, 100, 40, 20, 50, 80, 100];

describe("score", () => {
  test("a perfect model", () => {
    expect(score(observed, observed, "trough", 3)).toMatchObject({
      observedMonths: 8,
      mape: 0,
      meanAbsoluteError: 0,
      directionHitRate: 1,
      turnErrorMonths: 0,
      recoveryErrorMonths: 0,
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
    expect(found.recoveryErrorMonths).toBe(1);
  });

  test("prices outside turn at a peak", () => {
    const price = [10, 10, 30, 20, 12];
    expect(score([10, 20, 15, 11, 10], price, "peak", 1)).toMatchObject({
      turnErrorMonths: -1,
      recoveryErrorMonths: -1,
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
    expect(nothing).toMatchObject({ mape: null, directionHitRate: null, turnErrorMonths: null, observedMonths: 0 });
    expect(new Set(Object.values(nothing.reasons))).toEqual(new Set(["nothing was observed"]));
    const once = score([1, 2], [null, 4], "trough", 0);
    expect(once.mape).toBe(0.5);
    expect(once.reasons.directionHitRate).toBe("a single observation");
    expect(once.reasons.turnErrorMonths).toBe("1 observation has no trough");
    const noBefore = score([5, 1, 3], [5, 1, 3], "trough", 0);
    expect(noBefore.turnErrorMonths).toBe(0);
    expect(noBefore.reasons.recoveryErrorMonths).toBe("no level before the control was observed");
  });

  test("months between observations count for the turn of the model", () => {
    const sparse = [100, null, null, 20, null, 90];
    expect(score([100, 100, 10, 50, 90, 90], sparse, "trough", 1)).toMatchObject({
      turnErrorMonths: -1,
      recoveryErrorMonths: -1,
    });
  });

  test("a model that never moves has no recovery to be early or late", () => {
    const found = score([100, 100, 100, 100], [100, 20, 40, 90], "trough", 1);
    expect(found.reasons.recoveryErrorMonths).toBe("in the model there is no trough");
  });
});
