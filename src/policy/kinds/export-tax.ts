import * as z from "zod";
import { activeShares } from "../calendar.ts";
import {
  commonFields,
  datesInOrder,
  type Identified,
  materialFields,
  notNegative,
  oneOf,
  routeFields,
} from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { findShipments, originPrice } from "../shipments.ts";

export const description = "A tax on exports, as a share of the origin's base price or in USD per tonne.";

export const schema = z
  .strictObject({
    kind: z.literal("export-tax"),
    ...commonFields,
    ...materialFields,
    ...routeFields,
    adValoremShare: notNegative.optional().describe("share of the origin's base price"),
    usdPerTonne: notNegative.optional(),
  })
  .superRefine(datesInOrder)
  .superRefine(oneOf("adValoremShare", "usdPerTonne"));

export type ExportTax = Identified<z.output<typeof schema>>;

/** The tax adds to the cost of every matching shipment. */
export function compile(policy: ExportTax, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const { activities } = findShipments(draft, new NameCheck(vocabulary), policy);
  const taxUsdPerTonne = activities.map(
    (a) => (policy.adValoremShare ?? 0) * originPrice(draft, a) + (policy.usdPerTonne ?? 0),
  );
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      activities.forEach((a, i) => {
        terms.marginalCost[a]! += activeShare[month]! * taxUsdPerTonne[i]!;
      });
    },
  };
}
