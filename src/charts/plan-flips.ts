import type { Flip, PlanReport } from "../planning/plan-report.ts";
import { changeKey, changeWords } from "./plan-change.ts";
import { futureTitle } from "./plan-words.ts";

/** A change of the answer, and at which probabilities it comes. */
export interface FlipChange {
  /** A, B, …: the nearest first */
  readonly mark: string;
  /** `in comes …; out goes …` */
  readonly change: string;
  /** `Full stop is above 34 % (assumed: 20 %)`, a future each */
  readonly where: readonly string[];
}

/** A future, its probability, and between which probabilities the answer stays what it is. */
export interface FlipBar {
  readonly future: string;
  readonly from: number;
  readonly stays: readonly [number, number];
  /** `below 12 %: change A, above 81 %: change B`, or that it never changes */
  readonly words: string;
}

export interface FlipTable {
  readonly changes: readonly FlipChange[];
  /** every future, the nearest change first; those that never matter last */
  readonly bars: readonly FlipBar[];
  /** futures at whose every probability the answer is the same */
  readonly steady: readonly string[];
  /** what was looked at */
  readonly note: string;
}

/** What would change the answer: the same change told once for all the probabilities at which it comes. */
export function flipTable(report: PlanReport): FlipTable {
  const found = report.flips.filter((flip) => flip.at !== null).toSorted((a, b) => distance(a) - distance(b));
  const groups = new Map<string, Flip[]>();
  for (const flip of found) groups.set(changeKey(flip), [...(groups.get(changeKey(flip)) ?? []), flip]);
  const keys = [...groups.keys()];
  const markOf = (flip: Flip) => String.fromCharCode(65 + keys.indexOf(changeKey(flip)));
  const ids = [...new Set([...found, ...report.flips].map(({ future }) => future))];
  return {
    changes: [...groups.values()].map((flips) => ({
      mark: markOf(flips[0]!),
      change: changeWords(report, flips[0]!),
      where: [...new Set(flips.map(({ future }) => future))].map((id) => whereWords(report, flips, id)),
    })),
    bars: ids.map((id) => {
      const own = found.filter(({ future }) => future === id).toSorted((a, b) => a.at! - b.at!);
      const { from } = report.flips.find(({ future }) => future === id)!;
      const [below, above] = [own.filter(isBelow), own.filter((flip) => !isBelow(flip))];
      return {
        future: futureTitle(report, id),
        from,
        stays: [Math.max(0, ...below.map(({ at }) => at!)), Math.min(1, ...above.map(({ at }) => at!))],
        words:
          own.length === 0
            ? "the same at any probability"
            : own.map((flip) => `${sideText(flip)}: change ${markOf(flip)}`).join(", "),
      };
    }),
    steady: ids.filter((id) => !found.some(({ future }) => future === id)).map((id) => futureTitle(report, id)),
    note: `Of the ${report.evaluatedOf} portfolios evaluated within the budget; one that was not may be better sooner.`,
  };
}

/** `34 %`; one digit more where it would read as certain, impossible or as what it is held against. */
export function chanceText(share: number, beside?: number): string {
  const whole = Math.round(share * 100);
  const isAtEnd = (whole === 0 || whole === 100) && share !== 0 && share !== 1;
  const isAlike = beside !== undefined && share !== beside && whole === Math.round(beside * 100);
  if (!isAtEnd && !isAlike) return `${whole}\u00a0%`;
  const tenths = Math.min(99.9, Math.max(0.1, Number((share * 100).toFixed(1))));
  return `${tenths.toFixed(1)}\u00a0%`;
}

function whereWords(report: PlanReport, flips: readonly Flip[], id: string): string {
  const own = flips.filter(({ future }) => future === id).toSorted((a, b) => a.at! - b.at!);
  const { from } = own[0]!;
  return `${futureTitle(report, id)} is ${own.map(sideText).join(" or ")} (assumed: ${chanceText(from)})`;
}

function sideText(flip: Flip): string {
  return `${isBelow(flip) ? "below" : "above"} ${chanceText(flip.at!, flip.from)}`;
}

const isBelow = ({ at, from }: Flip) => at! <= from;
const distance = ({ at, from }: Flip) => Math.abs(at! - from);
