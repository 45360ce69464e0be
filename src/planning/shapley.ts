/**
 * A game with transferable value: what each coalition is worth by itself, indexed by the bits of its members (bit i =
 * player i), so of length 2ⁿ; the empty coalition is worth 0.
 */
export type CoalitionValues = ArrayLike<number>;

/** More players than this are refused: 2ⁿ coalitions have to be valued. */
export const MOST_PLAYERS = 8;

/**
 * Exact Shapley value (Shapley 1953): player i gets Σ over coalitions S without i of |S|! (n − |S| − 1)! / n! ×
 * (v(S ∪ i) − v(S)), its mean contribution over all orders of joining.
 * Errors: a number of values that is not 2ⁿ for 1 ≤ n ≤ 8, or a worth of the empty coalition.
 */
export function shapleyValue(values: CoalitionValues): number[] {
  const players = playersOf(values);
  const weight = Array.from({ length: players }, (_, size) => 1 / (players * binomial(players - 1, size)));
  return Array.from({ length: players }, (_, i) => {
    let sum = 0;
    for (let s = 0; s < values.length; s++)
      if (!(s & (1 << i))) sum += weight[sizeOf(s)]! * (values[s | (1 << i)]! - values[s]!);
    return sum;
  });
}

/** Coalitions that would do better by themselves than with what their members are given, the strongest objection first. */
export function blockingCoalitions(
  values: CoalitionValues,
  payoff: readonly number[],
  tolerance = 1e-9,
): { readonly coalition: number; readonly gain: number }[] {
  const players = playersOf(values);
  if (payoff.length !== players) throw new Error(`payoff: got ${payoff.length} players, expected ${players}`);
  const found: { coalition: number; gain: number }[] = [];
  let largest = 0;
  for (let s = 1; s < values.length; s++) largest = Math.max(largest, Math.abs(values[s]!));
  for (let s = 1; s < values.length; s++) {
    const gain = values[s]! - membersOf(s, players).reduce((sum, i) => sum + payoff[i]!, 0);
    if (gain > tolerance * largest) found.push({ coalition: s, gain });
  }
  return found.sort((a, b) => b.gain - a.gain || a.coalition - b.coalition);
}

/** Indices of the players in a coalition, ascending. */
export function membersOf(coalition: number, players: number): number[] {
  return Array.from({ length: players }, (_, i) => i).filter((i) => coalition & (1 << i));
}

function playersOf(values: CoalitionValues): number {
  const players = Math.round(Math.log2(values.length));
  if (2 ** players !== values.length || players < 1 || players > MOST_PLAYERS)
    throw new RangeError(`got ${values.length} coalitions, expected 2 to the number of players, 1 to ${MOST_PLAYERS}`);
  if (values[0] !== 0) throw new RangeError(`the empty coalition: got a worth of ${values[0]}, expected 0`);
  return players;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
