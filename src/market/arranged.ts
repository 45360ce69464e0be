import type { Columns } from "./columns.ts";
import type { Network, Terms } from "./problem.ts";
import { type Kernels, type Room, roomFor } from "./wasm.ts";

/**
 * A network and the month being cleared, activities in the order of its columns, in the memory of an instance of the
 * kernels (but for turnovers and typical prices).
 */
export interface Arranged extends Columns {
  readonly kernels: Kernels;
  /** tonnes made (+) or used (−) per unit of level, by entry */
  readonly coefficient: Float64Array;
  readonly turnoverTonnes: Float64Array;
  readonly typicalPriceUsdPerTonne: Float64Array;
  /** the month's terms; `takeTerms` fills them */
  readonly terms: Terms;
  /** how activities answer prices */
  readonly answers: Answers;
  /** where a step starts from and leads to */
  readonly ray: Ray;
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

/**
 * The dual along a ray of prices λ + t d. Its slope is φ'(t) = −Σ w clip(y + t v, l, u) with y the levels that
 * prices λ ask for before clipping, w = Aᵀd and v = w / q: continuous, piecewise linear and never rising.
 */
export interface Ray {
  /** d, USD/t, one per market */
  readonly direction: Float64Array;
  /** clip(y, l, u): the levels at t = 0 */
  readonly startLevel: Float64Array;
  /** y */
  readonly startWanted: Float64Array;
  /** w */
  readonly gain: Float64Array;
  /** v */
  readonly pace: Float64Array;
}

type ArrangedRoom = Room<
  keyof ReturnType<typeof arrangedNeeds>["float64"],
  keyof ReturnType<typeof arrangedNeeds>["int32"]
>;

/** The arrays of {@link Arranged} that kernels work on. */
export function arrangedNeeds({ markets, activities, columnStart, columnMarket }: Columns) {
  const entries = columnMarket.length;
  return {
    float64: {
      coefficient: entries,
      referenceLevel: activities,
      lowerBound: activities,
      upperBound: activities,
      marginalCost: activities,
      slope: activities,
      inverseSlope: activities,
      wanted: activities,
      level: activities,
      startLevel: activities,
      startWanted: activities,
      gain: activities,
      pace: activities,
      prices: markets,
      balance: markets,
      direction: markets,
    },
    int32: { columnStart, columnMarket, free: activities, kinks: activities },
  };
}

/**
 * A network in the order of columns that fit it and a month's terms, in a room with {@link arrangedNeeds};
 * `takeNetwork` and `takeTerms` fill it.
 */
export function arrange(columns: Columns, room: ArrangedRoom = roomFor(arrangedNeeds(columns))): Arranged {
  const { markets } = columns;
  const { kernels, float64, int32 } = room;
  const { coefficient, referenceLevel, lowerBound, upperBound, marginalCost, slope } = float64;
  const { prices, inverseSlope, wanted, level, balance } = float64;
  const { direction, startLevel, startWanted, gain, pace } = float64;
  const arranged = {
    ...columns,
    kernels,
    columnStart: int32.columnStart,
    columnMarket: int32.columnMarket,
    coefficient,
    turnoverTonnes: new Float64Array(markets),
    typicalPriceUsdPerTonne: new Float64Array(markets),
    terms: { referenceLevel, lowerBound, upperBound, marginalCost, slope },
    answers: { prices, inverseSlope, wanted, level, balance, free: int32.free },
    ray: { direction, startLevel, startWanted, gain, pace },
  };
  kernels.bind(
    int32.columnStart.byteOffset,
    int32.columnMarket.byteOffset,
    coefficient.byteOffset,
    referenceLevel.byteOffset,
    lowerBound.byteOffset,
    upperBound.byteOffset,
    marginalCost.byteOffset,
    inverseSlope.byteOffset,
    prices.byteOffset,
    wanted.byteOffset,
    level.byteOffset,
    balance.byteOffset,
    int32.free.byteOffset,
    direction.byteOffset,
    startLevel.byteOffset,
    startWanted.byteOffset,
    gain.byteOffset,
    pace.byteOffset,
    int32.kinks.byteOffset,
  );
  return arranged;
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
