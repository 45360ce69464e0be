import { costFactorTable } from "../../charts/plan-costs.ts";
import { type MarginalRow, marginalWords, planMade, planMarginal } from "../../charts/plan-marginal.ts";
import { leastRegretWords, type RegretRow, regretTable } from "../../charts/plan-regret.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { type Column, table, tableAndLeftOut } from "./table.ts";
import { plain, type RenderOptions, wrap } from "./text.ts";

const LEAST_TITLE = 30;
const YEAR_COLUMN = 9;
const ROWS = 12;

const right = (title: string, drop?: number): Column => ({
  title,
  align: "right",
  ...(drop === undefined ? {} : { drop }),
});
const words = (text: string, { width = 80 }: RenderOptions) => (text === "" ? [] : wrap(plain(text), width));
const amount = (text: string) => text.replace(/^USD\s/, "");

/** What each measure makes of the objective: without it, where it is chosen, and with it, where it is not. */
export function madeTable(report: PlanReport, options: RenderOptions): string[] {
  const { rows, without } = planMade(report);
  if (rows.length === 0) return [];
  const less = rows.length - ROWS;
  return [
    valueTable(report, "measure", rows.slice(0, ROWS), options),
    ...rows.slice(0, ROWS).flatMap(({ title, note }) => (note === "" ? [] : words(`${title}: ${note}.`, options))),
    ...words(
      [
        ...(less > 0 ? [`${less} more are worth less for a dollar (--json has them).`] : []),
        ...(without > 0 ? [`${without} more ${without === 1 ? "is" : "are"} worth nothing beside the portfolio.`] : []),
        marginalWords(report),
      ].join(" "),
      options,
    ),
  ];
}

/** One more unit of what can be sized. */
export function unitTable(report: PlanReport, options: RenderOptions): string[] {
  const { rows, without } = planMarginal(report);
  if (rows.length === 0) return [];
  const units = [...new Set(rows.map(({ note }) => note))];
  const less = without > 0 ? [`One more unit of ${without} more is worth nothing.`] : [];
  return [
    ...units.flatMap((unit) => [
      valueTable(report, unit, rows.filter(({ note }) => note === unit), options), // biome-ignore format: a table
    ]),
    ...less,
  ];
}

/** Values by year where there is room, else with the year in which they are largest. */
function valueTable(report: PlanReport, head: string, rows: readonly MarginalRow[], options: RenderOptions): string {
  const hasRoom = (options.width ?? 80) - 29 - YEAR_COLUMN * report.years.length >= LEAST_TITLE;
  const columns = [
    { title: head },
    ...(hasRoom ? report.years.map((year) => right(String(year))) : [right("most in", 1)]),
    right("worth"),
    right("costs"),
    right("per USD"),
  ];
  const cells = rows.map((r) => [
    `${r.isChosen ? "> " : "  "}${r.title}`,
    ...(hasRoom ? r.cells.map((c) => c.text) : [r.peakYear === null ? "–" : String(r.peakYear)]),
    amount(r.worth),
    amount(r.cost),
    r.perUsd,
  ]);
  return table(columns, cells, options);
}

/** At which costs the answer changes. */
export function costTable(report: PlanReport, options: RenderOptions): string[] {
  const { rows, notes } = costFactorTable(report);
  if (rows.length === 0) return [];
  const columns = [{ title: "measure" }, { title: "what changes" }, right("at USD", 2), right("range of its cost", 1)];
  const cells = rows.map((r) => [
    `${r.isChosen ? "> " : "  "}${r.title}`,
    r.at,
    `${r.isWithinRange ? "! " : ""}${r.atUsd}`,
    r.range,
  ]);
  const rest = [...(rows.some((r) => r.isWithinRange) ? ["! = within the range of its cost."] : []), ...notes];
  return [table(columns, cells, options), ...words(rest.join(" "), options)];
}

/** How much worse each portfolio is than the best one of a future; budgets that buy the same share a column. */
export function regretBlock(report: PlanReport, options: RenderOptions): string[] {
  const { futures, rows, richer } = regretTable(report);
  const block = (shown: readonly RegretRow[], last: readonly string[][]) => {
    const columns = [
      { title: "if this comes, budget" },
      ...shown.map((r, i) => right(r.label.replace(/^budget /, ""), shown.length - i)),
    ];
    const cells = futures.map((future, i) => [future, ...shown.map((r) => r.cells[i]!.text)]);
    return tableAndLeftOut(columns, [...cells, ...last], options);
  };
  const worst = ["at worst", ...rows.map((r) => `${r.isLeast ? "> " : ""}${amount(r.worst)}`)];
  const proven = ["proven: at most", ...rows.map((r) => amount(r.proven))];
  return [
    ...(rows.length === 0 ? [] : block(rows, [worst, proven])),
    ...(richer.length === 0
      ? []
      : [
          ...words("With more money than the plan has, against the same best (below 0: better):", options),
          ...block(richer, []),
        ]),
    ...words(leastRegretWords(report), options),
  ];
}
