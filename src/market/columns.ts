import type { Network, Terms } from "./problem.ts";
import { type Kernels, roomFor } from "./wasm.ts";

/**
 * Which markets each activity touches, activities sorted by how many those are: `0 .. singles - 1` touch one market,
 * `singles .. pairs - 1` two. Nearly all do (uses and stocks, shipments), and a loop over them needs no inner loop.
 * Activity a < singles has entry a; the next ones have entries `singles + 2 (a − singles)` and the one after it.
 */
export interface Columns {
  readonly markets: number;
  readonly activities: number;
  readonly singles: number;
  readonly pairs: number;
  /** the network's index of each activity */
  readonly original: Int32Array;
  readonly columnStart: Int32Array;
  readonly columnMarket: Int32Array;
}

/** Sorts a network's activities; those of one kind stay in order. */
export function columnsOf(network: Network): Columns {
  const { columnStart, columnMarket, activityNames, marketNames } = network;
  const activities = activityNames.length;
  const byEntries: [number[], number[], number[]] = [[], [], []];
  for (let a = 0; a < activities; a++) {
    const entries = columnStart[a + 1]! - columnStart[a]!;
    byEntries[entries === 1 ? 0 : entries === 2 ? 1 : 2].push(a);
  }
  const original = Int32Array.from(byEntries.flat());
  const sortedStart = new Int32Array(activities + 1);
  const sortedMarket = new Int32Array(columnMarket.length);
  original.forEach((a, i) => {
    const start = columnStart[a]!;
    const end = columnStart[a + 1]!;
    sortedMarket.set(columnMarket.subarray(start, end), sortedStart[i]!);
    sortedStart[i + 1] = sortedStart[i]! + end - start;
  });
  return {
    markets: marketNames.length,
    activities,
    singles: byEntries[0].length,
    pairs: byEntries[0].length + byEntries[1].length,
    original,
    columnStart: sortedStart,
    columnMarket: sortedMarket,
  };
}

/** Whether a network's activities touch the same markets, in the same order, as those the columns were made of. */
export function fits(columns: Columns, network: Network): boolean {
  const { original, columnStart, columnMarket } = columns;
  if (columns.markets !== network.marketNames.length || columns.activities !== network.activityNames.length)
    return false;
  for (let i = 0; i < original.length; i++) {
    const a = original[i]!;
    let theirs = network.columnStart[a]!;
    if (network.columnStart[a + 1]! - theirs !== columnStart[i + 1]! - columnStart[i]!) return false;
    for (let k = columnStart[i]!; k < columnStart[i + 1]!; k++)
      if (columnMarket[k] !== network.columnMarket[theirs++]) return false;
  }
  return true;
}

/** A network and the month being cleared, activities in the order of its columns. */
export interface Arranged extends Columns {
  /** tonnes made (+) or used (−) per unit of level, by entry */
  readonly coefficient: Float64Array;
  readonly turnoverTonnes: Float64Array;
  readonly typicalPriceUsdPerTonne: Float64Array;
  /** the month's terms; `takeTerms` fills them */
  readonly terms: Terms;
  /** how activities answer prices; see {@link Response} */
  readonly answers: Answers;
  /** instance of the kernels in whose memory all this is, but for what is by market and never priced */
  readonly kernels: Kernels;
}

/** Arrays of a {@link Response}, which says what they hold. */
export interface Answers {
  readonly prices: Float64Array;
  readonly inverseSlope: Float64Array;
  readonly wanted: Float64Array;
  readonly level: Float64Array;
  readonly balance: Float64Array;
  readonly free: Int32Array;
}

/** Room for a network in the order of columns that fit it and for a month's terms; `takeNetwork` and `takeTerms` fill it. */
export function arrange(columns: Columns): Arranged {
  const { markets, activities, columnStart, columnMarket } = columns;
  const { kernels, float64, int32 } = roomFor(
    {
      coefficient: columnMarket.length,
      referenceLevel: activities,
      lowerBound: activities,
      upperBound: activities,
      marginalCost: activities,
      slope: activities,
      inverseSlope: activities,
      wanted: activities,
      level: activities,
      prices: markets,
      balance: markets,
    },
    { columnStart, columnMarket, free: activities },
  );
  const { coefficient, referenceLevel, lowerBound, upperBound, marginalCost, slope, ...answers } = float64;
  return {
    ...columns,
    columnStart: int32.columnStart,
    columnMarket: int32.columnMarket,
    coefficient,
    turnoverTonnes: new Float64Array(markets),
    typicalPriceUsdPerTonne: new Float64Array(markets),
    terms: { referenceLevel, lowerBound, upperBound, marginalCost, slope },
    answers: { ...answers, free: int32.free },
    kernels,
  };
}

/** Copies the numbers of a network that fits the columns into those of `arranged`. */
export function takeNetwork(arranged: Arranged, network: Network): void {
  const { original, columnStart, coefficient } = arranged;
  for (let i = 0; i < original.length; i++) {
    let theirs = network.columnStart[original[i]!]!;
    for (let k = columnStart[i]!; k < columnStart[i + 1]!; k++) coefficient[k] = network.coefficient[theirs++]!;
  }
  arranged.turnoverTonnes.set(network.turnoverTonnes);
  arranged.typicalPriceUsdPerTonne.set(network.typicalPriceUsdPerTonne);
}

/** Copies a month's terms into those of `arranged`. */
export function takeTerms({ original, terms }: Arranged, month: Terms): void {
  for (let i = 0; i < original.length; i++) {
    const a = original[i]!;
    terms.referenceLevel[i] = month.referenceLevel[a]!;
    terms.lowerBound[i] = month.lowerBound[a]!;
    terms.upperBound[i] = month.upperBound[a]!;
    terms.marginalCost[i] = month.marginalCost[a]!;
    terms.slope[i] = month.slope[a]!;
  }
}

/** Copies levels back into the network's own order. */
export function giveLevels({ original }: Columns, sorted: Float64Array, level: Float64Array): void {
  for (let i = 0; i < original.length; i++) level[original[i]!] = sorted[i]!;
}
