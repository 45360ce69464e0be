const MULTIPLY_A = 0xd2511f53;
const MULTIPLY_B = 0xcd9e8d57;
const WEYL_A = 0x9e3779b9;
const WEYL_B = 0xbb67ae85;
const ROUNDS = 10;

/** Four 32-bit words, each 0 .. 2³²−1. */
export type Words4 = readonly [number, number, number, number];

/**
 * Philox4x32-10 (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011): a counter and a
 * key in, four random words out, without state. Integer arithmetic only, so every engine gives the same bits.
 */
export function philox4x32(counter: Words4, key: readonly [number, number]): Words4 {
  let [a, b, c, d] = counter;
  let [k, l] = key;
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) {
      k = (k + WEYL_A) >>> 0;
      l = (l + WEYL_B) >>> 0;
    }
    const highA = highWord(MULTIPLY_A, a);
    const lowA = Math.imul(MULTIPLY_A, a) >>> 0;
    const highB = highWord(MULTIPLY_B, c);
    const lowB = Math.imul(MULTIPLY_B, c) >>> 0;
    a = (highB ^ b ^ k) >>> 0;
    b = lowB;
    c = (highA ^ d ^ l) >>> 0;
    d = lowA;
  }
  return [a, b, c, d];
}

/** Upper 32 bits of a 64-bit product, by halves so that no step leaves 53 bits. */
function highWord(x: number, y: number): number {
  const xHigh = x >>> 16;
  const xLow = x & 0xffff;
  const yHigh = y >>> 16;
  const yLow = y & 0xffff;
  const middle = xHigh * yLow + Math.floor((xLow * yLow) / 65536);
  const other = xLow * yHigh + (middle % 65536);
  return (xHigh * yHigh + Math.floor(middle / 65536) + Math.floor(other / 65536)) >>> 0;
}
