import type { PlanReport } from "../planning/plan-report.ts";
import { listNames } from "./format.ts";
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

/** The notes of a report less what the answer says already. */
export function notesOf(report: PlanReport): string[] {
  const { worth } = chosenPoint(report);
  return report.notes.filter((note) => worth === null || !note.endsWith(worth.words));
}
