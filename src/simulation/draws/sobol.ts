import { joeKuo } from "./sobol-table.ts";

const BITS = 32;
const rows = joeKuo.split(",").map((row) => row.trim().split(" ").map(Number));

/** Dimensions there are direction numbers for. */
export const SOBOL_DIMENSIONS = rows.length + 1;

/**
 * A coordinate of the Sobol points as 32-bit words, by their number: point 0 is 0, and the first 2ᵏ points of every
 * dimension hold each interval of length 2⁻ᵏ once.
 * @param dimension 0-based, less than {@link SOBOL_DIMENSIONS}
 */
export function sobolCoordinate(dimension: number): (point: number) => number {
  const direction = directions(dimension);
  return (point) => {
    if (point >= 2 ** BITS) throw new Error(`Sobol point ${point}: there are 2^${BITS}`);
    let word = 0;
    for (let bit = 0, left = point >>> 0; left !== 0; bit++, left >>>= 1) if (left & 1) word ^= direction[bit]!;
    return word >>> 0;
  };
}

/** Direction numbers v₁ … v₃₂, shifted to the top of a word, by the recurrence of Bratley & Fox (1988). */
function directions(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) return v.map((_, i) => 2 ** (BITS - 1 - i));
  const row = rows[dimension - 1];
  if (!row) throw new Error(`Sobol dimension ${dimension}: there are ${SOBOL_DIMENSIONS}`);
  const [polynomial, ...initial] = row as [number, ...number[]];
  const degree = initial.length;
  for (let i = 0; i < BITS; i++) {
    if (i < degree) {
      v[i] = initial[i]! * 2 ** (BITS - 1 - i);
      continue;
    }
    let word = v[i - degree]! ^ (v[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) word ^= v[i - k]!;
    v[i] = word;
  }
  return v;
}
