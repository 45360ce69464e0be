import * as z from "zod";
import { openRoutes } from "../../chain/routes.ts";
import { commonFields, datesInOrder, exactlyOneOf, type Identified, name, positive } from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { openMarket } from "../markets.ts";
import { NameCheck } from "../names.ts";
import {
  addHolding,
  buildPriceMultiple,
  holdingFields,
  oneTrigger,
  sellsAboveBuying,
  targetTonnes,
  triggerFields,
} from "../stockpile.ts";

export const description = "A state buys a commodity while it is cheap and releases it by a rule.";

export const schema = z
  .strictObject({
    kind: z.literal("public-stockpile"),
    ...commonFields,
    country: name.describe("country code of the holder"),
    commodity: name.describe("one commodity, e.g. dysprosium-oxide"),
    ...holdingFields,
    buildPriceMultiple,
    release: z
      .strictObject({ ...triggerFields, maxTonnesPerMonth: positive.describe("released at most, t/month") })
      .superRefine(oneTrigger),
  })
  .superRefine(datesInOrder)
  .superRefine(exactlyOneOf("targetTonnes", "targetDays"))
  .superRefine(sellsAboveBuying);

export type PublicStockpile = Identified<z.output<typeof schema>>;

/** Buys and releases in the holder's market; keeps its tonnes from month to month. */
export function compile(policy: PublicStockpile, context: CompileContext): Lever {
  const { draft, vocabulary } = context;
  const check = new NameCheck(vocabulary);
  const country = check.country(policy.country, ["country"]);
  const commodity = check.commodity(policy.commodity, ["commodity"]);
  check.done();
  const existed = draft.market(commodity, country) !== undefined;
  if (!existed && policy.targetTonnes === undefined)
    check.add(["targetDays"], `${country} has no turnover of ${commodity} to count days on; give targetTonnes`);
  check.done();
  const turnover = Math.max(policy.buildTonnesPerMonth, policy.release.maxTonnesPerMonth);
  const market = openMarket(draft, vocabulary, commodity, country, turnover);
  if (market === undefined) check.add(["commodity"], `no country has a market for ${commodity}`);
  check.done();
  if (!existed) openRoutes(draft, vocabulary, commodity, country);
  const holding = addHolding(context, {
    id: policy.id,
    commodity,
    buildMarket: market!,
    releaseMarkets: [market!],
    targetTonnes: targetTonnes(draft.turnoverTonnes, [market!], policy),
    openingTonnes: policy.openingTonnes,
    buildTonnesPerMonth: policy.buildTonnesPerMonth,
    maxReleaseTonnesPerMonth: policy.release.maxTonnesPerMonth,
    buildPriceMultiple: policy.buildPriceMultiple,
    release: policy.release,
  });
  return {
    id: policy.id,
    adjust: ({ month }, terms) => holding.adjust(month, terms),
    carryOver: (_view, level, price) => holding.carryOver(level, price),
    heldTonnes: () => [holding.held()],
    paidUsd: holding.paidUsd,
  };
}
