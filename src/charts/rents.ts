import type { ActivitySeries, Rehearsal } from "../simulation/result.ts";
import { inSentence, type Names, readId, withArticle } from "./names.ts";

export interface RentRow {
  readonly id: string;
  readonly title: string;
  readonly months: number;
  readonly firstMonth: string;
  /** worth of one more tonne, mean over the months in which it holds things back, USD/t */
  readonly meanUsdPerTonne: number;
  readonly largestUsdPerTonne: number;
  /** one more tonne a month over the whole run, USD */
  readonly totalUsd: number;
}

/** Kinds whose upper bound somebody can raise: plants, mines, licences and routes. Demand and stocks are not. */
const CAPACITIES = [
  "mine",
  "collect",
  "separate",
  "reduce",
  "press",
  "recycle",
  "substitute",
  "ship",
  "leak",
  "release",
  "permit",
];

/** Which capacity or licence would be worth most if it were one tonne a month larger. */
export function bindingRents(rehearsal: Rehearsal, names: Names, wanted = 12): RentRow[] {
  const rows = rehearsal.activities.filter((a) => CAPACITIES.includes(a.kind)).flatMap((a) => row(a, rehearsal, names));
  return rows.sort((a, b) => b.totalUsd - a.totalUsd || a.id.localeCompare(b.id, "en")).slice(0, wanted);
}

function row(activity: ActivitySeries, rehearsal: Rehearsal, names: Names): RentRow[] {
  const months = activity.rentUsdPerTonne.flatMap((rent, month) => (rent > 0 ? [{ rent, month }] : []));
  const first = months[0];
  if (!first) return [];
  const totalUsd = months.reduce((sum, m) => sum + m.rent, 0);
  return [
    {
      id: activity.id,
      title: activityTitle(activity, names),
      months: months.length,
      firstMonth: rehearsal.months[first.month]!,
      meanUsdPerTonne: totalUsd / months.length,
      largestUsdPerTonne: months.reduce((most, m) => Math.max(most, m.rent), 0),
      totalUsd,
    },
  ];
}

/** `Dysprosium oxide shipped from China to Japan`, `Separation of light concentrate in Malaysia` */
export function activityTitle(activity: ActivitySeries, names: Names): string {
  const commodity = names.commodity(activity.commodity);
  const of = inSentence(commodity);
  const here = withArticle(names.country(activity.country));
  const there = activity.destination === undefined ? "" : withArticle(names.country(activity.destination));
  const detail = /^[a-z]+:([^@:>]+)@/.exec(activity.id)?.[1];
  const more = detail !== undefined && detail !== activity.commodity ? ` (${inSentence(readId(detail))})` : "";
  switch (activity.kind) {
    case "ship":
      return `${commodity} shipped from ${here} to ${there}`;
    case "leak":
      return `${commodity} passed on from ${here} to ${there} around a control`;
    case "mine":
      return `Mining of ${of} in ${here}${more}`;
    case "collect":
      return `Collection of ${of} in ${here}`;
    case "separate":
      return `Separation of ${of} in ${here}${more}`;
    case "reduce":
      return `Making of ${of} in ${here}${more}`;
    case "press":
      return `Making of ${of} in ${here}${more}`;
    case "recycle":
      return `Recycling into ${of} in ${here}${more}`;
    case "substitute":
      return `Substitution for ${of} in ${here}${more}`;
    case "release":
      return `Release of ${of} from the public stockpile of ${here}`;
    case "permit":
      return `Quota (${inSentence(readId(detail ?? activity.commodity))})`;
    default:
      return `${readId(activity.kind)}: ${of}, ${here}`;
  }
}
