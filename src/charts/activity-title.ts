import type { ActivitySeries, Rehearsal } from "../simulation/result.ts";
import { inSentence, type Names, readId, withArticle } from "./names.ts";

/** An activity in words: `Dysprosium oxide shipped from China to Japan`; a policy's plant by the policy's title. */
export function activityTitle(
  activity: ActivitySeries,
  rehearsal: Pick<Rehearsal, "events" | "measures">,
  names: Names,
): string {
  const commodity = names.commodity(activity.commodity);
  const of = inSentence(commodity);
  const here = withArticle(names.country(activity.country));
  const policyId = /^(?:plant|release|permit):([^@:]+)/.exec(activity.id)?.[1];
  const policy = [...rehearsal.events, ...rehearsal.measures].find((p) => p.id === policyId)?.title;
  if (policy !== undefined)
    return activity.kind === "permit" ? `Licences: ${policy}${detail(activity.id, names)}` : policy;
  switch (activity.kind) {
    case "ship":
      return `${commodity} shipped from ${here} to ${withArticle(names.country(activity.destination ?? ""))}`;
    case "mine":
      return `Mining of ${of} in ${here}`;
    case "collect":
      return `Collection of ${of} in ${here}`;
    case "separate":
      return `Separation of ${of} in ${here}`;
    case "refine":
      return `Refining of ${of} in ${here}`;
    case "reduce":
    case "press":
      return `Making of ${of} in ${here}`;
    case "recycle":
      return `Recycling in ${here}, ${recipeName(activity)}`;
    case "substitute":
      return `Substitution in ${here}, ${recipeName(activity)}`;
    case "release":
      return `Release of ${of} from the public stockpile of ${here}`;
    default:
      return `${readId(activity.kind)}: ${inSentence(readId(activity.id.replace(/^[^:]*:/, "").replaceAll(/[:@>]/g, " ")))}`;
  }
}

/** `recycle:recycle-magnet-scrap@JPN` → `magnet scrap` */
function recipeName(activity: ActivitySeries): string {
  const recipe = /^[^:]+:([^@:]+)@/.exec(activity.id)?.[1] ?? activity.commodity;
  const prefix = `${activity.kind}-`;
  return inSentence(readId(recipe.startsWith(prefix) ? recipe.slice(prefix.length) : recipe));
}

/** `permit:policy:defence:samarium-cobalt@JPN` → ` (defence, samarium cobalt, Japan)` */
function detail(id: string, names: Names): string {
  const [, , ...parts] = id.split(":");
  const words = parts.flatMap((part) => {
    const [name, country] = part.split("@");
    return [inSentence(readId(name!)), ...(country === undefined ? [] : [names.country(country)])];
  });
  return words.length > 0 ? ` (${words.join(", ")})` : "";
}
