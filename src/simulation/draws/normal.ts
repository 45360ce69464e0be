import { exp, log } from "./elementary.ts";

/**
 * Standard normal distribution function, absolutely to about 1e-15 (Hart et al. 1968 as given by West, "Better approximations to
 * cumulative normal functions", Wilmott 2005).
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  const tail = z > 37 ? 0 : z < 7.07106781186547 ? exp((-z * z) / 2) * rational(z, UPPER, LOWER) : farTail(z);
  return x > 0 ? 1 - tail : tail;
}

const UPPER = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const LOWER = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function farTail(z: number): number {
  let fraction = z + 0.65;
  for (let k = 4; k >= 1; k--) fraction = z + k / fraction;
  return exp((-z * z) / 2) / fraction / 2.506628274631;
}

/** Standard normal quantile, to about 1e-15 (Wichura 1988, algorithm AS 241, PPND16). */
export function normalQuantile(percentile: number): number {
  const q = percentile - 0.5;
  if (Math.abs(q) <= 0.425) return q * rational(0.180625 - q * q, A, B);
  const r = Math.sqrt(-log(q < 0 ? percentile : 1 - percentile));
  const z = r <= 5 ? rational(r - 1.6, C, D) : rational(r - 5, E, F);
  return q < 0 ? -z : z;
}

// coefficients from the highest power down
const A = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const B = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const C = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const D = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const E = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const F = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

function rational(x: number, upper: readonly number[], lower: readonly number[]): number {
  const at = (coefficients: readonly number[]) => coefficients.reduce((sum, c) => sum * x + c, 0);
  return at(upper) / at(lower);
}
