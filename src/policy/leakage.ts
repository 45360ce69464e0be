import * as z from "zod";
import { stageOf } from "../chain/routes.ts";
import { name, notNegative, share } from "./fields.ts";
import type { CompileContext, MonthTerms } from "./lever.ts";
import type { NameCheck } from "./names.ts";
import { destinationPrice } from "./shipments.ts";

export const leakageField = z
  .strictObject({
    share: share.describe("share of the blocked volume that can get through"),
    premiumShare: notNegative.describe("extra cost as a share of the destination's base price"),
    via: name.describe("country code it passes through"),
  })
  .optional()
  .describe("goods that reach the destination through a third country");

export type Leakage = z.output<typeof leakageField>;

/** A way around a control for one controlled shipment. */
export interface Leak {
  readonly activity: number;
  readonly shipment: number;
}

/** Adds a closed `leak` activity beside every shipment with a baseline flow, except those to the third country itself. */
export function addLeaks(
  context: CompileContext,
  check: NameCheck,
  policy: { readonly id: string; readonly leakage?: Leakage },
  shipments: readonly number[],
): readonly Leak[] {
  const { draft, vocabulary } = context;
  const { leakage } = policy;
  if (!leakage) return [];
  const via = check.country(leakage.via, ["leakage", "via"]);
  check.done();
  return shipments.flatMap((shipment) => {
    const { country, destination, commodity, entries } = draft.activities[shipment]!;
    const scale = leakage.share * draft.baseLevel[shipment]!;
    if (!(scale > 0) || destination === via || country === via) return [];
    const price = destinationPrice(draft, shipment);
    const elasticity = vocabulary.parameter("armingtonElasticity", stageOf(vocabulary, commodity));
    const activity = draft.addActivity(
      {
        id: `leak:${policy.id}:${commodity}:${country}>${destination}`,
        kind: "leak",
        country,
        destination,
        commodity,
        entries: entries.filter((e) => draft.markets[e.market]!.country !== ""),
      },
      {
        referenceLevel: 0,
        lowerBound: 0,
        upperBound: 0,
        marginalCost: draft.terms(shipment).marginalCost + leakage.premiumShare * price,
        slope: price / (elasticity * scale),
      },
      0,
    );
    return [{ activity, shipment }];
  });
}

/** Opens each leak up to its share of what its shipment may not carry; `admittedShare` is of `flowTonnes` (t/month by shipment). */
export function openLeaks(
  terms: MonthTerms,
  leaks: readonly Leak[],
  leakShare: number,
  flowTonnes: (shipment: number) => number,
  admittedShare: (shipment: number) => number,
): void {
  for (const { activity, shipment } of leaks)
    terms.upperBound[activity] = leakShare * flowTonnes(shipment) * Math.max(0, 1 - admittedShare(shipment));
}
