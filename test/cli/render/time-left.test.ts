import { expect, test } from "vitest";
import { timeLeft } from "../../../src/cli/render/time-left.ts";

test("the time left is that of the pace since the first look, in words, once it can be told", () => {
  let now = 0;
  const left = timeLeft(() => now);
  const at = (seconds: number, done: number, total: number) => {
    now = seconds * 1000;
    return left(done, total);
  };
  expect(at(0, 100, 1000)).toBe(""); // what was there already says nothing about the pace
  expect(at(1, 110, 1000)).toBe("");
  expect(at(10, 200, 1000)).toBe(", about 80 s left");
  expect(at(20, 200, 1000)).toBe(", about 3 min left");
  expect(at(100, 110, 1000)).toBe(", about 2 h 28 min left");
  expect(at(200, 1000, 1000)).toBe("");
});
