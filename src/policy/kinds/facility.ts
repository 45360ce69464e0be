import * as z from "zod";
import type { Recipe } from "../../chain/vocabulary.ts";
import { commonFields, datesInOrder, exactlyOneOf, type Identified, name } from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { addPlant, capacityTonnesPerYear, openPlant, plantFields } from "../plants.ts";
import { rampShares } from "../ramp.ts";

export const description = "A new or expanded mine or plant; `from` is its planned start.";

export const schema = z
  .strictObject({
    kind: z.literal("facility"),
    ...commonFields,
    country: name.describe("country code"),
    recipe: name.optional().describe("what the plant does"),
    mine: name.optional().describe("instead of a recipe: the concentrate it yields"),
    capacityTonnesPerYear,
    capacityOf: name
      .optional()
      .describe(
        "commodity the capacity is stated in; absent = the recipe's own unit (main output; feed of a separation)",
      ),
    ...plantFields,
  })
  .superRefine(datesInOrder)
  .superRefine(exactlyOneOf("recipe", "mine"));

export type Facility = Identified<z.output<typeof schema>>;

/** Adds `plant:<id>`, closed until it starts, then ramping to capacity. */
export function compile(policy: Facility, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const check = new NameCheck(vocabulary);
  const country = check.country(policy.country, ["country"]);
  const recipe = recipeOf(policy, { vocabulary, check });
  const stated =
    policy.capacityOf === undefined ? recipe?.commodity : check.commodity(policy.capacityOf, ["capacityOf"]);
  const perLevel = stated === recipe?.commodity ? 1 : recipe?.coefficients.get(stated ?? "");
  if (recipe && !perLevel) check.add(["capacityOf"], `${recipe.id} neither makes nor uses ${stated}`);
  check.done();
  const capacityLevel = policy.capacityTonnesPerYear / 12 / Math.abs(perLevel!);
  const plant = addPlant(draft, vocabulary, check, {
    id: `plant:${policy.id}`,
    kind: recipe!.kind,
    commodity: recipe!.commodity,
    ...(policy.recipe === undefined ? {} : { recipe: policy.recipe }),
    country,
    coefficients: recipe!.coefficients,
    capacityLevel,
    breakEvenPriceFactor: policy.breakEvenPriceFactor,
  });
  const share = rampShares(calendar, windows, policy);
  return { id: policy.id, adjust: ({ month }, terms) => openPlant(terms, plant, share[month]! * capacityLevel) };
}

type Yield = Omit<Recipe, "kind"> & { readonly kind: Recipe["kind"] | "mine" };

function recipeOf(
  policy: Facility,
  { vocabulary, check }: { vocabulary: CompileContext["vocabulary"]; check: NameCheck },
): Yield | undefined {
  if (policy.recipe !== undefined) {
    check.recipes(policy.recipe, ["recipe"]);
    return vocabulary.recipe(policy.recipe);
  }
  const commodity = check.commodity(policy.mine!, ["mine"]);
  return { id: `mine of ${commodity}`, kind: "mine", commodity, coefficients: new Map([[commodity, 1]]) };
}
