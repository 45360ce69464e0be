import { sheetField } from "../dataset/index.ts";
import type { Judged, PlanReport } from "./plan-report.ts";

type Row = readonly [
  section: string,
  portfolio: string,
  name: string,
  partner: string,
  year: string | number,
  value: number | string | null,
  unit: string,
];

/**
 * A plan's report as one long table: section, portfolio, name, partner, year, value, unit. `portfolio` is the budget
 * multiple it belongs to (empty = the plan as a whole); unknown values are empty. Quotes what needs quoting (RFC 4180).
 */
export function planCsv(report: PlanReport): string {
  const rows = [
    ...candidateRows(report),
    ...judgedRows("nothing", "0 measures", report.nothing),
    ["planning-expected-loss", "0 measures", "", "", "", report.planningNothing.expectedLossUsd, "USD"] as const,
    ["planning-tail-loss", "0 measures", "", "", "", report.planningNothing.tailLossUsd, "USD"] as const,
    ...report.frontier.flatMap((_, i) => frontierRows(report, i)),
    ...useRows(report),
    ...worthRows(report),
    ...report.purses.flatMap(({ candidate, chargedUsd, expectedUsd }): Row[] => [
      ["purse-charged", chosenOf(report), candidate, "", "", chargedUsd, "USD"],
      ["purse-expected", chosenOf(report), candidate, "", "", expectedUsd, "USD"],
    ]),
    ...ganttRows(report),
    ...marginalRows(report),
    ...splitRows(report),
    ...regretRows(report),
    ...choiceRows(report),
  ];
  const lines = rows.map((row) => row.map((cell) => cellText(cell)).join(","));
  return `${["section,portfolio,name,partner,year,value,unit", ...lines].join("\n")}\n`;
}

function cellText(cell: string | number | null): string {
  if (cell === null) return "";
  return typeof cell === "number" ? `${cell}` : sheetField(cell);
}

const portfolioOf = (budgetMultiple: number) => `${budgetMultiple}`;
const chosenOf = ({ frontier, chosen }: PlanReport) => portfolioOf(frontier[chosen]!.budgetMultiple);

function candidateRows({ candidates }: PlanReport): Row[] {
  return candidates.flatMap(({ id, costRangeUsd, payers }): Row[] => [
    ...payers.map(({ partner, usd }): Row => ["candidate-cost", "", id, partner, "", usd, "USD"]),
    ["candidate-cost-low", "", id, "", "", costRangeUsd.low, "USD"],
    ["candidate-cost-high", "", id, "", "", costRangeUsd.high, "USD"],
  ]);
}

function judgedRows(section: string, portfolio: string, judged: Judged): Row[] {
  return [
    [`${section}-expected-loss`, portfolio, "", "", "", judged.expectedLossUsd, "USD"],
    [`${section}-tail-loss`, portfolio, "", "", "", judged.tailLossUsd, "USD"],
    [`${section}-extra-bill`, portfolio, "", "", "", judged.extraBillUsd, "USD"],
    [`${section}-surplus-lost`, portfolio, "", "", "", judged.surplusLostUsd, "USD"],
    [`${section}-paid`, portfolio, "", "", "", judged.paidUsd, "USD"],
    ...judged.byPartner.flatMap(({ partner, expectedLossUsd, tailLossUsd, extraBillUsd }): Row[] => [
      [`${section}-expected-loss`, portfolio, "", partner, "", expectedLossUsd, "USD"],
      [`${section}-tail-loss`, portfolio, "", partner, "", tailLossUsd, "USD"],
      [`${section}-extra-bill`, portfolio, "", partner, "", extraBillUsd, "USD"],
    ]),
    ...judged.byFuture.map(
      ({ future, expectedLossUsd }): Row => [
        `${section}-loss-in-future`,
        portfolio,
        future,
        "",
        "",
        expectedLossUsd,
        "USD",
      ],
    ),
  ];
}

function frontierRows({ candidates, frontier }: PlanReport, i: number): Row[] {
  const point = frontier[i]!;
  const portfolio = portfolioOf(point.budgetMultiple);
  const { planning, judged, difference, worth } = point;
  return [
    ["budget", portfolio, "", "", "", point.budgetUsd, "USD"],
    ["cost", portfolio, "", "", "", planning ? point.costUsd : null, "USD"],
    ...point.costByYearUsd.map(({ partner, year, usd }): Row => ["cost", portfolio, "", partner, year, usd, "USD"]),
    ...point.conflict.map((words): Row => ["conflict", portfolio, words, "", "", null, ""]),
    ...(planning
      ? [
          ...candidates.map(({ id }, k): Row => ["scale", portfolio, id, "", "", point.scales[k]!, "1"]),
          ["planning-expected-loss", portfolio, "", "", "", planning.expectedLossUsd, "USD"] as const,
          ["planning-tail-loss", portfolio, "", "", "", planning.tailLossUsd, "USD"] as const,
          ["objective", portfolio, "", "", "", planning.objectiveUsd, "USD"] as const,
          ["lower-bound", portfolio, "", "", "", planning.lowerBoundUsd, "USD"] as const,
          ["gap", portfolio, "", "", "", planning.gapShare, "share"] as const,
          ["missed", portfolio, "", "", "", planning.missedShare, "share"] as const,
        ]
      : []),
    ...(judged ? judgedRows("judged", portfolio, judged) : []),
    ...(difference
      ? [
          ["planning-avoided", portfolio, "", "", "", difference.planningAvoidedUsd, "USD"] as const,
          ["simulated-avoided", portfolio, "", "", "", difference.simulatedAvoidedUsd, "USD"] as const,
        ]
      : []),
    ...(worth ? [["products-saved", portfolio, "", "", "", worth.productsSavedUsd, "USD"] as const] : []),
  ];
}

function useRows(report: PlanReport): Row[] {
  return report.byUse.flatMap(({ partner, use, withoutUsd, withUsd, demandUsd }): Row[] => [
    ["use-demand", "", use, partner, "", demandUsd, "USD"],
    ["use-loss", "0 measures", use, partner, "", withoutUsd, "USD"],
    ["use-loss", chosenOf(report), use, partner, "", withUsd, "USD"],
  ]);
}

function worthRows(report: PlanReport): Row[] {
  const portfolio = chosenOf(report);
  return report.worth.flatMap(({ candidate, costUsd, surplusAvoidedUsd, productsSavedUsd }): Row[] => [
    ["worth-cost", portfolio, candidate, "", "", costUsd, "USD"],
    ["worth-surplus-avoided", portfolio, candidate, "", "", surplusAvoidedUsd, "USD"],
    ["worth-products-saved", portfolio, candidate, "", "", productsSavedUsd, "USD"],
  ]);
}

function ganttRows(report: PlanReport): Row[] {
  const portfolio = chosenOf(report);
  return report.gantt.flatMap(({ candidate, scale: _, ...dates }): Row[] =>
    Object.entries(dates).map(([what, date]): Row => {
      const section = what.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return [`gantt-${section}`, portfolio, candidate, "", date === null ? "" : date.slice(0, 4), date, "date"];
    }),
  );
}

function marginalRows(report: PlanReport): Row[] {
  const portfolio = chosenOf(report);
  const years = (section: string, candidate: string, byYearUsd: readonly (number | null)[], unit: string) =>
    byYearUsd.map((usd, y): Row => [section, portfolio, candidate, "", report.years[y]!, usd, unit]);
  return [
    ...report.withAndWithout.flatMap(({ candidate, of, worthUsd, costUsd, byYearUsd, together, instead }): Row[] => [
      [`value-of-${of}`, portfolio, candidate, "", "", worthUsd, "USD"],
      ...years(`value-of-${of}`, candidate, byYearUsd ?? [], "USD"),
      [`cost-of-${of}`, portfolio, candidate, "", "", costUsd, "USD"],
      ...(together.length > 0 ? [[`${of}-together-with`, portfolio, candidate, "", "", together.join(" "), ""] as const] : []), // biome-ignore format: a row
      ...(instead.length > 0
        ? [[`${of}-instead-of`, portfolio, candidate, "", "", instead.join(" "), ""] as const]
        : []),
    ]),
    ...report.marginal.flatMap(({ candidate, unit, worthUsd, costUsd, byYearUsd }): Row[] => [
      ["value-of-one-more-unit", portfolio, candidate, "", "", worthUsd, `USD per ${unit}`],
      ...years("value-of-one-more-unit", candidate, byYearUsd, `USD per ${unit}`),
      ["cost-of-one-more-unit", portfolio, candidate, "", "", costUsd, `USD per ${unit}`],
    ]),
    ...report.costFactors.flatMap(({ candidate, factor, low, high }): Row[] => [
      ["changes-at-cost-factor", portfolio, candidate, "", "", factor, "1"],
      ["cost-factor-low", portfolio, candidate, "", "", low, "1"],
      ["cost-factor-high", portfolio, candidate, "", "", high, "1"],
    ]),
  ];
}

function splitRows(report: PlanReport): Row[] {
  const portfolio = chosenOf(report);
  return [report.split, report.split?.bySurplus].flatMap((split): Row[] => {
    if (!split) return [];
    const section = split.measure === "value at risk" ? "split" : "split-surplus";
    return [
      ...split.partners.flatMap(({ partner, betterInside, ...sums }) => [
        ...Object.entries(sums).map(
          ([what, usd]): Row => [`${section}-${what.replace(/Usd$/, "")}`, portfolio, "", partner, "", usd, "USD"],
        ),
        [`${section}-better-inside`, portfolio, "", partner, "", betterInside ? 1 : 0, "1"] as const,
      ]),
      ...split.coalitions.map(
        ({ partners, worthUsd }): Row => [
          `${section}-coalition`,
          portfolio,
          partners.join(" + "),
          "",
          "",
          worthUsd,
          "USD",
        ],
      ),
      ...split.byAgreement.flatMap(({ agreement, partner, withUsd, withoutUsd }): Row[] => [
        [`${section}-with-agreement`, portfolio, agreement, partner, "", withUsd, "USD"],
        [`${section}-without-agreement`, portfolio, agreement, partner, "", withoutUsd, "USD"],
      ]),
    ];
  });
}

function regretRows({ regret }: PlanReport): Row[] {
  return regret.portfolios.flatMap(({ budgetMultiple, regretUsd, mostRegretUsd }) =>
    Object.entries({ regret: regretUsd, "regret-at-most": mostRegretUsd }).flatMap(([section, values]) =>
      values.map((usd, f): Row => [section, portfolioOf(budgetMultiple), regret.futures[f]!, "", "", usd, "USD"]),
    ),
  );
}

function choiceRows({ robust, flips, targets, ...report }: PlanReport): Row[] {
  return [
    ...robust.map(({ candidate, inShare }): Row => ["in-good-portfolios", "", candidate, "", "", inShare, "share"]),
    ...flips.map(({ future, at }): Row => ["flips-at", "", future, "", "", at, "probability"]),
    ...targets.map(
      ({ id, reached, unit }): Row => [
        "target",
        chosenOf({ ...report, robust, flips, targets }),
        id,
        "",
        "",
        reached,
        unit,
      ],
    ),
  ];
}
