import { expect, test } from "vitest";
import type { JudgedPortfolio } from "../../src/planning/judged.ts";
import { pursesOf } from "../../src/planning/purses.ts";
import { candidateOf, smallPlan } from "./small-plan.ts";

const floor = { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 60 };
const plan = smallPlan(
  { bad: { events: {}, probability: 0.25 }, good: { events: {}, probability: 0.75 } },
  ["a", "b", "c"].map((id) => candidateOf(id, floor, [["b", 1000]])),
);
const atoms = ["bad", "good"].map((id, i) => ({ id, future: id, draw: 0, probability: i === 0 ? 0.25 : 0.75 }));
const paid = [
  [
    { candidate: "a", usd: 400 },
    { candidate: "b", usd: 9 },
  ],
  [{ candidate: "a", usd: -40 }],
];

test("what a stockpile or floor is expected to pay stands beside what budgets count for its scale", () => {
  const judged: JudgedPortfolio = {
    x: [0.5, 0, 1],
    atoms: atoms.map(({ id }, i) => ({
      atom: id,
      uses: [],
      paid: paid[i]!,
      systemCostUsd: 0,
      outsideUsesUsd: 0,
      clearings: 1,
    })),
  };
  const [purse, ...rest] = pursesOf(plan, atoms, judged);
  expect(rest).toEqual([]); // b is not chosen, c pays nothing of the kind
  expect(purse).toMatchObject({ candidate: "a", expectedUsd: 0.25 * 400 - 0.75 * 40 });
  expect(purse!.chargedUsd).toBeCloseTo(500, 9); // no discount within the first year's middle
});
