import * as z from "zod";
import type { ModelDraft } from "../../chain/draft.ts";
import { ceiling } from "../bounds.ts";
import {
  commonFields,
  datesInOrder,
  type Identified,
  materialFields,
  monthCount,
  name,
  names,
  notNegative,
  positive,
  share,
} from "../fields.ts";
import type { CompileContext, Lever, MonthTerms } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { addPlant, openPlant } from "../plants.ts";
import { rampShares } from "../ramp.ts";

export const description =
  "Another way to the same thing, dearer: less dysprosium, ferrite, induction motors, or a recipe.";

export const schema = z
  .strictObject({
    kind: z.literal("substitution"),
    ...commonFields,
    variant: z
      .enum(["less-dysprosium", "ferrite", "induction-motor", "custom"])
      .describe(
        "less-dysprosium presses magnets with less of the materials; ferrite and induction-motor spare the materials in applications; custom runs a recipe",
      ),
    countries: names.default(["WLD"]).describe("country codes or blocs"),
    materials: names
      .optional()
      .describe("what is spared: elements in the recipe (less-dysprosium), or the magnets replaced"),
    stages: materialFields.stages,
    uses: names.optional().describe("ferrite, induction-motor: end uses or applications that can switch"),
    recipe: name.optional().describe("custom: the recipe"),
    capacityTonnesPerYear: positive.optional().describe("custom: t/a in each country"),
    reductionShare: share.optional().describe("less-dysprosium: share of the material saved"),
    maxShare: share.optional().describe("share of pressing, or of the applications' demand, that can switch at most"),
    premiumShare: notNegative.describe("extra cost as a share of the product's base price"),
    delayMonths: monthCount.default(0).describe("later than `from` by this much"),
    rampMonths: monthCount.default(0).describe("months until as much as possible has switched, in a straight line"),
  })
  .superRefine(datesInOrder)
  .superRefine((policy, context) => {
    for (const field of NEEDED[policy.variant])
      if (policy[field] === undefined)
        context.addIssue({
          code: "custom",
          path: [field],
          message: `missing; variant ${policy.variant} needs it`,
          input: policy,
        });
  });

const NEEDED = {
  "less-dysprosium": ["materials", "reductionShare", "maxShare"],
  ferrite: ["materials", "uses", "maxShare"],
  "induction-motor": ["materials", "uses", "maxShare"],
  custom: ["recipe", "capacityTonnesPerYear"],
} as const;

export type Substitution = Identified<z.output<typeof schema>>;

/** A substitute that was added and how far it can go this month at full ramp. */
interface Switch {
  readonly activity: number;
  limitTonnes(terms: MonthTerms): number;
}

/** Adds `substitute` activities, closed until `from`; they stand at 0 in the baseline. */
export function compile(policy: Substitution, context: CompileContext): Lever {
  const check = new NameCheck(context.vocabulary);
  const switches = switchesOf(policy, context, check);
  if (switches.length === 0)
    check.add(["materials"], "nothing in these countries could switch; check materials, uses and countries");
  check.done();
  const ramp = rampShares(context.calendar, context.windows, policy);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      const share = ramp[month]!;
      if (share === 0) return;
      for (const { activity, limitTonnes } of switches)
        if (policy.variant === "custom") openPlant(terms, activity, share * limitTonnes(terms));
        else terms.upperBound[activity] = share * limitTonnes(terms);
    },
  };
}

function switchesOf(policy: Substitution, context: CompileContext, check: NameCheck): Switch[] {
  switch (policy.variant) {
    case "less-dysprosium":
      return leanPresses(policy, context, check);
    case "ferrite":
    case "induction-motor":
      return equivalents(policy, context, check);
    case "custom":
      return customPlants(policy, context, check);
    default:
      return policy.variant satisfies never;
  }
}

/** Presses of magnets that use less of the material; the value saved at base prices stays with the presser. */
function leanPresses(policy: Substitution, { draft, vocabulary }: CompileContext, check: NameCheck): Switch[] {
  const spared = check.commodities(policy.materials!, policy.stages);
  const countries = check.countries(policy.countries, ["countries"]);
  check.done();
  const usesSpared = (a: number) =>
    draft.activities[a]!.entries.some((e) => e.coefficient < 0 && spared.has(draft.markets[e.market]!.commodity));
  const presses = draft.find({ kinds: ["press"], countries }).filter((a) => usesSpared(a) && draft.baseLevel[a]! > 0);
  return presses.map((press) => {
    const { country, commodity, recipe, entries } = draft.activities[press]!;
    const made = entries.find((e) => draft.markets[e.market]!.commodity === commodity)!;
    const value = draft.basePriceUsdPerTonne[made.market]!;
    const lean = entries.map((e) =>
      e.coefficient < 0 && spared.has(draft.markets[e.market]!.commodity)
        ? { ...e, coefficient: e.coefficient * (1 - policy.reductionShare!) }
        : e,
    );
    const activity = addSubstitute(draft, vocabulary, {
      id: `substitute:${policy.id}:${recipe}@${country}`,
      country,
      commodity,
      entries: lean,
      marginalCost: draft.terms(press).marginalCost + policy.premiumShare * value,
      value,
      scale: policy.maxShare! * draft.baseLevel[press]!,
    });
    const limitTonnes = (terms: MonthTerms) => policy.maxShare! * ceiling(terms, press, draft.baseLevel[press]!);
    return { activity, limitTonnes };
  });
}

/** Where an application uses the material, as much of it from outside the chain as can switch. */
function equivalents(policy: Substitution, { draft, vocabulary }: CompileContext, check: NameCheck): Switch[] {
  const replaced = check.commodities(policy.materials!, policy.stages);
  const countries = check.countries(policy.countries, ["countries"]);
  const applications = check.applications(policy.uses!, ["uses"]);
  check.done();
  const users = new Map<number, { activity: number; tonnesPerLevel: number }[]>();
  for (const activity of draft.find({ kinds: ["use"], countries, applications }))
    for (const { market, coefficient } of draft.activities[activity]!.entries)
      if (coefficient < 0 && replaced.has(draft.markets[market]!.commodity))
        users.set(market, [...(users.get(market) ?? []), { activity, tonnesPerLevel: -coefficient }]);
  return [...users].map(([market, uses]) => {
    const { commodity, country } = draft.markets[market]!;
    const price = draft.basePriceUsdPerTonne[market]!;
    const activity = addSubstitute(draft, vocabulary, {
      id: `substitute:${policy.id}:${commodity}@${country}`,
      country,
      commodity,
      entries: [{ market, coefficient: 1 }],
      marginalCost: (1 + policy.premiumShare) * price,
      value: price,
      scale: policy.maxShare! * uses.reduce((sum, u) => sum + u.tonnesPerLevel * draft.baseLevel[u.activity]!, 0),
    });
    const limitTonnes = (terms: MonthTerms) =>
      policy.maxShare! * uses.reduce((sum, u) => sum + u.tonnesPerLevel * terms.upperBound[u.activity]!, 0);
    return { activity, limitTonnes };
  });
}

function customPlants(policy: Substitution, { draft, vocabulary }: CompileContext, check: NameCheck): Switch[] {
  check.recipes(policy.recipe!, ["recipe"]);
  const countries = check.countries(policy.countries, ["countries"]);
  check.done();
  const recipe = vocabulary.recipe(policy.recipe!)!;
  const capacityLevel = policy.capacityTonnesPerYear! / 12;
  return [...countries].map((country) => {
    const { kind, commodity, coefficients } = recipe;
    const id = `substitute:${policy.id}:${recipe.id}@${country}`;
    const breakEvenPriceFactor = 1 + policy.premiumShare;
    const plan = { id, kind, commodity, recipe: recipe.id, country, coefficients, capacityLevel, breakEvenPriceFactor };
    return { activity: addPlant(draft, vocabulary, check, plan), limitTonnes: () => capacityLevel };
  });
}

interface SubstituteTerms {
  readonly id: string;
  readonly country: string;
  readonly commodity: string;
  readonly entries: readonly { market: number; coefficient: number }[];
  readonly marginalCost: number;
  /** base price of what it makes, USD/t, and the tonnes its slope is spread over */
  readonly value: number;
  readonly scale: number;
}

function addSubstitute(draft: ModelDraft, vocabulary: CompileContext["vocabulary"], terms: SubstituteTerms): number {
  const { id, country, commodity, entries, marginalCost, value, scale } = terms;
  const elasticity = vocabulary.parameter("supplyElasticity", "substitute");
  return draft.addActivity(
    { id, kind: "substitute", country, commodity, entries },
    {
      referenceLevel: 0,
      lowerBound: 0,
      upperBound: 0,
      marginalCost,
      slope: value / (elasticity * Math.max(scale, 1e-6)),
    },
    0,
  );
}
