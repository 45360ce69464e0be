import * as z from "zod";
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

/** Shipments keep the share of their base flow that falls on days without the ban. */
export function compile(policy: ExportBan, context: CompileContext): Lever {
  const { draft, vocabulary, calendar, windows } = context;
  const check = new NameCheck(vocabulary);
  const shipments = findShipments(draft, check, policy);
  const leaks = addLeaks(context, check, policy, shipments.activities);
  const rush = prepareRush(context, check, policy, shipments);
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      rush(month, terms);
      if (activeShare[month] === 0) return;
      const control = { shipments: shipments.activities, leaks, leakage: policy.leakage };
      holdBack(draft, terms, control, () => 1 - activeShare[month]!);
    },
  };
}
