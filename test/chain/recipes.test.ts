import { describe, expect, test } from "vitest";
import { recipesOf } from "../../src/chain/recipes.ts";
import { miniDataset } from "./mini-dataset.ts";

describe("recipes", () => {
  test("a separation makes composition × recovery per tonne of feed", () => {
    const recipe = recipesOf(miniDataset()).get("separate-ore")!;
    expect(Object.fromEntries(recipe.coefficients)).toEqual({ ore: -1, "dysprosium-oxide": 0.1, "cerium-oxide": 0.9 });
  });

  test("a mixed output holds what the feed has of the oxides in the mix", () => {
    const dataset = miniDataset({
      compositions: [
        { class: "ore", oxide: "dysprosium-oxide", value: 0.1 },
        { class: "ore", oxide: "cerium-oxide", value: 0.9 },
        { class: "seg-ore", oxide: "dysprosium-oxide", value: 1 },
      ],
      separations: [{ recipe: "light", feed: "ore", output: "seg-ore", value: 0.9 }],
    });
    // 0.1 of the ore belongs to the mix, 0.9 of it is recovered
    expect(recipesOf(dataset).get("light")!.coefficients.get("seg-ore")).toBeCloseTo(0.09, 15);
  });
});
