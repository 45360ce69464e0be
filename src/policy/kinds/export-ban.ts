import * as z from "zod";
import { limit } from "../bounds.ts";
import { activeShares } from "../calendar.ts";
import { commonFields, datesInOrder, type Identified, materialFields, routeFields } from "../fields.ts";
import { addLeaks, leakageField, openLeaks } from "../leakage.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { prepareRush, rushField } from "../rush.ts";
import { SharedQuotaMemory } from "../shared-quota.ts";
import { findShipments } from "../shipments.ts";
import { stopDays } from "../stopped-days.ts";

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
 * A month that the ban holds in part keeps the open days' share of what would pass without it: the base flow, or less where
 * a licence of this month admits less, or where a quota shared by routes left less in a month when it admitted as much as now.
 */
export function compile(policy: ExportBan, context: CompileContext): Lever {
  const { draft, vocabulary, calendar, windows } = context;
  const check = new NameCheck(vocabulary);
  const shipments = findShipments(draft, check, policy);
  const leaks = addLeaks(context, check, policy, shipments.activities);
  const rush = prepareRush(context, check, policy, shipments);
  const activeShare = activeShares(calendar, windows);
  const quotas = new SharedQuotaMemory(draft);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      if (month === 0) quotas.forget();
      rush(month, terms);
      const active = activeShare[month]!;
      if (active === 0) return;
      const flowTonnes = new Map<number, number>();
      for (const route of shipments.activities) {
        const stopped = stopDays(terms, { month, route }, { calendar, windows, activeShare: active });
        const flow = Math.min(draft.baseLevel[route]!, stopped.before, quotas.leftTonnes(route, terms));
        flowTonnes.set(route, flow);
        limit(terms, route, stopped.openShare * flow);
      }
      openLeaks(
        terms,
        leaks,
        policy.leakage?.share ?? 0,
        (a) => flowTonnes.get(a)!,
        () => 1 - active,
      );
    },
    carryOver(_view, level, _price, cleared) {
      for (const route of shipments.activities) quotas.keep(route, level, cleared);
    },
  };
}
