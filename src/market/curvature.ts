import type { Arranged } from "./arranged.ts";
import type { ByMarket } from "./by-market.ts";
import type { Factor } from "./factor.ts";
import type { Response } from "./response.ts";
import type { Symbolic } from "./symbolic.ts";

/** A level this share of its own rounding away from a bound, at the start, counts as free; see `factorise`. */
const kinkShare = 1e-13;

/** The dual's generalised Hessian at the current response and the direction it gives; see {@link createCurvature}. */
export interface Curvature {
  /** To be called once for a new network, before the rest. */
  prepare(): void;
  /**
   * Builds and factorises H = A D Aᵀ. At a start many levels sit exactly on a bound (a calibrated use at full demand):
   * either D is right there, and counting them as free keeps H regular, so the first step is `tolerant`.
   * The factor is kept while the same activities are free with the same slopes.
   * True if the free activities leave some combination of prices open; `raisedShare` as in {@link Factor}.
   */
  factorise(tolerant: boolean, raisedShare: number): boolean;
  /**
   * direction = H⁻¹ (−A x), the price change that would balance every market if no level met or left a bound; returns the dual's slope along it
   */
  aim(): number;
}

/** Works on H and its factor for one network; nothing is allocated after this. */
export function createCurvature(
  arranged: Arranged,
  symbolic: Symbolic,
  byMarket: ByMarket,
  response: Response,
  factor: Factor,
): Curvature {
  const { markets, activities, turnoverTonnes, typicalPriceUsdPerTonne } = arranged;
  const { referenceLevel, lowerBound, upperBound, marginalCost } = arranged.terms;
  const { direction } = arranged.ray;
  const { placeOf, diagonalAt } = symbolic;
  const { inverseSlope, wanted, balance, free } = response;
  const typicalWorth = new Float64Array(activities);
  const { values, side, pairProduct } = factor;
  const touching = new Int32Array(activities);
  /** how many activities count as free in the factor; −1 where it also rests on imbalances */
  const { counted, weight } = factor;
  let countedCount = -1;
  let countedRaisedShare = 0;
  let raised = false;

  function touchesBound(a: number): boolean {
    const l = lowerBound[a]!;
    const u = upperBound[a]!;
    const x = wanted[a]!;
    if (l === u || (x > l && x < u)) return false;
    const size = Math.abs(marginalCost[a]!) + typicalWorth[a]!;
    const slack = kinkShare * (size * inverseSlope[a]! + Math.abs(referenceLevel[a]!));
    return x >= l - slack && x <= u + slack;
  }

  function findTouching(): number {
    let found = 0;
    for (let a = 0; a < activities; a++) if (touchesBound(a)) touching[found++] = a;
    return found;
  }

  /**
   * How far the price of a market without any free activity must move until the first one reacts and makes good the
   * imbalance alone. The market stands apart from all others in H, so this is its own Newton step.
   */
  function reach(m: number): number {
    const wish = -Math.sign(balance[m]!);
    let nearest = Infinity;
    for (let k = byMarket.start[m]!; k < byMarket.start[m + 1]!; k++) {
      const a = byMarket.activity[k]!;
      const push = byMarket.coefficient[k]! * wish * inverseSlope[a]!;
      const l = lowerBound[a]!;
      const u = upperBound[a]!;
      if (l === u) continue;
      const x = wanted[a]!;
      const release = push > 0 && x <= l ? l - x : push < 0 && x >= u ? u - x : Infinity;
      if (release === Infinity) continue;
      const distance = release / push + Math.abs(balance[m]! / (byMarket.coefficient[k]! * push));
      if (distance < nearest) nearest = distance;
    }
    return nearest > 0 && nearest < Infinity ? nearest : typicalPriceUsdPerTonne[m]!;
  }

  function sameAsBefore(raisedShare: number): boolean {
    const count = response.freeCount();
    if (count !== countedCount || raisedShare !== countedRaisedShare) return false;
    for (let i = 0; i < count; i++) {
      const a = free[i]!;
      if (counted[i] !== a || weight[i] !== inverseSlope[a]) return false;
    }
    return true;
  }

  function count(a: number): void {
    counted[countedCount] = a;
    weight[countedCount++] = inverseSlope[a]!;
  }

  return {
    prepare() {
      worthAtTypicalPrices(arranged, typicalWorth);
      products(arranged, pairProduct);
      countedCount = -1;
    },

    factorise(tolerant, raisedShare) {
      const touches = tolerant ? findTouching() : 0;
      if (touches === 0 && sameAsBefore(raisedShare)) return raised;
      countedCount = 0;
      countedRaisedShare = raisedShare;
      const frees = response.freeCount();
      for (let i = 0; i < frees; i++) count(free[i]!);
      for (let i = 0; i < touches; i++) count(touching[i]!);
      factor.assemble(countedCount);
      for (let m = 0; m < markets; m++) {
        const diagonal = diagonalAt[placeOf[m]!]!;
        if (values[diagonal] !== 0) continue;
        values[diagonal] = (Math.abs(balance[m]!) + Number.EPSILON * turnoverTonnes[m]!) / reach(m);
        countedCount = -1;
      }
      raised = factor.factorise(raisedShare);
      return raised;
    },

    aim() {
      side.fill(0);
      for (let m = 0; m < markets; m++) side[placeOf[m]!] = -balance[m]!;
      factor.solve();
      let slope = 0;
      for (let m = 0; m < markets; m++) {
        direction[m] = side[placeOf[m]!]!;
        slope -= direction[m]! * balance[m]!;
      }
      return slope;
    },
  };
}

/** A_ma A_na of every pair of markets an activity touches, in the order of {@link Symbolic.pairTarget}. */
function products({ activities, columnStart, coefficient }: Arranged, product: Float64Array): void {
  let pair = 0;
  for (let a = 0; a < activities; a++)
    for (let i = columnStart[a]!; i < columnStart[a + 1]!; i++)
      for (let j = columnStart[a]!; j <= i; j++) product[pair++] = coefficient[i]! * coefficient[j]!;
}

/** Σ |A_ma| × typical price of every activity: the size of what its gain is a sum of, USD per tonne of level. */
function worthAtTypicalPrices(arranged: Arranged, worth: Float64Array): void {
  const { activities, columnStart, columnMarket, coefficient, typicalPriceUsdPerTonne } = arranged;
  for (let a = 0; a < activities; a++) {
    worth[a] = 0;
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++)
      worth[a]! += Math.abs(coefficient[k]!) * typicalPriceUsdPerTonne[columnMarket[k]!]!;
  }
}
