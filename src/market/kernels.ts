import { Update } from "./panels.ts";

/*
 * The products of a Cholesky factor in panels four wide (see panels.ts), written out. They are functions of the arrays
 * they work on, not closures: V8 compiles a closure well only while there is one of its kind.
 */

/** A pivot below this share of its diagonal is rounding noise: the free activities do not pin that price down. */
const vanishedPivotShare = 1e-13;

/** Takes updates `from .. to - 1` off the panels they belong to. */
export function applyUpdates(
  values: Float64Array,
  update: Int32Array,
  target: Int32Array,
  from: number,
  to: number,
): void {
  for (let u = from * Update.size; u < to * Update.size; u += Update.size) {
    const begin = update[u]!;
    const end = update[u + Update.end]!;
    const at = update[u + Update.at]!;
    const count = update[u + Update.count]!;
    if (count === 4) takeFour(values, target, begin, end, at);
    else
      for (let c = 0; c < count; c++)
        takeOne(values, target, begin + 4 * c, end, at + c, update[u + Update.offset + c]!);
  }
}

/** all four columns of a panel: sixteen products per row */
function takeFour(values: Float64Array, target: Int32Array, begin: number, end: number, at: number): void {
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

/** one column of a panel: four products per row */
function takeOne(
  values: Float64Array,
  target: Int32Array,
  begin: number,
  end: number,
  at: number,
  offset: number,
): void {
  const a0 = values[begin]!;
  const a1 = values[begin + 1]!;
  const a2 = values[begin + 2]!;
  const a3 = values[begin + 3]!;
  for (let i = begin; i < end; i += 4) {
    const product = a0 * values[i]! + a1 * values[i + 1]! + (a2 * values[i + 2]! + a3 * values[i + 3]!);
    values[target[at++]! + offset]! -= product;
  }
}

/**
 * Factorises one panel from which everything before it has been taken off: values `start .. end - 1`, places from `own`
 * on. `diagonal` holds H's own diagonal, `inverse` gets 1 / that of L; `raisedShare` as in {@link Factor}.
 * True if a pivot had vanished.
 */
export function settlePanel(
  values: Float64Array,
  diagonal: Float64Array,
  inverse: Float64Array,
  start: number,
  end: number,
  own: number,
  raisedShare: number,
): boolean {
  let raised = false;
  for (let k = 0, pivotRow = start; k < 4; k++, pivotRow += 4) {
    let pivot = values[pivotRow + k]!;
    for (let j = 0; j < k; j++) pivot -= values[pivotRow + j]! * values[pivotRow + j]!;
    if (!(pivot > vanishedPivotShare * diagonal[own + k]!)) {
      pivot = raisedShare * diagonal[own + k]!;
      raised = true;
    }
    const scale = 1 / Math.sqrt(pivot);
    inverse[own + k] = scale;
    for (let i = pivotRow + 4; i < start + 16; i += 4) {
      let value = values[i + k]!;
      for (let j = 0; j < k; j++) value -= values[i + j]! * values[pivotRow + j]!;
      values[i + k] = value * scale;
    }
  }
  divideRows(values, inverse, start, end, own);
  return raised;
}

/** Divides all rows below a panel's own triangle by it. */
function divideRows(values: Float64Array, inverse: Float64Array, start: number, end: number, own: number): void {
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

/** Solves L z = b in place for one panel: its own places from `own` on, then what they take off the rows below. */
export function solveForward(
  values: Float64Array,
  inverse: Float64Array,
  row: Int32Array,
  b: Float64Array,
  from: number,
  to: number,
  own: number,
): void {
  const s = 4 * from;
  const y0 = b[own]! * inverse[own]!;
  const y1 = (b[own + 1]! - values[s + 4]! * y0) * inverse[own + 1]!;
  const y2 = (b[own + 2]! - values[s + 8]! * y0 - values[s + 9]! * y1) * inverse[own + 2]!;
  const y3 = (b[own + 3]! - values[s + 12]! * y0 - values[s + 13]! * y1 - values[s + 14]! * y2) * inverse[own + 3]!;
  b[own] = y0;
  b[own + 1] = y1;
  b[own + 2] = y2;
  b[own + 3] = y3;
  for (let r = from + 4, i = s + 16; r < to; r++, i += 4) {
    b[row[r]!]! -= values[i]! * y0 + values[i + 1]! * y1 + (values[i + 2]! * y2 + values[i + 3]! * y3);
  }
}

/** Solves Lᵀ z = b in place for one panel: what the rows below take off its own places, then these. */
export function solveBackward(
  values: Float64Array,
  inverse: Float64Array,
  row: Int32Array,
  b: Float64Array,
  from: number,
  to: number,
  own: number,
): void {
  const s = 4 * from;
  let y0 = b[own]!;
  let y1 = b[own + 1]!;
  let y2 = b[own + 2]!;
  let y3 = b[own + 3]!;
  for (let r = from + 4, i = s + 16; r < to; r++, i += 4) {
    const z = b[row[r]!]!;
    y0 -= values[i]! * z;
    y1 -= values[i + 1]! * z;
    y2 -= values[i + 2]! * z;
    y3 -= values[i + 3]! * z;
  }
  y3 *= inverse[own + 3]!;
  y2 = (y2 - values[s + 14]! * y3) * inverse[own + 2]!;
  y1 = (y1 - values[s + 9]! * y2 - values[s + 13]! * y3) * inverse[own + 1]!;
  y0 = (y0 - values[s + 4]! * y1 - values[s + 8]! * y2 - values[s + 12]! * y3) * inverse[own]!;
  b[own] = y0;
  b[own + 1] = y1;
  b[own + 2] = y2;
  b[own + 3] = y3;
}
