import * as z from "zod";
import { activeShares } from "../calendar.ts";
import { holdBack } from "../control.ts";
import { addEndUsePermits, requirePermits } from "../end-use-permits.ts";
import {
  commonFields,
  date,
  datesInOrder,
  type Identified,
  materialFields,
  name,
  names,
  notNegative,
  routeFields,
  share,
  workingDays,
} from "../fields.ts";
import { addLeaks, leakageField } from "../leakage.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { admittedMultiples } from "../licence-queue.ts";
import { NameCheck } from "../names.ts";
import { prepareRush, rushField } from "../rush.ts";
import { findShipments, type Shipments } from "../shipments.ts";

export const description = "Exports need a licence: a queue with a processing time, an approval share and favourites.";

const approval = z.strictObject({
  from: date,
  approvalShare: share.describe("share of decided applications that is approved"),
  processingWorkingDays: workingDays.optional().describe("new processing time for applications from this day on"),
  destinations: names.optional().describe("only for these; absent = all"),
});

const generalLicence = z.strictObject({
  from: date,
  share: share.describe("share of trade that needs no licence of its own"),
  headroomShare: notNegative.default(1).describe("how far that trade may go, as a multiple of its base flow"),
  destinations: names.optional().describe("only for these; absent = all"),
});

export const schema = z
  .strictObject({
    kind: z.literal("licence"),
    ...commonFields,
    ...materialFields,
    ...routeFields,
    processingWorkingDays: workingDays.describe("working days from application to decision"),
    approvals: z.array(approval).min(1).describe("before the first entry nothing is approved"),
    resubmitShare: share.default(0).describe("share of refused applications lodged again the month after"),
    generalLicences: z.array(generalLicence).default([]),
    destinationSelectivity: z
      .record(name, notNegative)
      .default({})
      .describe("factor on the approval share by country or bloc; the entry that names fewest countries wins"),
    endUseSelectivity: z
      .record(name, share)
      .default({})
      .describe("share of licensed arrivals that a use may have, e.g. defence: 0"),
    leakage: leakageField,
    rush: rushField,
  })
  .superRefine(datesInOrder);

export type Licence = Identified<z.output<typeof schema>>;

/** Each destination's queue gives the multiple of the base flow that may leave each month. */
export function compile(policy: Licence, context: CompileContext): Lever {
  const { draft, vocabulary, calendar, windows } = context;
  const check = new NameCheck(vocabulary);
  const shipments = findShipments(draft, check, policy);
  const leaks = addLeaks(context, check, policy, shipments.activities);
  const rush = prepareRush(context, check, policy, shipments);
  const admitted = admittedByDestination(policy, context, check, shipments);
  const permits = Object.entries(policy.endUseSelectivity).flatMap(([use, factor]) => {
    const applications = check.applications(use, ["endUseSelectivity", use]);
    const rule = { policy: policy.id, use, applications, factor };
    const licensed = new Set(shipments.activities);
    const made = addEndUsePermits(draft, rule, licensed, shipments.commodities, shipments.destinations);
    if (applications.size > 0 && made.length === 0)
      check.add(
        ["endUseSelectivity", use],
        `no ${use} in the destinations uses ${[...shipments.commodities].join(", ")}`,
      );
    return made;
  });
  check.done();
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      rush(month, terms);
      if (activeShare[month] === 0) return;
      const control = { shipments: shipments.activities, leaks, leakage: policy.leakage };
      holdBack(draft, terms, control, (a) => admitted.get(draft.activities[a]!.destination!)![month]!);
      requirePermits(terms, permits, activeShare[month]!);
    },
  };
}

function admittedByDestination(
  policy: Licence,
  { draft, calendar, windows }: CompileContext,
  check: NameCheck,
  shipments: Shipments,
): ReadonlyMap<string, Float64Array> {
  const factorOf = selectivity(policy, check);
  const applies = <T extends { readonly destinations?: readonly string[] | undefined }>(
    entries: readonly T[],
    field: string,
  ) =>
    entries.map((entry, i) => ({
      entry,
      to: entry.destinations && check.countries(entry.destinations, [field, i, "destinations"]),
    }));
  const approvals = applies(policy.approvals, "approvals");
  const generalLicences = applies(policy.generalLicences, "generalLicences");
  check.done();
  const queues = new Map<string, Float64Array>();
  const admitted = new Map<string, Float64Array>();
  for (const destination of new Set(shipments.activities.map((a) => draft.activities[a]!.destination!))) {
    const factor = factorOf(destination);
    const forThem = <T>(entries: readonly { entry: T; to: ReadonlySet<string> | undefined }[]) =>
      entries.flatMap(({ entry, to }) => (!to || to.has(destination) ? [entry] : []));
    const rules = {
      windows,
      processingWorkingDays: policy.processingWorkingDays,
      approvals: forThem(approvals).map((a) => ({ ...a, approvalShare: Math.min(1, a.approvalShare * factor) })),
      resubmitShare: policy.resubmitShare,
      generalLicences: forThem(generalLicences),
    };
    const key = JSON.stringify([rules.approvals, rules.generalLicences]);
    const queue = queues.get(key) ?? admittedMultiples(calendar, rules);
    queues.set(key, queue);
    admitted.set(destination, queue);
  }
  return admitted;
}

/** Factor on the approval share of a destination; 1 where none is named. */
function selectivity(policy: Licence, check: NameCheck): (destination: string) => number {
  const factors = Object.entries(policy.destinationSelectivity).map(([named, factor]) => ({
    countries: check.countries(named, ["destinationSelectivity", named]),
    factor,
  }));
  factors.sort((a, b) => a.countries.size - b.countries.size);
  return (destination) => factors.find((f) => f.countries.has(destination))?.factor ?? 1;
}
