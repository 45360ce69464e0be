import { expect, test } from "vitest";
import { governanceOf } from "../../src/dependence/governance.ts";
import { small } from "./small.ts";

test("a newer year of one country leaves the others theirs, and the span is cited", () => {
  const newer = small.governance.filter((r) => r.country === "JPN").map((r) => ({ ...r, year: 2023, estimate: 1 }));
  const governance = governanceOf({ ...small, governance: [...small.governance, ...newer] });
  expect([governance.mean.get("JPN"), governance.mean.get("CHN")]).toEqual([1, -0.5]);
  expect(governance.year).toBe("2022–2023");
  expect(governanceOf(small).year).toBe("2022");
});

test("a year with some of the six only has stability but no mean: the last whole year stands", () => {
  const one = { ...small.governance.find((r) => r.country === "JPN" && r.indicator === "political-stability")! };
  const governance = governanceOf({ ...small, governance: [...small.governance, { ...one, year: 2023, estimate: 0 }] });
  expect(governance.mean.get("JPN")).toBe(1.5);
  expect(governance.stability.get("JPN")).toBe(0);
  expect(governanceOf({ ...small, governance: [one] }).mean.size).toBe(0);
});
