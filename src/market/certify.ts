import type { Certificate, Clearing, Network, Terms } from "./problem.ts";

/**
 * Judges a clearing without sharing a line with the solver. With r_a = Σ_m A_ma λ_m − c_a − q_a (x_a − x̂_a):
 *
 * - primal residual: max_m |Σ_a A_ma x_a| / turnover_m
 * - bound violation: max_a (distance outside [l_a, u_a]) / scale_a, where scale_a = max(|x_a|, |x̂_a|, the smallest
 *   turnover_m / |A_ma| it could fill alone)
 * - complementarity: max_a |r_a| × d_a / turnover value, where d_a is the distance from x_a to the bound that r_a pulls
 *   towards (u where r_a > 0, l where r_a < 0), at most scale_a; a free level far from its bounds thus has to have r_a = 0
 * - primal objective P = Σ c_a x_a + ½ q_a (x_a − x̂_a)², in USD per month
 * - dual objective D = Σ_a min over l ≤ z ≤ u of c_a z + ½ q_a (z − x̂_a)² − z Σ_m A_ma λ_m, a lower bound of P
 * - duality gap: |P − D| / max(1, |P|, turnover value)
 *
 * Turnover value is Σ_m turnover_m × max(|λ_m|, typical price_m), USD per month. A NaN anywhere comes out as NaN,
 * never as a pass.
 */
export function certify(network: Network, terms: Terms, clearing: Clearing): Certificate {
  const { turnoverTonnes, typicalPriceUsdPerTonne, columnStart, columnMarket, coefficient } = network;
  const { priceUsdPerTonne, level } = clearing;
  const made = new Float64Array(turnoverTonnes.length);
  const turnoverValueUsd = turnoverTonnes.reduce(
    (sum, tonnes, m) => sum + tonnes * Math.max(Math.abs(priceUsdPerTonne[m]!), typicalPriceUsdPerTonne[m]!),
    0,
  );
  const multipliers = rents(network, terms, clearing);
  let boundViolationShare = 0;
  let complementarityUsd = 0;
  const primal = createSum();
  const dual = createSum();
  level.forEach((x, a) => {
    let scale = Infinity;
    let worth = 0;
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) {
      const m = columnMarket[k]!;
      made[m]! += coefficient[k]! * x;
      worth += coefficient[k]! * priceUsdPerTonne[m]!;
      if (coefficient[k] !== 0) scale = Math.min(scale, turnoverTonnes[m]! / Math.abs(coefficient[k]!));
    }
    const reference = terms.referenceLevel[a]!;
    scale = Math.max(Math.abs(x), Math.abs(reference), scale < Infinity ? scale : 1);
    const l = terms.lowerBound[a]!;
    const u = terms.upperBound[a]!;
    boundViolationShare = Math.max(boundViolationShare, Math.max(0, l - x, x - u) / scale);

    const r = multipliers[a]!;
    const distance = Math.min(scale, Math.max(0, r > 0 ? u - x : x - l));
    complementarityUsd = Math.max(complementarityUsd, Math.abs(r) * distance);

    const q = terms.slope[a]!;
    const c = terms.marginalCost[a]!;
    const z = Math.min(u, Math.max(l, reference + (worth - c) / q));
    primal.add(c * x);
    primal.add(0.5 * q * (x - reference) ** 2);
    dual.add((c - worth) * z);
    dual.add(0.5 * q * (z - reference) ** 2);
  });
  const primalObjectiveUsd = primal.total();
  const dualObjectiveUsd = dual.total();
  return {
    primalResidualShare: made.reduce((most, tonnes, m) => Math.max(most, Math.abs(tonnes) / turnoverTonnes[m]!), 0),
    boundViolationShare,
    complementarityShare: complementarityUsd / Math.max(1, turnoverValueUsd),
    dualityGapShare:
      Math.abs(primalObjectiveUsd - dualObjectiveUsd) / Math.max(1, Math.abs(primalObjectiveUsd), turnoverValueUsd),
    primalObjectiveUsd,
    dualObjectiveUsd,
  };
}

/**
 * Multiplier of each activity, r_a = Σ_m A_ma λ_m − c_a − q_a (x_a − x̂_a), USD per tonne of level: positive at an upper
 * bound (what one more tonne of that capacity or quota is worth this month), negative at a lower bound (what one tonne
 * less of that obligation is worth), zero to rounding in between. Written to `out` where given.
 */
export function rents(
  network: Network,
  terms: Terms,
  clearing: Clearing,
  out: Float64Array = new Float64Array(clearing.level.length),
): Float64Array {
  const { columnStart, columnMarket, coefficient } = network;
  for (let a = 0; a < out.length; a++) {
    let r = -terms.marginalCost[a]! - terms.slope[a]! * (clearing.level[a]! - terms.referenceLevel[a]!);
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) {
      r += coefficient[k]! * clearing.priceUsdPerTonne[columnMarket[k]!]!;
    }
    out[a] = r;
  }
  return out;
}

/** Sum that carries its rounding along (Neumaier 1974), so that a small gap between large objectives is seen. */
function createSum() {
  let sum = 0;
  let lost = 0;
  return {
    add(term: number): void {
      const next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
    },
    total: () => sum + lost,
  };
}
