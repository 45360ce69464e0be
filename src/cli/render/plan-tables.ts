import { listNames, monthLabel, usdAmount, usdAmountFine } from "../../charts/format.ts";
import type { Names } from "../../charts/names.ts";
import { frontierRows } from "../../charts/plan-frontier.ts";
import { beginMonth } from "../../charts/plan-gantt.ts";
import { agreementRows } from "../../charts/plan-split.ts";
import { planUses } from "../../charts/plan-uses.ts";
import { chosenIn, chosenPoint, partnerTitle, payersText, percentText, scaleText } from "../../charts/plan-words.ts";
import { planWorth, WORTH_NOTE, wholeWorth } from "../../charts/plan-worth.ts";
import type { PlanReport, SplitReport } from "../../planning/plan-report.ts";
import { type Column, table, tableAndLeftOut } from "./table.ts";
import { plain, type RenderOptions, wrap } from "./text.ts";

const right = (title: string, drop?: number): Column => ({
  title,
  align: "right",
  ...(drop === undefined ? {} : { drop }),
});

/** The frontier: for each budget what is spent and what it leaves, on average and in the tail; the chosen row is marked. */
export function frontierTable(report: PlanReport, options: RenderOptions): string[] {
  const rows = frontierRows(report);
  const isJudged = rows.some((r) => r.judged !== null);
  const columns = [
    { title: "budget" },
    right("spent"),
    right("avoids", 4),
    right("planning"),
    right("worst"),
    right("missed", 1),
    ...(isJudged ? [right("not made", 2), right("worst", 3)] : []),
  ];
  const clashes = rows
    .filter((r) => r.planning === null)
    .map((r) => `At ${r.multiple} no portfolio keeps: ${r.conflict.join("; ")}.`);
  const cells = rows.map((r) => [
    `${r.isChosen ? "> " : "  "}${r.multiple.padEnd(5)} ${r.budget.replace(/^USD\s/, "")}`,
    usdAmountFine(r.costUsd),
    r.avoidedUsd === null ? "–" : usdAmountFine(r.avoidedUsd),
    ...(r.planning === null
      ? ["–", "–", "none"]
      : [
          usdAmountFine(r.planning.expectedUsd),
          usdAmountFine(r.planning.tailUsd),
          r.missedShare === null ? "–" : percentText(r.missedShare),
        ]),
    ...(isJudged
      ? [r.judged, r.judged].map((j, i) => (j === null ? "–" : usdAmountFine(i === 0 ? j.expectedUsd : j.tailUsd)))
      : []),
  ]);
  return [table(columns, cells, options), ...clashes.flatMap((line) => wrap(plain(line), options.width ?? 80))];
}

/** The chosen portfolio: each measure, when it begins in the median of its delay, what it costs as spent and who pays; by start. */
export function portfolioTable(report: PlanReport, options: RenderOptions): string[] {
  const chosen = chosenIn(report, chosenPoint(report)).toSorted((a, b) =>
    beginMonth(a.candidate) < beginMonth(b.candidate) ? -1 : 1,
  );
  if (chosen.length === 0) return [];
  const columns = [
    { title: "measure" },
    { title: "begins" },
    right("scale", 2),
    right("USD"),
    { title: "paid by", drop: 1 },
  ];
  const rows = chosen.map((c) => [
    c.candidate.title,
    monthLabel(beginMonth(c.candidate)),
    scaleText(c),
    usdAmount(c.candidate.costUsd * c.scale),
    payersText(report, c).replaceAll(/USD\s/g, ""),
  ]);
  return tableAndLeftOut(columns, rows, options);
}

/** What each measure of the portfolio costs and saves; USD in the money of the first month. */
export function worthTable(report: PlanReport, options: RenderOptions): string[] {
  const rows = planWorth(report);
  if (rows.length === 0) return [];
  const columns = [
    { title: "without it" },
    right("cost"),
    right("surplus"),
    right("products"),
    { title: "covered by", drop: 1 },
  ];
  const whole = wholeWorth(report);
  const cells = [...rows, ...(whole === null ? [] : [whole])].map((r) => [
    r.together === "" ? r.title : `* ${r.title}`,
    usdAmountFine(r.costUsd),
    usdAmountFine(r.surplusUsd),
    usdAmountFine(r.productsUsd),
    r.covers,
  ]);
  const together = rows.filter((r) => r.together !== "").map((r) => `${r.title}: ${r.together}`);
  const said = [
    ...(together.length > 0 ? [`* goes with what needs it. ${together.join("; ")}.`] : []),
    ...(rows.length > 1 ? [WORTH_NOTE] : []),
  ];
  return [table(columns, cells, options), ...said.flatMap((line) => wrap(plain(line), options.width ?? 80))];
}

/** Expected loss by partner and end use, without a measure and with the portfolio. */
export function usesTable(report: PlanReport, names: Names, options: RenderOptions): string[] {
  const { rows, spared } = planUses(report, names, 10);
  const columns = [{ title: "end use" }, { title: "partner" }, right("without"), right("with"), right("spared", 1)];
  const cells = rows.map((r) => [
    r.name,
    r.partner,
    usdAmountFine(r.withoutUsd),
    usdAmountFine(r.withUsd),
    r.withoutUsd >= 1 ? percentText((r.withoutUsd - r.withUsd) / r.withoutUsd) : "–",
  ]);
  const rest = spared > 0 ? [`${spared} more ${spared === 1 ? "loses" : "lose"} nothing either way.`] : [];
  return [...(rows.length === 0 ? [] : [table(columns, cells, options)]), ...rest];
}

/** What each partner pays and gets, inside, alone and outside. */
export function splitTable(report: PlanReport, split: SplitReport, options: RenderOptions): string {
  const columns = [
    { title: "partner" },
    right("pays"),
    right("spared"),
    right("net"),
    right("fair net", 1),
    right("alone", 3),
    right("outside", 2),
    { title: "better off" },
  ];
  const rows = split.partners.map((p) => [
    partnerTitle(report, p.partner),
    ...[p.costUsd, p.benefitUsd, p.netUsd, p.shapleyUsd, p.aloneUsd, p.outsideUsd].map(usdAmount),
    p.betterInside ? "inside" : "outside",
  ]);
  return table(columns, rows, options);
}

/** What each partner is spared with what an agreement holds and without it, in each count; agreements that move nothing by name. */
export function agreementsBlock(report: PlanReport, options: RenderOptions): string[] {
  const rows = agreementRows(report);
  const moving = rows.filter((r) => !r.isIdle);
  const idle = [...new Set(rows.filter((r) => r.isIdle).map((r) => r.title))];
  const columns = [
    { title: "agreement" },
    { title: "partner" },
    ...(moving[0]?.counts ?? []).flatMap(({ words }, i) => [
      right(words.replace(/^users’ /, ""), i),
      right("without", i),
    ]),
  ];
  const cells = moving.map((r, i) => [
    r.agreement === moving[i - 1]?.agreement ? "" : r.title,
    r.partner,
    ...r.counts.flatMap((c) => [usdAmountFine(c.withUsd), usdAmountFine(c.withoutUsd)]),
  ]);
  const rest =
    idle.length === 0 ? [] : wrap(plain(`Nothing in the portfolio hangs on ${listNames(idle)}.`), options.width ?? 80);
  return [...(moving.length === 0 ? [] : [table(columns, cells, options)]), ...rest];
}
