import type { PortfolioChange } from "../planning/changes.ts";
import type { PlanReport } from "../planning/plan-report.ts";
import { listNames } from "./format.ts";
import { candidateTitle } from "./plan-words.ts";

/** `in comes A; out go B and C; more of D; less of E`: what another portfolio would be. */
export function changeWords(report: PlanReport, { adds, more, less, drops }: PortfolioChange): string {
  const parts = [
    [adds, adds.length === 1 ? "in comes" : "in come"],
    [drops, drops.length === 1 ? "out goes" : "out go"],
    [more, "more of"],
    [less, "less of"],
  ] as const;
  const said = parts.flatMap(([ids, verb]) =>
    ids.length === 0 ? [] : [`${verb} ${listNames(ids.map((id) => candidateTitle(report, id)))}`],
  );
  return said.length === 0 ? "the same measures" : said.join("; ");
}

/** The same for the same change. */
export function changeKey({ adds, more, less, drops }: PortfolioChange): string {
  return JSON.stringify([adds, more, less, drops]);
}
