import type { Replay, ReplayedSeries } from "./result.ts";
import { spanWords } from "./span.ts";

/** What a series says about the model in a word, and in a sentence with the numbers it rests on. */
export interface Verdict {
  readonly word: "right" | "too mild" | "too harsh" | "uneven" | "not known";
  readonly sentence: string;
}

/** Within this factor of what was observed counts as right. */
const NEAR = 1.5;
/** Months that miss by more than this share of the observed sum are not made right by missing in both directions. */
const UNEVEN_SHARE = 0.5;

/**
 * How strongly the model moves against what was observed, from the control on. Exports: tonnes modelled over tonnes observed
 * in the observed months. Prices and ratios: the largest observed distance from 1 (or from the base price, for USD/kg) against
 * the modelled one in the same month.
 */
export function verdictOf(replay: Replay, series: ReplayedSeries): Verdict {
  const start = series.months.indexOf(replay.control);
  const pairs = series.observations.flatMap(({ month, months, modelled, value }) =>
    series.months.indexOf(month) >= start && modelled !== null
      ? [{ month: spanWords({ month, months }), months, modelled, observed: value }]
      : [],
  );
  if (pairs.length === 0) return { word: "not known", sentence: "nothing was observed after the control began" };
  return series.measure === "exports" ? ofExports(pairs) : ofPrice(pairs, series);
}

interface Pair {
  readonly month: string;
  readonly months: number;
  readonly modelled: number;
  readonly observed: number;
}

function ofExports(pairs: readonly Pair[]): Verdict {
  const [modelled, observed] = [
    sum(pairs.map((p) => p.months * p.modelled)),
    sum(pairs.map((p) => p.months * p.observed)),
  ];
  const factor = modelled / observed;
  const missed = sum(pairs.map((p) => p.months * Math.abs(p.modelled - p.observed))) / observed;
  const near = missed > UNEVEN_SHARE ? "uneven" : "right";
  const word = factor > NEAR ? "too mild" : factor < 1 / NEAR ? "too harsh" : near;
  const what = `over the ${sum(pairs.map((p) => p.months))} months observed ${digits(factor)} times what was observed leaves the country`;
  return { word, sentence: word === "uneven" ? `${what}, too much in some months and too little in others` : what };
}

/** A movement of under this share is none. */
const STILL = 0.02;

function ofPrice(pairs: readonly Pair[], { modelled: all, measure, unit }: ReplayedSeries): Verdict {
  const calm = unit === "times" && measure !== "price-ratio" ? 1 : all.find((v) => v !== null)!;
  const level = unit === "times" && measure !== "price-ratio" ? "of the base month" : "of calm months";
  const { month, modelled, observed } = pairs.reduce((far, p) =>
    away(p.observed, calm) > away(far.observed, calm) ? p : far,
  );
  const [seen, made] = [observed / calm - 1, modelled / calm - 1];
  const same = Math.sign(seen) === Math.sign(made) || Math.abs(seen) < STILL;
  const factor = same && Math.abs(seen) >= STILL ? made / seen : same ? 1 : 0;
  const moves = Math.abs(seen) < STILL && Math.abs(made) >= STILL;
  const word = moves || factor > NEAR ? "too harsh" : factor < 1 / NEAR ? "too mild" : "right";
  return {
    word,
    sentence: `in ${month.replace(/^mean/, "the mean")} ${digits(modelled / calm)} times the level ${level}, observed ${digits(observed / calm)} times`,
  };
}

function away(value: number, calm: number): number {
  return Math.abs(value / calm - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Three digits that matter, the same on every machine. */
function digits(value: number): string {
  return String(Number(value.toPrecision(2)));
}
