import type { Arranged } from "../../src/market/arranged.ts";
import { Update, WIDTH } from "../../src/market/panels.ts";
import type { Symbolic } from "../../src/market/symbolic.ts";

/*
 * What assembly/ computes, as plainly as it can be said: the definition that the kernels are held to, to the last bit but
 * for the slope along a ray and its derivative (`plainSlope`), whose sums the kernels split: these are held to 1e-12.
 * Sums of four products are taken as (first + second) + (third + fourth), everything else one after the other.
 */

/** L in place of H among `values`, 1 / its diagonal into `inverse`; true if a pivot had vanished. */
export function plainFactorise(symbolic: Symbolic, values: Float64Array, inverse: Float64Array, raisedShare: number) {
  const { panels, rowStart, updateStart, update, target, diagonalAt } = symbolic;
  const diagonal = Float64Array.from(diagonalAt, (index) => values[index]!);
  let raised = false;
  for (let p = 0; p < panels; p++) {
    for (let u = updateStart[p]! * Update.size; u < updateStart[p + 1]! * Update.size; u += Update.size) {
      const begin = update[u + Update.begin]!;
      for (let i = begin; i < update[u + Update.end]!; i += WIDTH) {
        const place = target[update[u + Update.at]! + (i - begin) / WIDTH]!;
        for (let c = 0; c < WIDTH; c++) values[place + c]! -= dot(values, update[u + Update.columns + c]!, i);
      }
    }
    for (let k = 0; k < WIDTH; k++) {
      const pivotRow = WIDTH * (rowStart[p]! + k);
      const place = WIDTH * p + k;
      let pivot = values[pivotRow + k]!;
      for (let j = 0; j < k; j++) pivot -= values[pivotRow + j]! ** 2;
      if (!(pivot > 1e-13 * diagonal[place]!)) {
        pivot = raisedShare * diagonal[place]!;
        raised = true;
      }
      inverse[place] = 1 / Math.sqrt(pivot);
      for (let i = pivotRow + WIDTH; i < WIDTH * rowStart[p + 1]!; i += WIDTH) {
        for (let j = 0; j < k; j++) values[i + k]! -= values[i + j]! * values[pivotRow + j]!;
        values[i + k]! *= inverse[place]!;
      }
    }
  }
  return raised;
}

function dot(values: Float64Array, a: number, b: number): number {
  const part = (k: number) => values[a + k]! * values[b + k]!;
  return part(0) + part(1) + (part(2) + part(3));
}

/** z of L Lᵀ z = b in place of b */
export function plainSolve(symbolic: Symbolic, values: Float64Array, inverse: Float64Array, b: Float64Array) {
  const { panels, rowStart, row } = symbolic;
  for (let p = 0; p < panels; p++) {
    const first = rowStart[p]!;
    const own = WIDTH * p;
    for (let k = 0; k < WIDTH; k++) {
      for (let j = 0; j < k; j++) b[own + k]! -= values[WIDTH * (first + k) + j]! * b[own + j]!;
      b[own + k]! *= inverse[own + k]!;
    }
    for (let r = first + WIDTH; r < rowStart[p + 1]!; r++) {
      const part = (k: number) => values[WIDTH * r + k]! * b[own + k]!;
      b[row[r]!]! -= part(0) + part(1) + (part(2) + part(3));
    }
  }
  for (let p = panels - 1; p >= 0; p--) {
    const first = rowStart[p]!;
    const own = WIDTH * p;
    for (let r = first + WIDTH; r < rowStart[p + 1]!; r++)
      for (let k = 0; k < WIDTH; k++) b[own + k]! -= values[WIDTH * r + k]! * b[row[r]!]!;
    for (let k = WIDTH - 1; k >= 0; k--) {
      for (let i = k + 1; i < WIDTH; i++) b[own + k]! -= values[WIDTH * (first + i) + k]! * b[own + i]!;
      b[own + k]! *= inverse[own + k]!;
    }
  }
}

/** What activities want and do at these prices, what that leaves over in each market, and which of them are free. */
export function plainResponse(arranged: Arranged, prices: Float64Array) {
  const { activities, markets, columnStart, columnMarket, coefficient } = arranged;
  const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = arranged.terms;
  const wanted = new Float64Array(activities);
  const level = new Float64Array(activities);
  const balance = new Float64Array(markets);
  const free: number[] = [];
  for (let a = 0; a < activities; a++) {
    const entries = Array.from({ length: columnStart[a + 1]! - columnStart[a]! }, (_, i) => columnStart[a]! + i);
    const worth = entries.map((k) => coefficient[k]! * prices[columnMarket[k]!]!);
    const gain =
      worth.length <= 2
        ? worth.reduce((sum, part) => sum + part) - marginalCost[a]!
        : worth.reduce((sum, part) => sum + part, -marginalCost[a]!);
    const l = lowerBound[a]!;
    const u = upperBound[a]!;
    const x = referenceLevel[a]! + gain * (1 / slope[a]!);
    wanted[a] = x;
    const raised = x < l ? l : x; // at a bound of 0 a wish of −0 stays −0, which is the same amount
    level[a] = u < raised ? u : raised;
    for (const k of entries) balance[columnMarket[k]!]! += coefficient[k]! * level[a]!;
    if (l < x && x < u) free.push(a);
  }
  return { wanted, level, balance, free };
}

/** w = Aᵀd with what cancels counted as zero, and v = w / q */
export function plainProjection(arranged: Arranged, direction: Float64Array) {
  const { activities, columnStart, columnMarket, coefficient } = arranged;
  const gain = new Float64Array(activities);
  for (let a = 0; a < activities; a++) {
    let size = 0;
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) {
      const part = coefficient[k]! * direction[columnMarket[k]!]!;
      gain[a]! += part;
      size += Math.abs(part);
    }
    if (Math.abs(gain[a]!) <= 1e-14 * size) gain[a] = 0;
  }
  return { gain, pace: gain.map((w, a) => w * (1 / arranged.terms.slope[a]!)) };
}

/** −Σ w clip(y + t v, l, u): the dual's slope at t along the ray of `arranged`; its derivative there; how large the terms are */
export function plainSlope({ ray, terms }: Arranged, t: number) {
  let slope = 0;
  let bend = 0;
  let size = 0;
  ray.gain.forEach((w, a) => {
    const x = ray.startWanted[a]! + t * ray.pace[a]!;
    const l = terms.lowerBound[a]!;
    const u = terms.upperBound[a]!;
    const part = w === 0 ? 0 : w * Math.min(u, Math.max(l, x));
    slope -= part;
    size += Math.abs(part);
    if (l < x && x < u) bend -= w * ray.pace[a]!;
  });
  return { slope, bend, size };
}
