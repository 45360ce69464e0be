import type { PlanReport } from "../planning/plan-report.ts";
import { count, listNames, usd, usdFine } from "./format.ts";
import { withArticle } from "./names.ts";
import { measureWords, moneySplit } from "./plan-split.ts";
import {
  type Chosen,
  candidateTitle,
  chosenIn,
  chosenPoint,
  partnerTitle,
  samePortfolio,
  scaleText,
  tailWords,
} from "./plan-words.ts";

const NAMED_AT_MOST = 6;
const SMALLEST_GAP = 1e-4;

/** The answer of a plan in sentences: what to choose, what it leaves of the loss, for whom, and how sure that is. */
export function planAnswer(report: PlanReport): string[] {
  const two = [choiceSentence(report), lossSentence(report)];
  return chosenPoint(report).planning === null
    ? two
    : [
        ...two,
        ...worthSentences(report),
        ...warningSentences(report),
        ...splitSentences(report),
        surenessSentence(report),
        ...(report.neighbours ? [report.neighbours.words] : []),
      ];
}

function choiceSentence(report: PlanReport): string {
  const point = chosenPoint(report);
  if (point.planning === null) return `With ${usd(point.budgetUsd)} (${yearsText(report)}) nothing can be chosen.`;
  const chosen = chosenIn(report, point);
  const budget = `With ${usd(point.budgetUsd)} (${yearsText(report)})`;
  if (chosen.length === 0) return `${budget}, no measure on the list makes it better.`;
  const byCost = chosen.toSorted((a, b) => b.candidate.costUsd * b.scale - a.candidate.costUsd * a.scale);
  const named = byCost.slice(0, chosen.length > NAMED_AT_MOST ? NAMED_AT_MOST - 1 : NAMED_AT_MOST).map(nameOf);
  const rest = chosen.length - named.length;
  const what = rest === 0 ? listNames(named) : `${named.join("; ")}; and ${count(rest, "more measure")}`;
  return `${budget}, choose ${what}: ${usd(point.costUsd)} of public money.${moreMoney(report)}`;
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

function lossSentence(report: PlanReport): string {
  const { judged, planning, difference, conflict } = chosenPoint(report);
  if (planning === null) return `No portfolio keeps what the plan asks for: ${listNames(conflict)}.`;
  const worst = `in ${tailWords(report)} of futures`;
  const avoided = difference?.planningAvoidedUsd;
  const planned =
    avoided === undefined
      ? `It leaves a loss of ${usdFine(planning.expectedLossUsd)} on average, ${usdFine(planning.tailLossUsd)} ${worst}, as the plan counts it (surplus lost in the markets).`
      : `It leaves ${usdFine(planning.expectedLossUsd)} of a loss of ${usdFine(planning.expectedLossUsd + avoided)} on average${less(planning.expectedLossUsd + avoided, planning.expectedLossUsd)}, ${usdFine(planning.tailLossUsd)} ${worst}, as the plan counts it (surplus lost in the markets).`;
  if (judged === null) return `${planned} The month simulation has not judged it.`;
  const before = report.nothing;
  return `${planned} Products worth ${usdFine(judged.expectedLossUsd)} instead of ${usdFine(before.expectedLossUsd)} are not made${less(before.expectedLossUsd, judged.expectedLossUsd)}, ${worst} ${usdFine(judged.tailLossUsd)} instead of ${usdFine(before.tailLossUsd)}.`;
}

/** ` (71 % less)`: nothing where there is nothing to compare. */
function less(before: number, after: number): string {
  if (!(before > 0) || before === after) return "";
  return ` (${percentText(Math.abs(before - after) / before)} ${after < before ? "less" : "more"})`;
}

/** Whether what the portfolio avoids covers what it costs, in surplus and in products. */
function worthSentences(report: PlanReport): string[] {
  const { worth } = chosenPoint(report);
  if (worth === null) return [];
  const { costUsd, surplusAvoidedUsd: surplus, productsSavedUsd: products, covers } = worth;
  const made = products >= 0 ? `products worth ${usd(products)} more` : `products worth ${usd(-products)} less`;
  const cost = `the ${usd(costUsd)} it costs in today’s money`;
  const verdict = {
    surplus: `the surplus alone covers ${cost}`,
    products: `the products cover ${cost}, the surplus does not`,
    neither: `neither covers ${cost}`,
  }[covers];
  return [`By the month simulation it avoids ${usd(surplus)} of surplus lost and lets ${made} be made: ${verdict}.`];
}

/** Which measures of the portfolio cover their cost by nothing, or leave less to be made than without them. */
function warningSentences(report: PlanReport): string[] {
  const title = (w: PlanReport["worth"][number]) => candidateTitle(report, w.candidate);
  const harmful = report.worth.filter((w) => w.productsSavedUsd < 0);
  const poor = report.worth.filter((w) => w.covers === "neither" && w.productsSavedUsd >= 0);
  return [
    ...harmful.map(
      (w) =>
        `With ${title(w)} products worth ${usd(-w.productsSavedUsd)} less can be made than without it, by the month simulation.`,
    ),
    ...(poor.length === 0
      ? []
      : [
          `By the month simulation neither surplus nor products cover what ${listNames(poor.map(title))} ${poor.length === 1 ? "costs" : "cost"}.`,
        ]),
  ];
}

function splitSentences(report: PlanReport): string[] {
  const split = moneySplit(report);
  if (split === null || split.partners.length < 2 || chosenIn(report, chosenPoint(report)).length === 0) return [];
  const each = split.partners.map((p) => {
    const spared = p.benefitUsd >= 0 ? `is spared ${usd(p.benefitUsd)}` : `loses ${usd(-p.benefitUsd)} more`;
    return `${withArticle(partnerTitle(report, p.partner))} pays ${p.costUsd < 1 ? "nothing" : usd(p.costUsd)} and ${spared}`;
  });
  const outside = split.partners
    .filter((p) => !p.betterInside)
    .map((p) => withArticle(partnerTitle(report, p.partner)));
  const verdict =
    outside.length === 0
      ? "Each is better off inside than outside."
      : outside.length === split.partners.length
        ? `Each would be better off outside while the other${split.partners.length === 2 ? " goes" : "s go"} on.`
        : `${capital(listNames(outside))} ${outside.length === 1 ? "is" : "are"} better off outside while ${split.partners.length === 2 ? "the other goes" : "the others go"} on.`;
  return [`${capital(each.join("; "))} (${measureWords(split)}). ${verdict}`];
}

function surenessSentence(report: PlanReport): string {
  const { sureness, gapShare } = report;
  const gap = percentText(sureness.gapShare);
  const proof =
    sureness.gapShare < SMALLEST_GAP
      ? "It is proven, to a hundredth of a per cent, that no other portfolio within the budgets has a lower planning objective"
      : sureness.gapShare <= gapShare + 1e-12
        ? `It is proven that no other portfolio within the budgets has a planning objective more than ${gap} lower`
        : `The search ended before the proof: another portfolio may have a planning objective up to ${gap} lower`;
  const { difference } = chosenPoint(report);
  const missed = missedWords(report);
  const sure = missed === "" ? `${proof}.` : `${missed}: ${proof[0]!.toLowerCase()}${proof.slice(1)}.`;
  return difference === null ? sure : `${sure} ${difference.words}`;
}

/** How much of what can be saved at all may be missed: the gap itself is small where most of the loss cannot be avoided. */
export function missedWords(report: PlanReport): string {
  const share = chosenPoint(report).planning?.missedShare ?? null;
  if (share === null || share < SMALLEST_GAP) return "";
  return `It may miss at most ${percentText(share)} of what any portfolio could save`;
}

/** `0.8 %`: one digit more than elsewhere, since a gap is small. */
export function percentText(share: number): string {
  const size = Math.abs(share) * 100;
  if (size > 0 && size < 0.005) return `<0.01\u00a0%`;
  const digits = size >= 9.95 ? 0 : size >= 0.0995 ? 1 : size === 0 ? 0 : 2;
  return `${share < 0 ? "\u2212" : ""}${size.toFixed(digits)}\u00a0%`;
}

function yearsText({ years }: PlanReport): string {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
}

function capital(text: string): string {
  return text === "" ? text : text[0]!.toUpperCase() + text.slice(1);
}
