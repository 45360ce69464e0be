import type { PlanReport } from "../planning/plan-report.ts";
import { listNames, usdFine } from "./format.ts";
import { candidateTitle, chosenPoint } from "./plan-words.ts";

/** What a measure of the portfolio costs and saves, held against the same portfolio without it. */
export interface PlanWorthRow {
  readonly title: string;
  /** what goes with it, since it needs it; empty = nothing */
  readonly together: string;
  readonly costUsd: number;
  readonly surplusUsd: number;
  readonly productsUsd: number;
  readonly covers: "surplus" | "products" | "neither";
}

/** Measures of the chosen portfolio by what they are worth in products, the most first. */
export function planWorth(report: PlanReport): PlanWorthRow[] {
  return report.worth
    .map((w) => ({
      title: candidateTitle(report, w.candidate),
      together: w.needing.length === 0 ? "" : `with ${listNames(w.needing.map((id) => candidateTitle(report, id)))}`,
      costUsd: w.costUsd,
      surplusUsd: w.surplusAvoidedUsd,
      productsUsd: w.productsSavedUsd,
      covers: w.covers,
    }))
    .toSorted((a, b) => b.productsUsd - a.productsUsd || (a.title < b.title ? -1 : 1));
}

/** The whole portfolio against no measure at all, in a last row; null where nothing is chosen. */
export function wholeWorth(report: PlanReport): PlanWorthRow | null {
  const { worth } = chosenPoint(report);
  if (worth === null) return null;
  return {
    title: "The whole portfolio",
    together: "",
    costUsd: worth.costUsd,
    surplusUsd: worth.surplusAvoidedUsd,
    productsUsd: worth.productsSavedUsd,
    covers: worth.covers,
  };
}

/** Why the rows of measures are no parts of the whole. */
export const WORTH_NOTE =
  "Rows do not add up to the whole: each is the portfolio against the same without that measure and what needs it, and measures need each other or do each other’s job.";

/** What budgets count for a chosen stockpile or floor beside what it is expected to pay. */
export function purseSentences(report: PlanReport): string[] {
  return report.purses.map(({ candidate, chargedUsd, expectedUsd }) => {
    const paid = expectedUsd < 0 ? `to earn ${usdFine(-expectedUsd)}` : `to pay ${usdFine(expectedUsd)}`;
    return `${candidateTitle(report, candidate)}: budgets count ${usdFine(chargedUsd)}; the simulation expects it ${paid}, bought less sold`;
  });
}

/** The notes of a report less what the answer says already. */
export function notesOf(report: PlanReport): string[] {
  const { worth } = chosenPoint(report);
  return report.notes.filter((note) => worth === null || !note.endsWith(worth.words));
}
