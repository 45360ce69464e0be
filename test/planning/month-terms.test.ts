import { expect, test } from "vitest";
import { createTermsKeeper, writeDifferences } from "../../src/planning/month-terms.ts";
import { copyTerms, emptyTerms } from "../../src/planning/reference-run.ts";

test("a month comes back as it was, and takes the room of what differs only", () => {
  const base = emptyTerms(1000);
  base.slope.fill(1);
  base.upperBound.fill(Number.POSITIVE_INFINITY);
  const month = emptyTerms(1000);
  copyTerms(base, month);
  month.upperBound[7] = 3;
  month.lowerBound[7] = -0;
  month.referenceLevel[999] = 0.1;
  const keeper = createTermsKeeper(base);
  const kept = keeper.keep(month);
  expect(keeper.bytes()).toBe(2 * (4 + 8));
  keeper.keep(month);
  expect(keeper.bytes()).toBe(2 * (4 + 8) + 2 * 8);
  const back = emptyTerms(1000);
  copyTerms(base, back);
  writeDifferences(kept, back);
  expect(back.upperBound).toEqual(month.upperBound);
  expect(back.referenceLevel).toEqual(month.referenceLevel);
  expect(back.slope).toEqual(month.slope);
});
