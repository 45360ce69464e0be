import type { ActivitySeries, Rehearsal } from "../simulation/result.ts";
import { activityTitle } from "./activity-title.ts";
import type { Names } from "./names.ts";

export interface RentRow {
  readonly id: string;
  readonly title: string;
  readonly months: number;
  readonly firstMonth: string;
  /** worth of one more tonne, mean over the months in which it holds things back, USD/t */
  readonly meanUsdPerTonne: number;
  /** what a tenth more of its largest flow would be worth over the run at those rents, USD; true for small changes */
  readonly tenthMoreUsd: number;
}

/** Kinds whose upper bound somebody can raise. Demand, stocks and ways around a control are not. */
const CAPACITIES = [
  "mine",
  "collect",
  "separate",
  "refine",
  "reduce",
  "press",
  "recycle",
  "substitute",
  "ship",
  "release",
  "permit",
];
/** below this a rent is rounding, USD/t */
const NEGLIGIBLE_RENT = 0.01;

/** Which plant, licence or route is worth most to widen, of those that serve everybody or a viewpoint country. */
export function bindingRents(rehearsal: Rehearsal, names: Names, wanted = 12): RentRow[] {
  const rows = rehearsal.activities
    .filter((a) => isOpen(a, rehearsal.viewpoint))
    .flatMap((a) => row(a, rehearsal, names));
  return rows.sort((a, b) => b.tenthMoreUsd - a.tenthMoreUsd || a.id.localeCompare(b.id, "en")).slice(0, wanted);
}

function isOpen(activity: ActivitySeries, viewpoint: readonly string[]): boolean {
  if (!CAPACITIES.includes(activity.kind) || activity.id.startsWith("build:")) return false;
  if (activity.kind === "ship") return viewpoint.includes(activity.destination ?? "");
  if (activity.kind === "substitute") return viewpoint.includes(activity.country);
  return true;
}

function row(activity: ActivitySeries, rehearsal: Rehearsal, names: Names): RentRow[] {
  const months = activity.rentUsdPerTonne.flatMap((rent, month) =>
    rent > NEGLIGIBLE_RENT && activity.tonnes[month]! > 0 ? [{ rent, month }] : [],
  );
  const first = months[0];
  if (!first) return [];
  const totalRent = months.reduce((sum, m) => sum + m.rent, 0);
  const largestFlow = activity.tonnes.reduce((most, t) => Math.max(most, t), 0);
  return [
    {
      id: activity.id,
      title: activityTitle(activity, rehearsal, names),
      months: months.length,
      firstMonth: rehearsal.months[first.month]!,
      meanUsdPerTonne: totalRent / months.length,
      tenthMoreUsd: totalRent * 0.1 * largestFlow,
    },
  ];
}
