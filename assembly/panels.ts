/*
 * The products of a Cholesky factor in panels four wide (src/market/panels.ts lays them out). Arrays are given by their
 * address in memory: f64 values eight bytes apart, whole numbers (i32) four. Sums are written in the order in which the
 * plain loops of test/market/plain-kernels.ts take them, so that not a bit depends on how many are taken at a time.
 */

// as in src/market/panels.ts, in bytes
const updateSize: usize = 28;
const rowSize: usize = 32;

/** A pivot below this share of its diagonal is rounding noise: the free activities do not pin that price down. */
const vanishedPivotShare: f64 = 1e-13;

/**
 * Adds up H of `count` activities: weight × (product of two coefficients) at the place of their two markets. Zero
 * elsewhere, up to `valuesEnd`.
 */
export function assemble(
  count: i32,
  counted: usize,
  weight: usize,
  pairStart: usize,
  pairTarget: usize,
  pairProduct: usize,
  values: usize,
  valuesEnd: usize,
): void {
  memory.fill(values, 0, valuesEnd - values);
  for (let i = 0; i < count; i++) {
    const start = pairStart + ((<usize>load<i32>(counted + (<usize>i << 2))) << 2);
    const end = load<i32>(start, 4);
    const w = load<f64>(weight + (<usize>i << 3));
    for (let p = load<i32>(start); p < end; p++) {
      const at = values + ((<usize>load<i32>(pairTarget + (<usize>p << 2))) << 3);
      store<f64>(at, load<f64>(at) + w * load<f64>(pairProduct + (<usize>p << 3)));
    }
  }
}

/** Factorises the values of H into those of L, panel by panel; see `Factor` in src/market/factor.ts. 1 if a pivot had vanished. */
export function factorise(
  panels: i32,
  rowStart: usize,
  updateStart: usize,
  update: usize,
  target: usize,
  values: usize,
  diagonal: usize,
  inverse: usize,
  raisedShare: f64,
): i32 {
  let raised = 0;
  for (let p = 0; p < panels; p++) {
    const i = <usize>p << 2;
    applyUpdates(update, load<i32>(updateStart + i), load<i32>(updateStart + i, 4), target, values);
    const start = values + (<usize>load<i32>(rowStart + i)) * rowSize;
    const end = values + (<usize>load<i32>(rowStart + i, 4)) * rowSize;
    const own = (<usize>p) * rowSize;
    raised |= settlePanel(start, end, diagonal + own, inverse + own, raisedShare);
  }
  return raised;
}

/** Takes updates `from .. to - 1` off the panels they belong to: the products of each row with four others, two at a time. */
function applyUpdates(update: usize, from: i32, to: i32, target: usize, values: usize): void {
  const last = update + (<usize>to) * updateSize;
  for (let u = update + (<usize>from) * updateSize; u < last; u += updateSize) {
    const end = values + ((<usize>load<i32>(u, 4)) << 3);
    let place = target + ((<usize>load<i32>(u, 8)) << 2);
    const a = values + ((<usize>load<i32>(u, 12)) << 3);
    const b = values + ((<usize>load<i32>(u, 16)) << 3);
    const c = values + ((<usize>load<i32>(u, 20)) << 3);
    const d = values + ((<usize>load<i32>(u, 24)) << 3);
    const ab0 = both(a, b);
    const ab1 = both(a + 8, b + 8);
    const ab2 = both(a + 16, b + 16);
    const ab3 = both(a + 24, b + 24);
    const cd0 = both(c, d);
    const cd1 = both(c + 8, d + 8);
    const cd2 = both(c + 16, d + 16);
    const cd3 = both(c + 24, d + 24);
    for (let row = values + ((<usize>load<i32>(u)) << 3); row < end; row += rowSize) {
      const x0 = v128.load64_splat(row);
      const x1 = v128.load64_splat(row, 8);
      const x2 = v128.load64_splat(row, 16);
      const x3 = v128.load64_splat(row, 24);
      const to = values + ((<usize>load<i32>(place)) << 3);
      v128.store(to, f64x2.sub(v128.load(to), sumOfFour(ab0, x0, ab1, x1, ab2, x2, ab3, x3)));
      v128.store(to, f64x2.sub(v128.load(to, 16), sumOfFour(cd0, x0, cd1, x1, cd2, x2, cd3, x3)), 16);
      place += 4;
    }
  }
}

/** the numbers at two addresses */
function both(first: usize, second: usize): v128 {
  return v128.load64_lane(second, v128.load64_zero(first), 1);
}

function sumOfFour(a0: v128, x0: v128, a1: v128, x1: v128, a2: v128, x2: v128, a3: v128, x3: v128): v128 {
  return f64x2.add(
    f64x2.add(f64x2.mul(a0, x0), f64x2.mul(a1, x1)),
    f64x2.add(f64x2.mul(a2, x2), f64x2.mul(a3, x3)),
  );
}

/** Factorises one panel from which everything before it has been taken off. 1 if a pivot had vanished. */
function settlePanel(start: usize, end: usize, diagonal: usize, inverse: usize, raisedShare: f64): i32 {
  let raised = 0;
  const below = start + 4 * rowSize;
  for (let k: usize = 0; k < 32; k += 8) {
    const pivotRow = start + 4 * k;
    let pivot = load<f64>(pivotRow + k);
    for (let j: usize = 0; j < k; j += 8) pivot -= load<f64>(pivotRow + j) * load<f64>(pivotRow + j);
    if (!(pivot > vanishedPivotShare * load<f64>(diagonal + k))) {
      pivot = raisedShare * load<f64>(diagonal + k);
      raised = 1;
    }
    const scale = 1 / Math.sqrt(pivot);
    store<f64>(inverse + k, scale);
    for (let row = pivotRow + rowSize; row < below; row += rowSize) {
      let value = load<f64>(row + k);
      for (let j: usize = 0; j < k; j += 8) value -= load<f64>(row + j) * load<f64>(pivotRow + j);
      store<f64>(row + k, value * scale);
    }
  }
  const l10 = load<f64>(start, 32);
  const l20 = load<f64>(start, 64);
  const l21 = load<f64>(start, 72);
  const l30 = load<f64>(start, 96);
  const l31 = load<f64>(start, 104);
  const l32 = load<f64>(start, 112);
  const i0 = load<f64>(inverse);
  const i1 = load<f64>(inverse, 8);
  const i2 = load<f64>(inverse, 16);
  const i3 = load<f64>(inverse, 24);
  for (let row = below; row < end; row += rowSize) {
    const x0 = load<f64>(row) * i0;
    const x1 = (load<f64>(row, 8) - x0 * l10) * i1;
    const x2 = (load<f64>(row, 16) - x0 * l20 - x1 * l21) * i2;
    store<f64>(row, x0);
    store<f64>(row, x1, 8);
    store<f64>(row, x2, 16);
    store<f64>(row, (load<f64>(row, 24) - x0 * l30 - x1 * l31 - x2 * l32) * i3, 24);
  }
  return raised;
}

/** Solves L Lᵀ z = b in place: forward from the first panel, then back from the last. */
export function solve(panels: i32, rowStart: usize, row: usize, values: usize, inverse: usize, b: usize): void {
  for (let p = 0; p < panels; p++) {
    const from = load<i32>(rowStart + (<usize>p << 2));
    const to = load<i32>(rowStart + (<usize>p << 2), 4);
    const own = (<usize>p) * rowSize;
    solveForward(values + (<usize>from) * rowSize, row + (<usize>from << 2), row + (<usize>to << 2), b, b + own, inverse + own);
  }
  for (let p = panels - 1; p >= 0; p--) {
    const from = load<i32>(rowStart + (<usize>p << 2));
    const to = load<i32>(rowStart + (<usize>p << 2), 4);
    const own = (<usize>p) * rowSize;
    solveBackward(values + (<usize>from) * rowSize, row + (<usize>from << 2), row + (<usize>to << 2), b, b + own, inverse + own);
  }
}

/** One panel of L z = b: its own four places, then what they take off the rows below. */
function solveForward(l: usize, from: usize, to: usize, b: usize, own: usize, inverse: usize): void {
  const y0 = load<f64>(own) * load<f64>(inverse);
  const y1 = (load<f64>(own, 8) - load<f64>(l, 32) * y0) * load<f64>(inverse, 8);
  const y2 = (load<f64>(own, 16) - load<f64>(l, 64) * y0 - load<f64>(l, 72) * y1) * load<f64>(inverse, 16);
  const y3 =
    (load<f64>(own, 24) - load<f64>(l, 96) * y0 - load<f64>(l, 104) * y1 - load<f64>(l, 112) * y2) *
    load<f64>(inverse, 24);
  store<f64>(own, y0);
  store<f64>(own, y1, 8);
  store<f64>(own, y2, 16);
  store<f64>(own, y3, 24);
  for (let r = from + 16, at = l + 4 * rowSize; r < to; r += 4, at += rowSize) {
    const place = b + ((<usize>load<i32>(r)) << 3);
    const taken =
      load<f64>(at) * y0 + load<f64>(at, 8) * y1 + (load<f64>(at, 16) * y2 + load<f64>(at, 24) * y3);
    store<f64>(place, load<f64>(place) - taken);
  }
}

/** One panel of Lᵀ z = b: what the rows below take off its own four places, then these. */
function solveBackward(l: usize, from: usize, to: usize, b: usize, own: usize, inverse: usize): void {
  let y01 = v128.load(own);
  let y23 = v128.load(own, 16);
  for (let r = from + 16, at = l + 4 * rowSize; r < to; r += 4, at += rowSize) {
    const z = v128.load64_splat(b + ((<usize>load<i32>(r)) << 3));
    y01 = f64x2.sub(y01, f64x2.mul(v128.load(at), z));
    y23 = f64x2.sub(y23, f64x2.mul(v128.load(at, 16), z));
  }
  const y3 = f64x2.extract_lane(y23, 1) * load<f64>(inverse, 24);
  const y2 = (f64x2.extract_lane(y23, 0) - load<f64>(l, 112) * y3) * load<f64>(inverse, 16);
  const y1 =
    (f64x2.extract_lane(y01, 1) - load<f64>(l, 72) * y2 - load<f64>(l, 104) * y3) * load<f64>(inverse, 8);
  const y0 =
    (f64x2.extract_lane(y01, 0) - load<f64>(l, 32) * y1 - load<f64>(l, 64) * y2 - load<f64>(l, 96) * y3) *
    load<f64>(inverse);
  store<f64>(own, y0);
  store<f64>(own, y1, 8);
  store<f64>(own, y2, 16);
  store<f64>(own, y3, 24);
}
