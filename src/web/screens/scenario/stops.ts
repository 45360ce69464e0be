import type { RunLines, SimulateAnswer, UseLine } from "../../engine/asks/simulate.ts";

/** What becomes of one end use, without the measures and with them. */
export interface Stop {
  readonly country: string;
  readonly use: string;
  readonly without: Outcome;
  /** null: there are no measures, or they are not run yet */
  readonly with: Outcome | null;
}

export interface Outcome {
  /** first month under 95 % of its products; null: none */
  readonly firstShortMonth: string | null;
  readonly shortMonths: number;
  readonly worstShortfallShare: number;
  readonly worstMonth: string;
  readonly valueAtRiskUsd: number;
}

/** Every use that loses anything, in the order in which they run short, then by what is at risk. */
export function stopsOf(answer: SimulateAnswer): Stop[] {
  const find = (run: RunLines | null, { country, use }: UseLine) =>
    run?.uses.find((u) => u.country === country && u.use === use);
  return answer.without.uses
    .map((line): Stop => {
      const withAll = find(answer.with, line);
      return {
        country: line.country,
        use: line.use,
        without: outcomeOf(line, answer.months),
        with: withAll ? outcomeOf(withAll, answer.months) : null,
      };
    })
    .filter((stop) => stop.without.worstShortfallShare > NOTHING || (stop.with?.worstShortfallShare ?? 0) > NOTHING)
    .sort((a, b) => order(a.without.firstShortMonth, b.without.firstShortMonth) || risk(b) - risk(a));
}

/** Under this a use lacks nothing that anybody would see. */
const NOTHING = 0.0005;
const risk = (stop: Stop) => stop.without.valueAtRiskUsd;

function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}

function outcomeOf(line: UseLine, months: readonly string[]): Outcome {
  let worst = 0;
  line.shortfallShare.forEach((share, t) => {
    if (share > line.shortfallShare[worst]!) worst = t;
  });
  return {
    firstShortMonth: line.firstShortMonth,
    shortMonths: line.shortMonths,
    worstShortfallShare: line.shortfallShare[worst] ?? 0,
    worstMonth: months[worst] ?? "",
    valueAtRiskUsd: line.valueAtRiskUsd.reduce((a, b) => a + b, 0),
  };
}
