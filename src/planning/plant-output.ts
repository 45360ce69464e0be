import type { Vocabulary } from "../chain/vocabulary.ts";
import type { Dataset } from "../dataset/index.ts";
import type { Policy } from "../policy/kinds/index.ts";

/** Stages by the kind of activity that makes what belongs to them. */
export const stageOfKind: Readonly<Record<string, string>> = {
  mine: "mining",
  separate: "separation",
  refine: "refining",
  reduce: "metal",
  press: "magnet",
  recycle: "recycling",
};

/** What a plant makes of one commodity when it runs full. */
export interface PlantOutput {
  readonly stage: string;
  /** t/year by model country */
  readonly tonnesByCountry: ReadonlyMap<string, number>;
}

/** The yearly capacity of a policy for a commodity; an ore counts with the oxide it holds. Undefined for what is no plant. */
export function plantOutput(
  policy: Policy,
  commodity: string,
  dataset: Dataset,
  vocabulary: Vocabulary,
): PlantOutput | undefined {
  if (policy.kind === "facility") {
    const [country = policy.country] = vocabulary.countries([policy.country]);
    if (policy.mine !== undefined) {
      const tonnes = policy.capacityTonnesPerYear * heldShare(dataset, policy.mine, commodity);
      return { stage: "mining", tonnesByCountry: new Map([[country, tonnes]]) };
    }
    const recipe = vocabulary.recipe(policy.recipe ?? "");
    if (!recipe) return undefined;
    const stated = policy.capacityOf ?? recipe.commodity;
    const perLevel =
      stated === recipe.commodity ? 1 : Math.abs(recipe.coefficients.get(stated) ?? Number.POSITIVE_INFINITY);
    const tonnes = (policy.capacityTonnesPerYear / perLevel) * Math.max(0, recipe.coefficients.get(commodity) ?? 0);
    return { stage: stageOfKind[recipe.kind] ?? recipe.kind, tonnesByCountry: new Map([[country, tonnes]]) };
  }
  if (policy.kind === "recycling" && policy.capacityTonnesPerYear !== undefined) {
    const recipe = vocabulary.recipe(policy.recipe);
    const tonnes = policy.capacityTonnesPerYear * Math.max(0, recipe?.coefficients.get(commodity) ?? 0);
    const countries = [...vocabulary.countries(policy.countries)];
    return { stage: "recycling", tonnesByCountry: new Map(countries.map((country) => [country, tonnes])) };
  }
  return undefined;
}

/** Yearly output of the base year of a commodity at a stage, t by country. */
export function baseOutput(
  dataset: Dataset,
  vocabulary: Vocabulary,
  commodity: string,
  stage: string,
  countries: ReadonlySet<string>,
): number {
  return dataset.production
    .filter((row) => stageOfKind[row.kind] === stage && countries.has(row.country))
    .reduce((sum, row) => {
      if (row.kind === "mine") return sum + row.value * heldShare(dataset, row.commodity, commodity);
      const recipe = vocabulary.recipe(row.recipe);
      const counted = Math.abs(recipe?.coefficients.get(row.commodity) ?? 1);
      return sum + (row.value / counted) * Math.max(0, recipe?.coefficients.get(commodity) ?? 0);
    }, 0);
}

/** Tonnes of a commodity in a tonne of a concentrate. */
function heldShare(dataset: Dataset, concentrate: string, commodity: string): number {
  if (concentrate === commodity) return 1;
  return dataset.compositions.find((row) => row.class === concentrate && row.oxide === commodity)?.value ?? 0;
}
