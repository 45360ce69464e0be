import type { Arranged } from "./arranged.ts";

/** The network by market (row): which activities make or use it, `start[m] .. start[m + 1] - 1`. */
export interface ByMarket {
  readonly start: Int32Array;
  readonly activity: Int32Array;
  /** of the network taken last; `prepare` fills it */
  readonly coefficient: Float64Array;
  /** To be called once for a new network. */
  prepare(): void;
}

/** Turns the network's columns into rows. */
export function byMarket({ markets, activities, columnStart, columnMarket, coefficient }: Arranged): ByMarket {
  const start = new Int32Array(markets + 1);
  for (const m of columnMarket) start[m + 1]!++;
  for (let m = 0; m < markets; m++) start[m + 1]! += start[m]!;
  const filledTo = start.slice();
  const activity = new Int32Array(columnMarket.length);
  const placeOfEntry = new Int32Array(columnMarket.length);
  for (let a = 0; a < activities; a++) {
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) {
      const place = filledTo[columnMarket[k]!]!++;
      activity[place] = a;
      placeOfEntry[k] = place;
    }
  }
  const ofMarket = new Float64Array(columnMarket.length);
  return {
    start,
    activity,
    coefficient: ofMarket,
    prepare() {
      for (let k = 0; k < placeOfEntry.length; k++) ofMarket[placeOfEntry[k]!] = coefficient[k]!;
    },
  };
}
