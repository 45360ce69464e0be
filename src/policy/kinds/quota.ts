import * as z from "zod";
import { activeShares } from "../calendar.ts";
import {
  commonFields,
  datesInOrder,
  exactlyOneOf,
  type Identified,
  materialFields,
  notNegative,
  routeFields,
} from "../fields.ts";
import { addLeaks, leakageField, openLeaks } from "../leakage.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { addPermitActivity, addPermitMarket } from "../permits.ts";
import { prepareRush, rushField } from "../rush.ts";
import { findShipments, originPrice } from "../shipments.ts";

export const description =
  "A yearly tonnage for all matching shipments together, a twelfth each month; its price is the quota rent.";

export const schema = z
  .strictObject({
    kind: z.literal("quota"),
    ...commonFields,
    ...materialFields,
    ...routeFields,
    quotaTonnesPerYear: notNegative.optional(),
    quotaShareOfBase: notNegative.optional().describe("instead of tonnes: multiple of the shipments' base flow"),
    leakage: leakageField,
    rush: rushField,
  })
  .superRefine(datesInOrder)
  .superRefine(exactlyOneOf("quotaTonnesPerYear", "quotaShareOfBase"));

export type Quota = Identified<z.output<typeof schema>>;

/** Every tonne shipped takes a permit; the quota supplies them. Out of force the supply is open-ended. */
export function compile(policy: Quota, context: CompileContext): Lever {
  const { draft, vocabulary, calendar, windows } = context;
  const check = new NameCheck(vocabulary);
  const shipments = findShipments(draft, check, policy);
  const leaks = addLeaks(context, check, policy, shipments.activities);
  const rush = prepareRush(context, check, policy, shipments);
  const baseTonnes = shipments.activities.reduce((sum, a) => sum + draft.baseLevel[a]!, 0);
  if (!(baseTonnes > 0))
    check.add(["materials"], "none of these shipments has a baseline flow for a quota to hold back");
  check.done();
  const worth = shipments.activities.reduce((sum, a) => sum + draft.baseLevel[a]! * originPrice(draft, a), 0);
  const market = addPermitMarket(draft, `permit:${policy.id}`, worth / baseTonnes, baseTonnes);
  for (const a of shipments.activities) draft.addEntry(a, market, -1);
  const supply = addPermitActivity(draft, market, {
    id: `permit:${policy.id}`,
    coefficient: 1,
    tonnesPerMonth: baseTonnes,
    lowerBound: 0,
    upperBound: Number.POSITIVE_INFINITY,
  });
  const quotaTonnes =
    policy.quotaTonnesPerYear !== undefined ? policy.quotaTonnesPerYear / 12 : baseTonnes * policy.quotaShareOfBase!;
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      rush(month, terms);
      const active = activeShare[month]!;
      if (active === 0) return;
      const admittedTonnes = (1 - active) * baseTonnes + active * quotaTonnes;
      terms.upperBound[supply] = admittedTonnes;
      openLeaks(
        terms,
        leaks,
        policy.leakage?.share ?? 0,
        (a) => draft.baseLevel[a]!,
        () => admittedTonnes / baseTonnes,
      );
    },
  };
}
