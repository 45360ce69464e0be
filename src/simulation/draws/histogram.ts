/**
 * Counts values in bins that are as wide as the leading bits of a double tell apart: every bin spans 2⁻ᵇⁱᵗˢ of its value.
 * Each bin also keeps its smallest and largest value and the sum, so a bin with one or two values, or with equal ones, is
 * exact. Counts add up in any order, sums in the order given; memory depends on how far values spread, not on how many.
 */
export class Histogram {
  readonly #drop: number;
  #keys: Int32Array;
  #counts: Uint32Array;
  /** by bin: smallest, largest */
  #ends: Float64Array;
  #sums: Float64Array;
  #filled = 0;

  /**
   * @param bits of the mantissa that bins are told apart by, 1 .. 20: a relative width of 2⁻ᵇⁱᵗˢ
   * @param withSums whether bins keep their sums, which only tails need
   */
  constructor(bits: number, withSums = true) {
    this.#drop = 20 - bits;
    this.#keys = new Int32Array(START);
    this.#counts = new Uint32Array(START);
    this.#ends = new Float64Array(START * 2);
    this.#sums = new Float64Array(withSums ? START : 0);
  }

  /** Adds one value; it must be finite. */
  add(given: number): void {
    if (!Number.isFinite(given)) throw new Error(`got ${given}, expected a finite number`);
    const value = given + 0; // −0 and 0 are one value
    if (this.#filled * 2 > this.#keys.length) this.#grow();
    double[0] = value;
    const key = words[HIGH]! >> this.#drop;
    const slot = this.#slot(key);
    if (this.#counts[slot] === 0) {
      this.#keys[slot] = key;
      this.#filled++;
      this.#ends.fill(value, slot * 2, slot * 2 + 2);
    }
    this.#counts[slot]!++;
    if (value < this.#ends[slot * 2]!) this.#ends[slot * 2] = value;
    if (value > this.#ends[slot * 2 + 1]!) this.#ends[slot * 2 + 1] = value;
    if (this.#sums.length > 0) this.#sums[slot]! += value;
  }

  /** The bins that hold anything, by rising value. */
  bins(): Bin[] {
    const bins: Bin[] = [];
    this.#counts.forEach((count, slot) => {
      if (count === 0) return;
      bins.push({ count, low: this.#ends[slot * 2]!, high: this.#ends[slot * 2 + 1]!, sum: this.#sums[slot] ?? null });
    });
    return bins.sort((a, b) => a.low - b.low);
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts, ends, sums] = [this.#keys, this.#counts, this.#ends, this.#sums];
    this.#keys = new Int32Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    this.#ends = new Float64Array(ends.length * 2);
    this.#sums = new Float64Array(sums.length * 2);
    counts.forEach((count, from) => {
      if (count === 0) return;
      const to = this.#slot(keys[from]!);
      this.#keys[to] = keys[from]!;
      this.#counts[to] = count;
      this.#ends[to * 2] = ends[from * 2]!;
      this.#ends[to * 2 + 1] = ends[from * 2 + 1]!;
      if (sums.length > 0) this.#sums[to] = sums[from]!;
    });
  }
}

export interface Bin {
  readonly count: number;
  readonly low: number;
  readonly high: number;
  /** of its values; null where sums are not kept */
  readonly sum: number | null;
}

const START = 16;
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Which half of a double holds its sign and exponent depends on the machine's byte order. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
