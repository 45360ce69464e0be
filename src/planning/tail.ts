/** Σ p · value; weights that do not sum to 1 are an error of the caller and are not corrected. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  return sum(values, (value, i) => value * weights[i]!);
}

/**
 * Conditional value at risk of a discrete distribution: the mean of the worst `share` of the probability, where the
 * value on the border counts with the part of its weight that is missing (Rockafellar and Uryasev 2002, proposition 8);
 * the same as min over η of η + Σ p (value − η)⁺ / share, which the master problem minimises.
 * @param weights probabilities, summing to 1
 * @param share 0 < share ≤ 1, such as 0.05 for CVaR95
 */
export function weightedTailMean(values: ArrayLike<number>, weights: ArrayLike<number>, share: number): number {
  if (!(share > 0 && share <= 1))
    throw new RangeError(`share of the tail: got ${share}, expected more than 0, at most 1`);
  const worstFirst = Array.from(values, (value, i) => ({ value, weight: weights[i]! })).sort(
    (a, b) => b.value - a.value,
  );
  let left = share;
  let total = 0;
  for (const { value, weight } of worstFirst) {
    const taken = Math.min(left, weight);
    total += taken * value;
    left -= taken;
    if (left <= 0) break;
  }
  return total / (share - Math.max(0, left));
}

/** Tells what {@link weightedTailMean} estimates, for reports. */
export function tailName(share: number): string {
  return `CVaR${Number((100 * (1 - share)).toFixed(2))}`;
}

function sum(values: ArrayLike<number>, term: (value: number, i: number) => number): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += term(values[i]!, i);
  return total;
}
