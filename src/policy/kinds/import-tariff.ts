import * as z from "zod";
import { activeShares } from "../calendar.ts";
import {
  commonFields,
  datesInOrder,
  exactlyOneOf,
  type Identified,
  materialFields,
  names,
  notNegative,
  optionalRouteFields,
} from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { findShipments, originPrice } from "../shipments.ts";

export const description = "A new import tariff, or a change of one (negative = a cut).";

export const schema = z
  .strictObject({
    kind: z.literal("import-tariff"),
    ...commonFields,
    ...materialFields,
    ...optionalRouteFields,
    destinations: names.describe("country codes or blocs that charge it"),
    adValoremShare: notNegative.optional().describe("new tariff, share of the origin's base price"),
    changeShare: z
      .number()
      .min(-1)
      .max(10)
      .optional()
      .describe("instead: change of the tariff, −0.05 = five points off"),
  })
  .superRefine(datesInOrder)
  .superRefine(exactlyOneOf("adValoremShare", "changeShare"));

export type ImportTariff = Identified<z.output<typeof schema>>;

/** The tariff adds to the cost of every matching shipment; a cut takes off. */
export function compile(policy: ImportTariff, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const { activities } = findShipments(draft, new NameCheck(vocabulary), policy);
  const tariffShare = policy.adValoremShare ?? policy.changeShare!;
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      for (const a of activities) terms.marginalCost[a]! += activeShare[month]! * tariffShare * originPrice(draft, a);
    },
  };
}
