// Engines differ in the last bits of Math.exp and Math.log; these use + − × ÷ alone, so every engine gives the same bits.

const LN2_HIGH = 0.6931471803691238; // fdlibm's split of ln 2: the first part has zeros at its end
const LN2_LOW = 1.9082149292705877e-10;
const DEGREE = 14;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** eˣ to about 2 units in the last place for −708 ≤ x ≤ 709; 0 below and ∞ above. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < -708) return 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const power = Math.round(x / (LN2_HIGH + LN2_LOW));
  const rest = x - power * LN2_HIGH - power * LN2_LOW;
  let sum = 1;
  for (let k = DEGREE; k >= 1; k--) sum = 1 + (rest * sum) / k;
  return sum * powerOfTwo(power);
}

/** Natural logarithm to about 2 units in the last place; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 2.3e-308) return log(x * 18014398509481984) - 54 * LN2_HIGH - 54 * LN2_LOW; // subnormal: × 2⁵⁴
  double[0] = x;
  let power = (words[HIGH]! >>> 20) - 1023;
  words[HIGH] = (words[HIGH]! & 0xfffff) | 0x3ff00000;
  let mantissa = double[0];
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    power++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let k = 25; k >= 3; k -= 2) sum = square * (1 / k + sum);
  return power * LN2_HIGH + (2 * s * (1 + sum) + power * LN2_LOW);
}

function powerOfTwo(power: number): number {
  words[1 - HIGH] = 0;
  words[HIGH] = (power + 1023) << 20;
  return double[0]!;
}
