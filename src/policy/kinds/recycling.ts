import * as z from "zod";
import type { ModelDraft } from "../../chain/draft.ts";
import { commonFields, datesInOrder, type Identified, name, names, oneOf, positive } from "../fields.ts";
import type { CompileContext, Lever, MonthTerms } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { addPlant, openPlant, plantFields } from "../plants.ts";
import { rampShares } from "../ramp.ts";

export const description = "More scrap is collected, or recovered in new recycling plants, in each of the countries.";

export const schema = z
  .strictObject({
    kind: z.literal("recycling"),
    ...commonFields,
    countries: names.describe("country codes or blocs; the tonnages are for each of them"),
    recipe: name.describe("the recycling recipe"),
    capacityTonnesPerYear: positive.optional().describe("new recovery capacity, t/a of the recipe's main output"),
    collectTonnesPerYear: positive.optional().describe("more scrap collected, t/a"),
    ...plantFields,
  })
  .superRefine(datesInOrder)
  .superRefine(oneOf("capacityTonnesPerYear", "collectTonnesPerYear"));

export type Recycling = Identified<z.output<typeof schema>>;

/** Adds `plant:<id>@<country>` for recovery; raises what is collected at today's scrap price. */
export function compile(policy: Recycling, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const check = new NameCheck(vocabulary);
  const countries = [...check.countries(policy.countries, ["countries"])];
  check.recipes(policy.recipe, ["recipe"]);
  const recipe = vocabulary.recipe(policy.recipe);
  if (recipe && recipe.kind !== "recycle")
    check.add(["recipe"], `${recipe.id} is a recipe to ${recipe.kind}, expected one to recycle`);
  check.done();
  const { breakEvenPriceFactor } = policy;
  const capacityLevel = (policy.capacityTonnesPerYear ?? 0) / 12;
  const plants = countries.flatMap((country) => {
    if (capacityLevel === 0) return [];
    const { kind, commodity, coefficients } = recipe!;
    const id = `plant:${policy.id}@${country}`;
    const plan = {
      id,
      kind,
      commodity,
      recipe: policy.recipe,
      country,
      coefficients,
      capacityLevel,
      breakEvenPriceFactor,
    };
    return [addPlant(draft, vocabulary, check, plan)];
  });
  const collectTonnes = (policy.collectTonnesPerYear ?? 0) / 12;
  const scraps = new Set([...recipe!.coefficients].flatMap(([c, coefficient]) => (coefficient < 0 ? [c] : [])));
  const collections = countries.flatMap((country) => {
    if (collectTonnes === 0) return [];
    const found = draft.find({ kinds: ["collect"], commodities: scraps, countries: new Set([country]) });
    if (found.length > 0) return shares(draft, found);
    const coefficients = new Map([...scraps].slice(0, 1).map((scrap) => [scrap, 1]));
    const [commodity = ""] = scraps;
    const id = `collect:${policy.id}@${country}`;
    const plan = {
      id,
      kind: "collect",
      commodity,
      country,
      coefficients,
      capacityLevel: collectTonnes,
      breakEvenPriceFactor,
    } as const;
    return [{ activity: addPlant(draft, vocabulary, check, plan), share: 1 }];
  });
  const ramp = rampShares(calendar, windows, policy);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      for (const plant of plants) openPlant(terms, plant, ramp[month]! * capacityLevel);
      for (const { activity, share } of collections) collectMore(terms, activity, ramp[month]! * share * collectTonnes);
    },
  };
}

/** More of the same scrap at the same price: both the bound and the reference level move. */
function collectMore(terms: MonthTerms, activity: number, tonnes: number): void {
  terms.upperBound[activity]! += tonnes;
  terms.referenceLevel[activity]! += tonnes;
}

function shares(draft: ModelDraft, activities: readonly number[]): { activity: number; share: number }[] {
  const total = activities.reduce((sum, a) => sum + draft.baseLevel[a]!, 0);
  return activities.map((activity) => ({
    activity,
    share: total > 0 ? draft.baseLevel[activity]! / total : 1 / activities.length,
  }));
}
