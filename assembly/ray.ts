/*
 * The dual along a ray of prices; src/market/line-search.ts says what for. `gain` is what a step along the direction
 * brings an activity (w there), `pace` how fast it would move its level (v), both but for its bounds.
 */

import {
  coefficient,
  columnStart,
  direction,
  f64At,
  gain,
  inverseSlope,
  kinks,
  lowerBound,
  market,
  pace,
  startLevel,
  startWanted,
  upperBound,
} from "./arrays";

/** A sum below this share of its terms is what rounding left of terms that cancel. */
const noiseShare: f64 = 1e-14;

let kinkCount = 0;
/** the dual's slope at t is `straight + t × straightBend`, but for the kinks */
let straight: f64 = 0;
let straightBend: f64 = 0;
let bend: f64 = 0;

/** Fills gain = Aᵀ direction, cancellation noise set to zero, and pace = gain / q. */
export function project(singles: i32, pairs: i32, activities: i32): void {
  for (let a = 0; a < singles; a++) advance(a, load<f64>(f64At(coefficient, a)) * moveOf(market(a)));
  for (let a = singles, k = singles; a < pairs; a++, k += 2) {
    const taken = load<f64>(f64At(coefficient, k)) * moveOf(market(k));
    const given = load<f64>(f64At(coefficient, k), 8) * moveOf(market(k + 1));
    const sum = taken + given;
    advance(a, abs(sum) <= noiseShare * (abs(taken) + abs(given)) ? 0 : sum);
  }
  for (let a = pairs; a < activities; a++) {
    const end = load<i32>(columnStart + (<usize>a << 2), 4);
    let sum: f64 = 0;
    let size: f64 = 0;
    for (let k = load<i32>(columnStart + (<usize>a << 2)); k < end; k++) {
      const part = load<f64>(f64At(coefficient, k)) * moveOf(market(k));
      sum += part;
      size += abs(part);
    }
    advance(a, abs(sum) <= noiseShare * size ? 0 : sum);
  }
}

function moveOf(m: i32): f64 {
  return load<f64>(f64At(direction, m));
}

function advance(a: i32, sum: f64): void {
  store<f64>(f64At(gain, a), sum);
  store<f64>(f64At(pace, a), sum * load<f64>(f64At(inverseSlope, a)));
}

/** The dual's slope at t, from its slope at zero; lists the kinks between `low`, where an earlier look ended, and t > low. */
export function slopeBeyond(activities: i32, slopeAtZero: f64, low: f64, t: f64): f64 {
  let sum = slopeAtZero;
  let bendSum: f64 = 0;
  let count = 0;
  for (let a = 0; a < activities; a++) {
    const step = load<f64>(f64At(pace, a));
    const start = load<f64>(f64At(startWanted, a));
    const near = start + low * step;
    const far = start + t * step;
    const l = load<f64>(f64At(lowerBound, a));
    const u = load<f64>(f64At(upperBound, a));
    const weight = load<f64>(f64At(gain, a));
    const x = load<f64>(f64At(startLevel, a));
    store<i32>(kinks + (<usize>count << 2), a);
    if (far >= u) {
      if (near >= u) sum -= weight * (u - x);
      else count++;
    } else if (far <= l) {
      if (near <= l) sum -= weight * (l - x);
      else count++;
    } else if (near < u && near > l) {
      sum -= weight * (start - x);
      bendSum -= weight * step;
    } else count++;
  }
  straight = sum;
  straightBend = bendSum;
  kinkCount = count;
  return slopeBetween(t);
}

/** The dual's slope at t between the ends of the last `slopeBeyond`. */
export function slopeBetween(t: f64): f64 {
  let sum = straight + t * straightBend;
  let bendSum = straightBend;
  const end = kinks + (<usize>kinkCount << 2);
  for (let kink = kinks; kink < end; kink += 4) {
    const a = load<i32>(kink);
    const step = load<f64>(f64At(pace, a));
    const wanted = load<f64>(f64At(startWanted, a)) + t * step;
    const l = load<f64>(f64At(lowerBound, a));
    const u = load<f64>(f64At(upperBound, a));
    const weight = load<f64>(f64At(gain, a));
    const x = load<f64>(f64At(startLevel, a));
    if (wanted >= u) sum -= weight * (u - x);
    else if (wanted <= l) sum -= weight * (l - x);
    else {
      sum -= weight * (wanted - x);
      bendSum -= weight * step;
    }
  }
  bend = bendSum;
  return sum;
}

/** The derivative of the slope where it was looked at last. */
export function bendThere(): f64 {
  return bend;
}
