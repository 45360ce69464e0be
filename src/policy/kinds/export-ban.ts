import * as z from "zod";
import { limit } from "../bounds.ts";
import { activeShares } from "../calendar.ts";
import { holdBack } from "../control.ts";
import { commonFields, datesInOrder, type Identified, materialFields, routeFields } from "../fields.ts";
import { addLeaks, leakageField } from "../leakage.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { prepareRush, rushField } from "../rush.ts";
import { findShipments } from "../shipments.ts";

export const description = "No exports of the materials from the origins to the destinations.";

export const schema = z
  .strictObject({
    kind: z.literal("export-ban"),
    ...commonFields,
    ...materialFields,
    ...routeFields,
    leakage: leakageField,
    rush: rushField,
  })
  .superRefine(datesInOrder);

export type ExportBan = Identified<z.output<typeof schema>>;

/**
 * A month that the ban holds in part keeps the open days' share of what a shipment carried in the last month without the
 * ban, at most of its base flow: what a quota or a licence had cut already does not come back for the stop's sake.
 */
export function compile(policy: ExportBan, context: CompileContext): Lever {
  const { draft, vocabulary, calendar, windows } = context;
  const check = new NameCheck(vocabulary);
  const shipments = findShipments(draft, check, policy);
  const leaks = addLeaks(context, check, policy, shipments.activities);
  const rush = prepareRush(context, check, policy, shipments);
  const activeShare = activeShares(calendar, windows);
  const control = { shipments: shipments.activities, leaks, leakage: policy.leakage };
  const flowWithout = new Map(shipments.activities.map((a) => [a, draft.baseLevel[a]!]));
  return {
    id: policy.id,
    adjust({ month, lastLevel }, terms) {
      rush(month, terms);
      const active = activeShare[month]!;
      if (active === 0) return;
      if (month > 0 && activeShare[month - 1] === 0)
        for (const a of shipments.activities) flowWithout.set(a, lastLevel[a]!);
      for (const [a, tonnes] of flowWithout) limit(terms, a, (1 - active) * tonnes);
      holdBack(draft, terms, control, () => 1 - active);
    },
  };
}
