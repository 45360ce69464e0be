import type { Symbolic } from "./symbolic.ts";

/** A sparse symmetric matrix with a fixed pattern and its Cholesky factor L Lᵀ; see {@link createFactor}. */
export interface Factor {
  /** values of H at the places of {@link Symbolic.pairTarget}; fill them, then call `factorise`, which overwrites them */
  readonly values: Float64Array;
  /**
   * Factorises `values`. `raisedShare` is what a vanished pivot becomes, as a share of its diagonal: the smaller, the
   * longer the step along prices that no free activity pins down. True if there were such prices.
   */
  factorise(raisedShare: number): boolean;
  /** solves H z = b in place; b is in elimination order */
  solve(b: Float64Array): void;
}

/** A pivot below this share of its diagonal is rounding noise: the free activities do not pin that price down. */
const vanishedPivotShare = 1e-13;

/**
 * Numeric L Lᵀ on a fixed layout, panel by panel from the left (Ng and Peyton, "Block sparse Cholesky algorithms",
 * 1993): what the panels before it take off a panel, then the panel itself. Nearly all the work is in panels of four
 * columns (see `panels.ts`), so their products are written out; narrower ones go column by column.
 * H must be positive semidefinite with a positive diagonal. Nothing is allocated after this.
 */
export function createFactor(symbolic: Symbolic): Factor {
  const { rows, panels, firstColumn, rowStart, row, valueStart, diagonalAt, updateStart } = symbolic;
  const { source, first, columns, targetStart, target } = symbolic.updates;
  const values = new Float64Array(valueStart[panels]!);
  const diagonal = new Float64Array(rows);
  const inverse = new Float64Array(rows);

  /** H ← H − L_c L_rᵀ for two columns c, c′ and all rows r from c on, each row of L four wide and in one piece */
  function takeFour(begin: number, second: number, end: number, at: number, left: number, right: number): void {
    const a0 = values[begin]!;
    const a1 = values[begin + 1]!;
    const a2 = values[begin + 2]!;
    const a3 = values[begin + 3]!;
    const b0 = values[second]!;
    const b1 = values[second + 1]!;
    const b2 = values[second + 2]!;
    const b3 = values[second + 3]!;
    for (let i = begin; i < end; i += 4) {
      const x0 = values[i]!;
      const x1 = values[i + 1]!;
      const x2 = values[i + 2]!;
      const x3 = values[i + 3]!;
      const place = target[at++]!;
      values[place + left]! -= a0 * x0 + a1 * x1 + (a2 * x2 + a3 * x3);
      values[place + right]! -= b0 * x0 + b1 * x1 + (b2 * x2 + b3 * x3);
    }
  }

  /** the same for the four columns of a target that is four wide */
  function takeSixteen(begin: number, end: number, at: number): void {
    const a0 = values[begin]!;
    const a1 = values[begin + 1]!;
    const a2 = values[begin + 2]!;
    const a3 = values[begin + 3]!;
    const b0 = values[begin + 4]!;
    const b1 = values[begin + 5]!;
    const b2 = values[begin + 6]!;
    const b3 = values[begin + 7]!;
    const c0 = values[begin + 8]!;
    const c1 = values[begin + 9]!;
    const c2 = values[begin + 10]!;
    const c3 = values[begin + 11]!;
    const d0 = values[begin + 12]!;
    const d1 = values[begin + 13]!;
    const d2 = values[begin + 14]!;
    const d3 = values[begin + 15]!;
    for (let i = begin; i < end; i += 4) {
      const x0 = values[i]!;
      const x1 = values[i + 1]!;
      const x2 = values[i + 2]!;
      const x3 = values[i + 3]!;
      const place = target[at++]!;
      values[place]! -= a0 * x0 + a1 * x1 + (a2 * x2 + a3 * x3);
      values[place + 1]! -= b0 * x0 + b1 * x1 + (b2 * x2 + b3 * x3);
      values[place + 2]! -= c0 * x0 + c1 * x1 + (c2 * x2 + c3 * x3);
      values[place + 3]! -= d0 * x0 + d1 * x1 + (d2 * x2 + d3 * x3);
    }
  }

  /** the same for one column c and one column of a panel `width` wide */
  function takeOne(begin: number, width: number, end: number, at: number, left: number): void {
    const a = values[begin]!;
    if (a === 0) return;
    for (let i = begin; i < end; i += width) values[target[at++]! + left]! -= a * values[i]!;
  }

  /** what update u takes off a panel that begins with column `own` */
  function update(u: number, own: number): void {
    const s = source[u]!;
    const width = firstColumn[s + 1]! - firstColumn[s]!;
    const end = valueStart[s + 1]!;
    const firstRow = rowStart[s]! + first[u]!;
    const count = columns[u]!;
    let begin = valueStart[s]! + first[u]! * width;
    let at = targetStart[u]!;
    let c = 0;
    if (width === 4) {
      if (count === 4) {
        takeSixteen(begin, end, at);
        return;
      }
      for (; c + 1 < count; c += 2, begin += 8, at += 2) {
        takeFour(begin, begin + 4, end, at, row[firstRow + c]! - own, row[firstRow + c + 1]! - own);
      }
      if (c < count) {
        const left = row[firstRow + c]! - own;
        for (let k = 0; k < 4; k++) takeOne(begin + k, 4, end, at, left);
      }
      return;
    }
    for (; c < count; c++, begin += width, at++) {
      const left = row[firstRow + c]! - own;
      for (let k = 0; k < width; k++) takeOne(begin + k, width, end, at, left);
    }
  }

  /** factorises a panel from which everything before it has been taken off; true if a pivot had vanished */
  function settle(p: number, raisedShare: number): boolean {
    const own = firstColumn[p]!;
    const width = firstColumn[p + 1]! - own;
    const start = valueStart[p]!;
    const end = valueStart[p + 1]!;
    let raised = false;
    for (let k = 0, pivotRow = start; k < width; k++, pivotRow += width) {
      for (let j = 0; j < k; j++) divide(pivotRow, start, own, width, j);
      let pivot = values[pivotRow + k]!;
      for (let j = 0; j < k; j++) pivot -= values[pivotRow + j]! * values[pivotRow + j]!;
      if (!(pivot > vanishedPivotShare * diagonal[own + k]!)) {
        pivot = raisedShare * diagonal[own + k]!;
        raised = true;
      }
      inverse[own + k] = 1 / Math.sqrt(pivot);
    }
    if (width === 4) divideFour(start, end, own);
    else
      for (let i = start + width * width; i < end; i += width)
        for (let k = 0; k < width; k++) divide(i, start, own, width, k);
    return raised;
  }

  /** the entry of column k in the row of L that begins at i, from those before it */
  function divide(i: number, start: number, own: number, width: number, k: number): void {
    let value = values[i + k]!;
    for (let j = 0; j < k; j++) value -= values[i + j]! * values[start + k * width + j]!;
    values[i + k] = value * inverse[own + k]!;
  }

  /** the same for all rows below the diagonal of a panel four wide */
  function divideFour(start: number, end: number, own: number): void {
    const l10 = values[start + 4]!;
    const l20 = values[start + 8]!;
    const l21 = values[start + 9]!;
    const l30 = values[start + 12]!;
    const l31 = values[start + 13]!;
    const l32 = values[start + 14]!;
    const i0 = inverse[own]!;
    const i1 = inverse[own + 1]!;
    const i2 = inverse[own + 2]!;
    const i3 = inverse[own + 3]!;
    for (let i = start + 16; i < end; i += 4) {
      const x0 = values[i]! * i0;
      const x1 = (values[i + 1]! - x0 * l10) * i1;
      const x2 = (values[i + 2]! - x0 * l20 - x1 * l21) * i2;
      values[i] = x0;
      values[i + 1] = x1;
      values[i + 2] = x2;
      values[i + 3] = (values[i + 3]! - x0 * l30 - x1 * l31 - x2 * l32) * i3;
    }
  }

  function factorise(raisedShare: number): boolean {
    for (let k = 0; k < rows; k++) diagonal[k] = values[diagonalAt[k]!]!;
    let raised = false;
    for (let p = 0; p < panels; p++) {
      const end = updateStart[p + 1]!;
      for (let u = updateStart[p]!; u < end; u++) update(u, firstColumn[p]!);
      if (settle(p, raisedShare)) raised = true;
    }
    return raised;
  }

  function solve(b: Float64Array): void {
    for (let p = 0; p < panels; p++) forward(p, b);
    for (let p = panels - 1; p >= 0; p--) backward(p, b);
  }

  function forward(p: number, b: Float64Array): void {
    const own = firstColumn[p]!;
    const width = firstColumn[p + 1]! - own;
    const end = rowStart[p + 1]!;
    let i = valueStart[p]!;
    for (let k = 0; k < width; k++, i += width) {
      let y = b[own + k]!;
      for (let j = 0; j < k; j++) y -= values[i + j]! * b[own + j]!;
      b[own + k] = y * inverse[own + k]!;
    }
    if (width === 4) {
      const y0 = b[own]!;
      const y1 = b[own + 1]!;
      const y2 = b[own + 2]!;
      const y3 = b[own + 3]!;
      for (let r = rowStart[p]! + 4; r < end; r++, i += 4) {
        b[row[r]!]! -= values[i]! * y0 + values[i + 1]! * y1 + (values[i + 2]! * y2 + values[i + 3]! * y3);
      }
      return;
    }
    for (let r = rowStart[p]! + width; r < end; r++, i += width) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += values[i + k]! * b[own + k]!;
      b[row[r]!]! -= sum;
    }
  }

  function backward(p: number, b: Float64Array): void {
    const own = firstColumn[p]!;
    const width = firstColumn[p + 1]! - own;
    const end = rowStart[p + 1]!;
    const start = valueStart[p]!;
    const below = start + width * width;
    if (width === 4) {
      let y0 = 0;
      let y1 = 0;
      let y2 = 0;
      let y3 = 0;
      for (let r = rowStart[p]! + 4, i = below; r < end; r++, i += 4) {
        const z = b[row[r]!]!;
        y0 += values[i]! * z;
        y1 += values[i + 1]! * z;
        y2 += values[i + 2]! * z;
        y3 += values[i + 3]! * z;
      }
      b[own]! -= y0;
      b[own + 1]! -= y1;
      b[own + 2]! -= y2;
      b[own + 3]! -= y3;
    } else {
      for (let r = rowStart[p]! + width, i = below; r < end; r++, i += width) {
        const z = b[row[r]!]!;
        for (let k = 0; k < width; k++) b[own + k]! -= values[i + k]! * z;
      }
    }
    for (let k = width - 1; k >= 0; k--) {
      let y = b[own + k]!;
      for (let j = k + 1; j < width; j++) y -= values[start + j * width + k]! * b[own + j]!;
      b[own + k] = y * inverse[own + k]!;
    }
  }

  return { values, factorise, solve };
}
