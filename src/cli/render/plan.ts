import { listNames, monthLabel } from "../../charts/format.ts";
import { type KnownNames, namesFrom } from "../../charts/names.ts";
import { planAnswer } from "../../charts/plan-answer.ts";
import { flipTable } from "../../charts/plan-flips.ts";
import { robustLines } from "../../charts/plan-robustness.ts";
import { measureWords, splits } from "../../charts/plan-split.ts";
import { surenessRows } from "../../charts/plan-sureness.ts";
import { tailWords } from "../../charts/plan-words.ts";
import { notesOf, purseSentences } from "../../charts/plan-worth.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { costTable, madeTable, regretBlock, unitTable } from "./plan-change.ts";
import { agreementsBlock, frontierTable, portfolioTable, splitTable, usesTable, worthTable } from "./plan-tables.ts";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

export interface PlanRenderOptions extends RenderOptions {
  readonly names?: KnownNames;
}

/**
 * A plan for a terminal: the answer in sentences, the frontier, the portfolio, loss by partner and use, the split, regret,
 * what would change the answer, and how sure it is.
 */
export function renderPlan(report: PlanReport, options: PlanRenderOptions = {}): string {
  const width = options.width ?? 80;
  const names = namesFrom(options.names);
  const colours = paint(options.colour);
  const head = (title: string) => colours.bold(shorten(plain(title), width));
  const words = (text: string) => wrap(plain(text), width);
  const listed = (text: string) => wrap(plain(text), width - 2).map((line, i) => `${i === 0 ? "- " : "  "}${line}`);
  const blocks: string[][] = [
    [...words(report.title).map((line) => colours.bold(line)), colours.dim(shorten(plain(period(report)), width))],
    ...planAnswer(report).map(words),
    [
      head("What each budget leaves, USD (> chosen)"),
      ...frontierTable(report, options),
      ...words(frontierNote(report)),
    ],
    block(head("The portfolio (begins: median of its delay; USD as spent)"), [
      ...portfolioTable(report, options),
      ...purseSentences(report).flatMap((line) => listed(`${line}.`)),
    ]),
    block(head("What each is worth in it: USD saved by it in the simulation, discounted"), worthTable(report, options)),
    block(head("Expected loss by end use, USD of products not made"), usesTable(report, names, options)),
    ...splits(report).map((split) => [
      head(`Who pays and who gains, USD: ${measureWords(split)}`),
      splitTable(report, split, options),
    ]),
    block(
      head("What each agreement is worth: USD spared with what it holds, and without"),
      agreementsBlock(report, options),
    ),
    block(head("What each measure is worth to the plan, USD (> in the portfolio)"), madeTable(report, options)),
    block(head("What one more unit is worth at most, USD (> in the portfolio)"), unitTable(report, options)),
    block(head("Regret: USD worse than the best for that future (> least)"), regretBlock(report, options)),
    block(head("Portfolios within the gap of the best: what they hold"), robustLines(report).flatMap(listed)),
    block(head("What would change the answer"), flipLines(report).flatMap(listed)),
    block(head("What would change it by cost (> in the portfolio)"), costTable(report, options)),
    [
      head("How sure"),
      ...surenessRows(report).flatMap((r) => {
        const lines = listed(`${r.what}: ${r.found}; ${r.meaning}`);
        return r.good === false ? lines.map((line) => colours.red(line)) : lines;
      }),
    ],
    [...words(assumptionsLine(report)), ...notesOf(report).flatMap(listed)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** A titled block, or nothing where it has no lines. */
function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function period({ months, partners, futures }: PlanReport): string {
  return `${monthLabel(months[0]!)} – ${monthLabel(months.at(-1)!)}; ${partners.map((p) => p.title).join(", ")}; ${futures.length} ${futures.length === 1 ? "future" : "futures"}`;
}

function frontierNote(report: PlanReport): string {
  const isJudged = report.frontier.some((p) => p.judged !== null);
  const planning = `“Planning” is the surplus lost as the plan counts it, “worst” the mean of ${tailWords(report)} of futures, “missed” at most that share of all that could be saved`;
  return isJudged
    ? `${planning}; by the month simulation “avoids” is the surplus that is not lost, and “not made” the value of products that are not made.`
    : `${planning}.`;
}

function flipLines(report: PlanReport): string[] {
  const { changes, steady, note } = flipTable(report);
  if (report.flips.length === 0) return [];
  return [
    ...changes.map(
      ({ change, where }) => `${change[0]!.toUpperCase()}${change.slice(1)}: if ${where.join("; or if ")}`,
    ),
    ...(steady.length === 0 ? [] : [`The same at any probability: ${listNames(steady)}`]),
    note,
  ];
}

function assumptionsLine({ candidates, assumptions }: PlanReport): string {
  const assumed = candidates.filter((c) => c.status === "assumed").length;
  return `${assumed} of ${candidates.length} candidate measures ${assumed === 1 ? "has" : "have"} costs or dates that are assumed, and ${assumptions.length} more figures are (--json and --html name them all).`;
}
