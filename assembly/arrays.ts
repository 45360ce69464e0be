/*
 * Where the arrays are that kernels about activities work on: addresses in memory, f64 values eight bytes apart, whole
 * numbers (i32) four. Activities come sorted as in src/market/columns.ts. `bind` is told once.
 */

export let columnStart: usize = 0;
export let columnMarket: usize = 0;
export let coefficient: usize = 0;
export let referenceLevel: usize = 0;
export let lowerBound: usize = 0;
export let upperBound: usize = 0;
export let marginalCost: usize = 0;
export let inverseSlope: usize = 0;
export let prices: usize = 0;
export let wanted: usize = 0;
export let level: usize = 0;
export let balance: usize = 0;
export let free: usize = 0;
export let direction: usize = 0;
export let startLevel: usize = 0;
export let startWanted: usize = 0;
export let gain: usize = 0;
export let pace: usize = 0;
export let kinks: usize = 0;

export function bind(
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
  directionAt: usize,
  startLevelAt: usize,
  startWantedAt: usize,
  gainAt: usize,
  paceAt: usize,
  kinksAt: usize,
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
  direction = directionAt;
  startLevel = startLevelAt;
  startWanted = startWantedAt;
  gain = gainAt;
  pace = paceAt;
  kinks = kinksAt;
}

export function f64At(array: usize, index: i32): usize {
  return array + (<usize>index << 3);
}

export function market(k: i32): i32 {
  return load<i32>(columnMarket + (<usize>k << 2));
}
