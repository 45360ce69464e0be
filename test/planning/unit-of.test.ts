import { expect, test } from "vitest";
import { unitOf } from "../../src/planning/unit-of.ts";
import type { Policy } from "../../src/policy/kinds/index.ts";

test.each([
  [{ kind: "facility", capacityTonnesPerYear: 1500 }, "tonne a year of capacity", 1500],
  [{ kind: "public-stockpile", targetDays: 180 }, "day of use in stock", 180],
  [{ kind: "public-stockpile", targetTonnes: 40 }, "tonne in stock", 40],
  [{ kind: "joint-stockpile", holdings: [{ targetDays: 90 }, { targetDays: 90 }] }, "day of use in stock", 90],
  [
    { kind: "joint-stockpile", holdings: [{ targetTonnes: 40 }, { targetTonnes: 9 }] },
    "hundredth of its full size",
    100,
  ],
  [{ kind: "substitution", maxShare: 0.4 }, "percentage point of users who switch", 40],
  [{ kind: "recycling", collectTonnesPerYear: 60 }, "hundredth of its full size", 100],
])("the unit of %o", (policy, name, perScale) => {
  expect(unitOf(policy as unknown as Policy)).toEqual({ name, perScale });
});
