import type { PlanReport } from "../planning/plan-report.ts";
import { count, listNames, monthLabel, usd, usdFine } from "./format.ts";
import { withArticle } from "./names.ts";
import { agreementWords, splitWords } from "./plan-answer-split.ts";
import {
  type Chosen,
  candidateTitle,
  chosenIn,
  chosenPoint,
  percentText,
  samePortfolio,
  scaleText,
  tailWords,
} from "./plan-words.ts";

const NAMED_AT_MOST = 6;
const SMALLEST_GAP = 1e-4;

/**
 * The answer of a plan in five short paragraphs at most: what to choose and what it costs, what it leaves of the loss and
 * for whom, what that is worth, who pays and gains, and how sure it is. Sums are discounted unless they say otherwise.
 */
export function planAnswer(report: PlanReport): string[] {
  const two = [choiceSentence(report), lossSentences(report)];
  if (chosenPoint(report).planning === null) return two;
  const split = [splitWords(report), agreementWords(report)].filter((words) => words !== "").join(" ");
  return [...two, worthSentences(report), split, surenessSentences(report)].filter((words) => words !== "");
}

function choiceSentence(report: PlanReport): string {
  const point = chosenPoint(report);
  const budget = `With ${usd(point.budgetUsd)} (${yearsText(report)})`;
  if (point.planning === null) return `${budget} nothing can be chosen.`;
  const chosen = chosenIn(report, point);
  if (chosen.length === 0) return `${budget}, no measure on the list makes it better.`;
  const byCost = chosen.toSorted((a, b) => b.candidate.costUsd * b.scale - a.candidate.costUsd * a.scale);
  const named = byCost.slice(0, chosen.length > NAMED_AT_MOST ? NAMED_AT_MOST - 1 : NAMED_AT_MOST).map(nameOf);
  const rest = chosen.length - named.length;
  const what = rest === 0 ? listNames(named) : `${named.join("; ")}; and ${count(rest, "more measure")}`;
  return `${budget}, choose ${what}: ${costWords(report)}.${moreMoney(report)}`;
}

/** The cost as it is spent and, where that reads differently, discounted as all other sums are. */
function costWords(report: PlanReport): string {
  const { costUsd, worth } = chosenPoint(report);
  const spent = usdFine(costUsd);
  const discounted = worth === null ? spent : usdFine(worth.costUsd);
  return discounted === spent
    ? `${spent} of public money`
    : `${spent} of public money as spent (${discounted} discounted to ${monthLabel(report.months[0]!)}, as sums below are)`;
}

/** Whether a larger or a smaller budget of the frontier buys just the same. */
function moreMoney({ frontier, chosen }: PlanReport): string {
  const same = frontier.filter((p) => p.planning !== null && samePortfolio(p, frontier[chosen]!));
  const least = same[0]!;
  const isMost = frontier.length - 1 === chosen;
  if (!isMost && same.at(-1) === frontier.at(-1)) {
    const from =
      least === frontier[chosen] ? "More money" : `The same is bought with ${usd(least.budgetUsd)}; more money`;
    return ` ${from} buys no better portfolio.`;
  }
  return least === frontier[chosen] ? "" : ` The same is bought with ${usd(least.budgetUsd)}.`;
}

function nameOf(chosen: Chosen): string {
  const scale = scaleText(chosen);
  return scale === "full" ? chosen.candidate.title : `${chosen.candidate.title} (at ${scale})`;
}

/** What everybody in the markets loses as the plan counts it, and beside it the partners' part by the simulation. */
function lossSentences(report: PlanReport): string {
  const { judged, planning, difference, conflict } = chosenPoint(report);
  if (planning === null) return `No portfolio keeps what the plan asks for: ${listNames(conflict)}.`;
  const worst = `in ${tailWords(report)} of futures`;
  const before = difference === null ? null : planning.expectedLossUsd + difference.planningAvoidedUsd;
  const instead =
    before === null
      ? " on average"
      : ` instead of ${usdFine(before)} on average${less(before, planning.expectedLossUsd)}`;
  const planned = `Everybody in these markets together then loses ${usdFine(planning.expectedLossUsd)} of surplus${instead}, ${usdFine(planning.tailLossUsd)} ${worst}, as the plan counts it.`;
  if (judged === null) return `${planned} The month simulation has not judged it.`;
  const { nothing } = report;
  const partners = listNames(report.partners.map((p) => withArticle(p.title)));
  return `${planned} Users in ${partners} lose ${usdFine(judged.surplusLostUsd)} instead of ${usdFine(nothing.surplusLostUsd)} by the month simulation; products of theirs worth ${usdFine(judged.expectedLossUsd)} instead of ${usdFine(nothing.expectedLossUsd)} are not made${less(nothing.expectedLossUsd, judged.expectedLossUsd)}, ${worst} ${usdFine(judged.tailLossUsd)} instead of ${usdFine(nothing.tailLossUsd)}.`;
}

/** ` (71 % less)`: nothing where there is nothing to compare, or where a loss turned into a gain. */
function less(before: number, after: number): string {
  if (!(before > 0) || after < 0 || before === after) return "";
  return ` (${percentText(Math.abs(before - after) / before)} ${after < before ? "less" : "more"})`;
}

/** Whether what the portfolio avoids covers what it costs, which measures do not, and what decides. */
function worthSentences(report: PlanReport): string {
  const { worth, difference } = chosenPoint(report);
  if (worth === null) return "";
  const { surplusAvoidedUsd: surplus, productsSavedUsd: products, covers } = worth;
  const made = `products worth ${usdFine(Math.abs(products))} ${products >= 0 ? "more" : "less"}`;
  const verdict = {
    surplus: "the surplus alone covers its cost",
    products: "the products cover its cost, the surplus does not",
    neither: "neither covers its cost",
  }[covers];
  const planned =
    difference === null
      ? ""
      : ` (${difference.share === null ? "" : `${percentText(Math.abs(difference.share))} ${difference.share < 0 ? "less" : "more"} than `}the ${usdFine(difference.planningAvoidedUsd)} that the plan counts)`;
  return [
    `By the month simulation it avoids ${usdFine(surplus)} of surplus lost${planned} and lets ${made} be made: ${verdict}.`,
    ...(report.objective.costWeight === 0
      ? ["Budgets, not worth, decide what is chosen: cost is not weighed against loss (costWeight 0)."]
      : []),
    ...warningSentences(report),
  ].join(" ");
}

/** Which measures of the portfolio leave less to be made than without them, or cover their cost by nothing. */
function warningSentences(report: PlanReport): string[] {
  const title = (w: PlanReport["worth"][number]) => candidateTitle(report, w.candidate);
  const harmful = report.worth
    .filter((w) => w.productsSavedUsd < 0)
    .toSorted((a, b) => a.productsSavedUsd - b.productsSavedUsd)
    .map((w) => `${title(w)} (${usdFine(-w.productsSavedUsd)})`);
  const poor = report.worth.filter((w) => w.covers === "neither" && w.productsSavedUsd >= 0).map(title);
  return [
    ...(harmful.length === 0 ? [] : [`Fewer products can be made with than without ${listNames(harmful)}.`]),
    ...(poor.length === 0
      ? []
      : [`Neither surplus nor products cover what ${listNames(poor)} ${poor.length === 1 ? "costs" : "cost"}.`]),
  ];
}

/** The proof, and beside it what the month simulation prefers, which is none. */
function surenessSentences(report: PlanReport): string {
  const { sureness, gapShare } = report;
  const gap = percentText(sureness.gapShare);
  const proof =
    sureness.gapShare < SMALLEST_GAP
      ? "It is proven, to a hundredth of a per cent, that no other portfolio within the budgets has a lower planning objective"
      : sureness.gapShare <= gapShare + 1e-12
        ? `It is proven that no other portfolio within the budgets has a planning objective more than ${gap} lower`
        : `The search ended before the proof: another portfolio may have a planning objective up to ${gap} lower`;
  const missed = missedWords(report);
  const sure = missed === "" ? `${proof}.` : `${missed}: ${proof[0]!.toLowerCase()}${proof.slice(1)}.`;
  return [sure, ...neighbourSentence(report)].join(" ");
}

/** How much of what can be saved at all may be missed: the gap itself is small where most of the loss cannot be avoided. */
export function missedWords(report: PlanReport): string {
  const share = chosenPoint(report).planning?.missedShare ?? null;
  if (share === null || share < SMALLEST_GAP) return "";
  return `It may miss at most ${percentText(share)} of what any portfolio could save`;
}

function neighbourSentence(report: PlanReport): string[] {
  const { neighbours } = report;
  if (neighbours === null) return [];
  if (neighbours.preferred === null) return [neighbours.words];
  const { preferred } = neighbours;
  const { adds, drops, costUsd, surplusAvoidedUsd: surplus, productsSavedUsd: products } = preferred;
  const scaleOf = (scales: readonly number[], id: string) =>
    scales[report.candidates.findIndex((c) => c.id === id)] ?? 0;
  const titles = (ids: readonly string[], before: readonly number[], sized: string) =>
    listNames(ids.map((id) => `${scaleOf(before, id) > 0 ? sized : ""}${candidateTitle(report, id)}`));
  const here = chosenPoint(report).scales;
  const change = [
    ...(adds.length > 0 ? [`with ${titles(adds, here, "more of ")}`] : []),
    ...(drops.length > 0 ? [`without ${titles(drops, preferred.scales, "a part of ")}`] : []),
  ].join(" and ");
  const cost =
    Math.abs(costUsd) < 1 ? "at the same cost" : `for ${usdFine(Math.abs(costUsd))} ${costUsd > 0 ? "more" : "less"}`;
  return [
    `The month simulation prefers it ${change}: ${usdFine(Math.abs(surplus))} ${surplus >= 0 ? "less" : "more"} surplus lost and products worth ${usdFine(Math.abs(products))} ${products >= 0 ? "more" : "less"}, ${cost} (the best of ${neighbours.tried} tried one measure away; ${neighbours.possible} keep the rules; not proven).`,
  ];
}

function yearsText({ years }: PlanReport): string {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
}
