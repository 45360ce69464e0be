import * as z from "zod";
import { commonFields, datesInOrder, exactlyOneOf, type Identified, name, names, positive, share } from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import {
  addHolding,
  buildPriceMultiple,
  type Holding,
  holdingFields,
  oneTrigger,
  sellsAboveBuying,
  targetTonnes,
  triggerFields,
} from "../stockpile.ts";

export const description =
  "Partners hold complementary commodities in common and release them into each other's markets.";

const holdingSchema = z
  .strictObject({
    commodity: name.describe("one commodity"),
    holder: name.describe("country code of the partner that buys and keeps it"),
    ...holdingFields,
    maxReleaseTonnesPerMonth: positive,
  })
  .superRefine(exactlyOneOf("targetTonnes", "targetDays"));

export const schema = z
  .strictObject({
    kind: z.literal("joint-stockpile"),
    ...commonFields,
    partners: names.describe("country codes or blocs that may draw on it"),
    holdings: z.array(holdingSchema).min(1).describe("who keeps what"),
    buildPriceMultiple,
    release: z.strictObject(triggerFields).superRefine(oneTrigger),
    sharing: z
      .union([z.literal("need"), z.record(name, share)])
      .default("need")
      .describe("need: to the partner that pays most; or a fixed share of each month's release by country"),
  })
  .superRefine(datesInOrder)
  .superRefine(sellsAboveBuying)
  .superRefine(({ sharing }, context) => {
    const total = sharing === "need" ? 1 : Object.values(sharing).reduce((sum, s) => sum + s, 0);
    if (total > 1 + 1e-9)
      context.addIssue({
        code: "custom",
        path: ["sharing"],
        message: `shares add up to ${total}, expected 1 or less`,
        input: sharing,
      });
  });

export type JointStockpile = Identified<z.output<typeof schema>>;

/** One store per commodity, bought in the holder's market, released into the partners' markets. */
export function compile(policy: JointStockpile, context: CompileContext): Lever {
  const check = new NameCheck(context.vocabulary);
  const partners = check.countries(policy.partners, ["partners"]);
  const shareOf = fixedShares(policy, check);
  for (const country of shareOf?.keys() ?? [])
    if (!partners.has(country)) check.add(["sharing"], `${country} has a share but is no partner`);
  check.done();
  const holdings = policy.holdings.map((_, i) => holdingOf(policy, i, context, { check, partners, shareOf }));
  return {
    id: policy.id,
    adjust({ month }, terms) {
      for (const holding of holdings) holding.adjust(month, terms);
    },
    carryOver(_view, level, price) {
      for (const holding of holdings) holding.carryOver(level, price);
    },
    heldTonnes: () => holdings.map((h) => h.held()),
    paidUsd: () => holdings.reduce((sum, h) => sum + h.paidUsd(), 0),
  };
}

function holdingOf(
  policy: JointStockpile,
  i: number,
  context: CompileContext,
  names: { check: NameCheck; partners: ReadonlySet<string>; shareOf: ReadonlyMap<string, number> | undefined },
): Holding {
  const { draft } = context;
  const { check, partners, shareOf } = names;
  const plan = policy.holdings[i]!;
  const commodity = check.commodity(plan.commodity, ["holdings", i, "commodity"]);
  const holder = check.country(plan.holder, ["holdings", i, "holder"]);
  check.done();
  const buildMarket = draft.market(commodity, holder);
  if (buildMarket === undefined)
    check.add(["holdings", i, "holder"], `${holder} has no market for ${commodity}; name a partner that trades it`);
  const trading = [...partners].filter((country) => draft.market(commodity, country) !== undefined);
  if (trading.length === 0) check.add(["holdings", i, "commodity"], `no partner has a market for ${commodity}`);
  for (const country of shareOf?.keys() ?? [])
    if (!trading.includes(country))
      check.add(
        ["sharing"],
        `${country} has no market for ${commodity}, so its share could never be released; leave it out`,
      );
  check.done();
  const releaseMarkets = trading.map((country) => draft.market(commodity, country)!);
  return addHolding(context, {
    id: policy.id,
    commodity,
    buildMarket: buildMarket!,
    releaseMarkets,
    releaseShares: shareOf && trading.map((country) => shareOf.get(country) ?? 0),
    targetTonnes: targetTonnes(draft.turnoverTonnes, releaseMarkets, plan),
    openingTonnes: plan.openingTonnes,
    buildTonnesPerMonth: plan.buildTonnesPerMonth,
    maxReleaseTonnesPerMonth: plan.maxReleaseTonnesPerMonth,
    buildPriceMultiple: policy.buildPriceMultiple,
    release: policy.release,
  });
}

function fixedShares(policy: JointStockpile, check: NameCheck): ReadonlyMap<string, number> | undefined {
  if (policy.sharing === "need") return undefined;
  return new Map(
    Object.entries(policy.sharing).map(([named, part]) => [check.country(named, ["sharing", named]), part]),
  );
}
