import type { Network } from "./problem.ts";

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
