import type { Bin } from "./histogram.ts";

/**
 * Quantiles of binned values by R's method 7 (Hyndman & Fan 1996): between the two values nearest to (n − 1)·p. Within a
 * bin values are taken to lie evenly from its smallest to its largest, so the error is at most the bin's width.
 * @param bins by rising value
 * @param never values beyond all bins (it did not happen): null is the answer where they are reached
 */
export function quantileOf(bins: readonly Bin[], percentile: number, never = 0): number | null {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (count + never === 0) return null;
  const rank = (count + never - 1) * percentile;
  const below = Math.floor(rank);
  const weight = rank - below;
  if ((weight > 0 ? below + 1 : below) >= count) return null;
  const lower = valueOfRank(bins, below);
  return weight > 0 ? lower + weight * (valueOfRank(bins, below + 1) - lower) : lower;
}

/**
 * Mean of the largest share of values (Rockafellar & Uryasev 2002): those wholly in the tail, and the one on its border
 * with the part that is missing.
 */
export function upperTailMean(bins: readonly Bin[], share: number): number | null {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (count === 0) return null;
  const wanted = count * share;
  let left = wanted;
  let sum = 0;
  for (let b = bins.length - 1; b >= 0 && left > 0; b--) {
    const bin = bins[b]!;
    if (left >= bin.count && bin.sum !== null) sum += bin.sum;
    else
      for (let k = bin.count - 1, take = left; take > 0 && k >= 0; k--, take--)
        sum += Math.min(1, take) * valueInBin(bin, k);
    left -= bin.count;
  }
  return sum / wanted;
}

function valueOfRank(bins: readonly Bin[], rank: number): number {
  let before = 0;
  for (const bin of bins) {
    if (rank < before + bin.count) return valueInBin(bin, rank - before);
    before += bin.count;
  }
  throw new Error(`rank ${rank} of ${before} values`);
}

function valueInBin({ count, low, high }: Bin, rank: number): number {
  return count === 1 ? low : low + ((high - low) * rank) / (count - 1);
}
