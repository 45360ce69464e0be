import * as z from "zod";
import type { ModelDraft } from "../../chain/draft.ts";
import { activeShares } from "../calendar.ts";
import { commonFields, datesInOrder, type Identified, name, names, oneOf, positive } from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";

export const description = "Producers are paid the gap between a floor and last month's price.";

export const schema = z
  .strictObject({
    kind: z.literal("price-floor"),
    ...commonFields,
    commodity: name.describe("what the floor is for"),
    floorUsdPerTonne: positive,
    countries: names.optional().describe("country codes or blocs whose producers are paid"),
    recipes: names.optional().describe("keep to plants of these recipes"),
    facility: name.optional().describe("id of a facility policy: only that plant"),
  })
  .superRefine(datesInOrder)
  .superRefine(oneOf("countries", "facility"));

export type PriceFloor = Identified<z.output<typeof schema>>;

const PRODUCERS = ["mine", "collect", "separate", "refine", "reduce", "press", "recycle"] as const;

/** Takes the gap per tonne of output off the producers' marginal cost and adds up what that costs. */
export function compile(policy: PriceFloor, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const check = new NameCheck(vocabulary);
  const commodity = check.commodity(policy.commodity, ["commodity"]);
  const countries = policy.countries && check.countries(policy.countries, ["countries"]);
  const recipes = policy.recipes && check.recipes(policy.recipes, ["recipes"]);
  check.done();
  const producers = draft
    .find({ kinds: PRODUCERS, countries, recipes })
    .filter((a) => policy.facility === undefined || draft.activities[a]!.id === `plant:${policy.facility}`)
    .flatMap((activity) => outputOf(draft, activity, commodity));
  if (producers.length === 0)
    check.add(["commodity"], `no producer here makes ${commodity}; check countries, recipes and facility`);
  check.done();
  const activeShare = activeShares(calendar, windows);
  const gapUsdPerTonne = new Float64Array(producers.length);
  let paidUsd = 0;
  return {
    id: policy.id,
    adjust({ month, lastPriceUsdPerTonne }, terms) {
      producers.forEach(({ activity, market, tonnesPerLevel }, i) => {
        const gap = activeShare[month]! * Math.max(0, policy.floorUsdPerTonne - lastPriceUsdPerTonne[market]!);
        gapUsdPerTonne[i] = gap;
        terms.marginalCost[activity]! -= gap * tonnesPerLevel;
      });
    },
    carryOver(_view, level) {
      paidUsd = producers.reduce((sum, p, i) => sum + gapUsdPerTonne[i]! * p.tonnesPerLevel * level[p.activity]!, 0);
    },
    paidUsd: () => paidUsd,
  };
}

function outputOf(draft: ModelDraft, activity: number, commodity: string) {
  const entry = draft.activities[activity]!.entries.find(
    (e) => e.coefficient > 0 && draft.markets[e.market]!.commodity === commodity,
  );
  return entry ? [{ activity, market: entry.market, tonnesPerLevel: entry.coefficient }] : [];
}
