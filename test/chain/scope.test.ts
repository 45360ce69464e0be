import { describe, expect, test } from "vitest";
import { scopeDataset } from "../../src/chain/scope.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "./mini-dataset.ts";

/** The small chain of the fixture and beside it, tied to nothing, bauxite that is refined to alumina and gallium. */
function withGallium() {
  const small = miniDataset();
  const like = <T extends object>(row: T, changes: object): T => ({ ...row, ...changes });
  const dataset = {
    ...small,
    commodities: [
      ...small.commodities,
      like(small.commodities[0]!, { id: "bauxite", material: "bauxite", stage: "mining" }),
      like(small.commodities[0]!, { id: "alumina", material: "aluminium", stage: "refining" }),
      like(small.commodities[0]!, { id: "gallium", material: "gallium", stage: "refining" }),
    ],
  };
  const recipe = (commodity: string, value: number) =>
    ({
      ...small.production[0]!,
      recipe: "refine-alumina",
      kind: "refine",
      level: "alumina",
      commodity,
      value,
    }) as never;
  return {
    ...dataset,
    recipes: [...small.recipes, recipe("bauxite", -2), recipe("alumina", 1), recipe("gallium", 0.00005)],
  };
}

describe("scopeDataset", () => {
  test("no names keep everything", () => {
    const dataset = withGallium();
    expect(scopeDataset(dataset, new Set())).toBe(dataset);
  });

  test("a by-product brings its host and the host's ore, and nothing of other chains", () => {
    const scoped = scopeDataset(withGallium(), new Set(["gallium"]));
    expect(scoped.commodities.map((c) => c.id)).toEqual(["bauxite", "alumina", "gallium"]);
    expect(scoped.recipes).toHaveLength(3);
    expect([scoped.production, scoped.trade, scoped.demand, scoped.separations]).toEqual([[], [], [], []]);
  });

  test("an oxide brings its ore and what is separated with it", () => {
    const whole = miniDataset();
    const scoped = scopeDataset(withGallium(), new Set(["cerium-oxide"]));
    expect(scoped.commodities.map((c) => c.id)).toEqual(["ore", "dysprosium-oxide", "cerium-oxide"]);
    expect(scoped.production).toEqual(whole.production);
    expect(scoped.trade).toEqual(whole.trade);
    expect(scoped.demand).toEqual(whole.demand);
  });

  test("the chain opened alone is the chain opened with others", () => {
    const alone = openWorkbench(withGallium(), new Set(["dysprosium-oxide"])).model;
    const whole = openWorkbench(miniDataset()).model;
    expect(alone).toEqual(whole);
  });
});
