import type { Symbolic } from "./symbolic.ts";

/** A sparse symmetric matrix with a fixed pattern and its factor L D Lᵀ; see {@link createFactor}. */
export interface Factor {
  /** values of H in the layout of {@link Symbolic.hStart}; fill them, then call `factorise` */
  readonly h: Float64Array;
  /**
   * Factorises `h`. `raisedShare` is what a vanished pivot becomes, as a share of its diagonal: the smaller, the longer
   * the step along prices that no free activity pins down. True if there were such prices.
   */
  factorise(raisedShare: number): boolean;
  /** solves H z = b in place; b is in elimination order */
  solve(b: Float64Array): void;
}

/** A pivot below this share of its diagonal is rounding noise: the free activities do not pin that price down. */
const vanishedPivotShare = 1e-13;

/**
 * Numeric L D Lᵀ on a fixed pattern, row by row (the up-looking method of Davis, "Direct Methods for Sparse Linear
 * Systems", 2006, §4.7). H must be positive semidefinite with a positive diagonal.
 */
export function createFactor(symbolic: Symbolic): Factor {
  const { rows, hStart, hColumn, lStart, lRow, rowStart, rowColumn } = symbolic;
  const h = new Float64Array(hStart[rows]!);
  const l = new Float64Array(lStart[rows]!);
  const inversePivot = new Float64Array(rows);
  const work = new Float64Array(rows);
  const filledTo = new Int32Array(rows);

  function factorise(raisedShare: number): boolean {
    let raised = false;
    for (let k = 0; k < rows; k++) filledTo[k] = lStart[k]!;
    for (let k = 0; k < rows; k++) {
      const last = hStart[k + 1]! - 1;
      for (let p = hStart[k]!; p < last; p++) work[hColumn[p]!] = h[p]!;
      const diagonal = h[last]!;
      let d = diagonal;
      const rowEnd = rowStart[k + 1]!;
      for (let r = rowStart[k]!; r < rowEnd; r++) {
        const j = rowColumn[r]!;
        const y = work[j]!;
        work[j] = 0;
        const end = filledTo[j]!;
        if (y !== 0) {
          for (let p = lStart[j]!; p < end; p++) work[lRow[p]!]! -= l[p]! * y;
        }
        const value = y * inversePivot[j]!;
        d -= value * y;
        l[end] = value;
        filledTo[j] = end + 1;
      }
      if (d > vanishedPivotShare * diagonal) {
        inversePivot[k] = 1 / d;
      } else {
        inversePivot[k] = 1 / (raisedShare * diagonal);
        raised = true;
      }
    }
    return raised;
  }

  function solve(b: Float64Array): void {
    for (let j = 0; j < rows; j++) {
      const y = b[j]!;
      if (y === 0) continue;
      for (let p = lStart[j]!; p < lStart[j + 1]!; p++) b[lRow[p]!]! -= l[p]! * y;
    }
    for (let j = rows - 1; j >= 0; j--) {
      let y = b[j]! * inversePivot[j]!;
      for (let p = lStart[j]!; p < lStart[j + 1]!; p++) y -= l[p]! * b[lRow[p]!]!;
      b[j] = y;
    }
  }

  return { h, factorise, solve };
}
