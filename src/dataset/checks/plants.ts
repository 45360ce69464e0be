import type { Problem } from "../problem.ts";
import type { Dataset } from "../schema/index.ts";
import { type Check, problemAt } from "./check.ts";

/** What a plant of a table says of itself. */
interface Plant {
  readonly kind: string;
  readonly recipe: string;
  readonly commodity: string;
  readonly file: string;
  readonly line: number;
  readonly figure: string;
}

export const plants: Check = {
  says: "a plant's recipe is of its kind, and uses or makes the commodity its tonnes are of",
  needs: ["commodities", "compositions", "separations", "recipes"],
  run(dataset) {
    const commoditiesOf = touchedBy(dataset);
    const kindOf = new Map([
      ...dataset.commodities.filter((c) => c.stage === "mining").map((c) => [c.id, "mine"] as const),
      ...dataset.compositions.map((r) => [r.class, "mine"] as const),
      ...dataset.separations.map((r) => [r.recipe, "separate"] as const),
      ...dataset.recipes.map((r) => [r.recipe, r.kind] as const),
    ]);
    const all: readonly Plant[] = [...dataset.production, ...dataset.capacities, ...dataset.facilities];
    return all.flatMap((row): Problem[] => {
      const { kind, recipe, commodity } = row;
      const needsRecipe = kind !== "collect" && kind !== "dispose";
      if (!needsRecipe && recipe !== "")
        return [problemAt(row, `${kind} takes no recipe, got ${recipe}`, "leave it blank")];
      if (recipe === "") {
        const known = row.file === "facilities.csv"; // a project may be announced before anyone says what it will run
        return needsRecipe && !known ? [problemAt(row, `${kind} needs a recipe`, "name the one it runs")] : [];
      }
      const actual = kindOf.get(recipe);
      if (actual === undefined) return []; // the check of references tells
      if (actual !== kind)
        return [problemAt(row, `recipe ${recipe} is for ${actual}, not for ${kind}`, "correct one of the two")];
      const inProject = row.file === "facilities.csv" && kind === "mine" ? oxidesOf(dataset, recipe) : [];
      const touched = new Set([...(commoditiesOf.get(recipe) ?? [recipe]), ...inProject]);
      if (commodity === "" || touched.has(commodity)) return [];
      const remedy = `count the tonnes of ${[...touched].join(", ")}`;
      return [problemAt(row, `${recipe} neither uses nor makes ${commodity}`, remedy)];
    });
  },
};

/** A mine's capacity is often announced in one of the oxides of its ore. */
function oxidesOf(dataset: Dataset, concentrate: string): string[] {
  return dataset.compositions.filter((r) => r.class === concentrate && r.value > 0).map((r) => r.oxide);
}

function touchedBy(dataset: Dataset): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>();
  const add = (recipe: string, ...commodities: string[]) => {
    touched.set(recipe, new Set([...(touched.get(recipe) ?? []), ...commodities]));
  };
  for (const row of dataset.separations) add(row.recipe, row.feed, row.output);
  for (const row of dataset.recipes) add(row.recipe, row.commodity);
  return touched;
}
