/*
 * How activities answer prices (src/market/response.ts says what for). Arrays are given by their address in memory, f64
 * values eight bytes apart, whole numbers (i32) four; activities come sorted as in src/market/columns.ts.
 */

// where the arrays are, told once
let columnStart: usize = 0;
let columnMarket: usize = 0;
let coefficient: usize = 0;
let referenceLevel: usize = 0;
let lowerBound: usize = 0;
let upperBound: usize = 0;
let marginalCost: usize = 0;
let inverseSlope: usize = 0;
let prices: usize = 0;
let wanted: usize = 0;
let level: usize = 0;
let balance: usize = 0;
let free: usize = 0;

/** Says where the arrays are that `respond` works on. */
export function bindResponse(
  columnStartAt: usize,
  columnMarketAt: usize,
  coefficientAt: usize,
  referenceLevelAt: usize,
  lowerBoundAt: usize,
  upperBoundAt: usize,
  marginalCostAt: usize,
  inverseSlopeAt: usize,
  pricesAt: usize,
  wantedAt: usize,
  levelAt: usize,
  balanceAt: usize,
  freeAt: usize,
): void {
  columnStart = columnStartAt;
  columnMarket = columnMarketAt;
  coefficient = coefficientAt;
  referenceLevel = referenceLevelAt;
  lowerBound = lowerBoundAt;
  upperBound = upperBoundAt;
  marginalCost = marginalCostAt;
  inverseSlope = inverseSlopeAt;
  prices = pricesAt;
  wanted = wantedAt;
  level = levelAt;
  balance = balanceAt;
  free = freeAt;
}

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

function f64At(array: usize, index: i32): usize {
  return array + (<usize>index << 3);
}

function market(k: i32): i32 {
  return load<i32>(columnMarket + (<usize>k << 2));
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
