/*
 * How activities answer prices; src/market/response.ts says what for.
 */

import {
  balance,
  coefficient,
  columnStart,
  f64At,
  free,
  inverseSlope,
  level,
  lowerBound,
  marginalCost,
  market,
  prices,
  referenceLevel,
  upperBound,
  wanted,
} from "./arrays";

/** Fills wanted, level, balance and free at the prices there are; returns how many activities are free. */
export function respond(markets: i32, singles: i32, pairs: i32, activities: i32): i32 {
  memory.fill(balance, 0, <usize>markets << 3);
  let count = 0;
  for (let a = 0; a < singles; a++) {
    const m = market(a);
    const made = load<f64>(f64At(coefficient, a));
    const x = wish(a, made * priceOf(m) - load<f64>(f64At(marginalCost, a)));
    const done = clip(a, x);
    add(m, made * done);
    count = keep(a, x, done, count);
  }
  for (let a = singles, k = singles; a < pairs; a++, k += 2) {
    const from = market(k);
    const to = market(k + 1);
    const taken = load<f64>(f64At(coefficient, k));
    const given = load<f64>(f64At(coefficient, k), 8);
    const x = wish(a, taken * priceOf(from) + given * priceOf(to) - load<f64>(f64At(marginalCost, a)));
    const done = clip(a, x);
    add(from, taken * done);
    add(to, given * done);
    count = keep(a, x, done, count);
  }
  for (let a = pairs; a < activities; a++) {
    const start = load<i32>(columnStart + (<usize>a << 2));
    const end = load<i32>(columnStart + (<usize>a << 2), 4);
    let gain = -load<f64>(f64At(marginalCost, a));
    for (let k = start; k < end; k++) gain += load<f64>(f64At(coefficient, k)) * priceOf(market(k));
    const x = wish(a, gain);
    const done = clip(a, x);
    for (let k = start; k < end; k++) add(market(k), load<f64>(f64At(coefficient, k)) * done);
    count = keep(a, x, done, count);
  }
  return count;
}

function priceOf(m: i32): f64 {
  return load<f64>(f64At(prices, m));
}

/** what activity a would do were it not for its bounds */
function wish(a: i32, gain: f64): f64 {
  return load<f64>(f64At(referenceLevel, a)) + gain * load<f64>(f64At(inverseSlope, a));
}

/** x within the bounds of activity a, without a branch; what is no number stays none, so that it shows */
function clip(a: i32, x: f64): f64 {
  const l = v128.load64_zero(f64At(lowerBound, a));
  const u = v128.load64_zero(f64At(upperBound, a));
  return f64x2.extract_lane(f64x2.pmin(f64x2.pmax(f64x2.splat(x), l), u), 0);
}

function add(m: i32, tonnes: f64): void {
  const at = f64At(balance, m);
  store<f64>(at, load<f64>(at) + tonnes);
}

/** stores the answer of activity a, which stays on the list of free ones if it is strictly between its bounds */
function keep(a: i32, x: f64, done: f64, count: i32): i32 {
  store<f64>(f64At(wanted, a), x);
  store<f64>(f64At(level, a), done);
  store<i32>(free + (<usize>count << 2), a);
  return count + (i32(load<f64>(f64At(lowerBound, a)) < x) & i32(x < load<f64>(f64At(upperBound, a))));
}
