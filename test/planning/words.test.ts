import { expect, test } from "vitest";
import { usdWords } from "../../src/planning/words.ts";

test.each([
  [0, "USD 0"],
  [-0.0004, "USD −0.0004"],
  [12.345, "USD 12.3"],
  [708_397, "USD 708,000"],
  [999_600, "USD 1 million"],
  [-716_912_345, "USD −717 million"],
  [1_999_999_999, "USD 2 billion"],
  [72_464_490_159, "USD 72.5 billion"],
])("%d dollars are %s", (usd, words) => {
  expect(usdWords(usd)).toBe(words);
});
