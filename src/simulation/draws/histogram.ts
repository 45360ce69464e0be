/**
 * Counts values in bins that are as wide as the leading bits of a double tell apart: every bin spans 2⁻ᵇⁱᵗˢ of its value.
 * Each bin also keeps its smallest and largest value and the sum, so a bin with one or two values, or with equal ones, is
 * exact. Counts add up in any order, sums in the order given; memory depends on how far values spread, not on how many.
 */
export class Histogram {
  readonly #drop: number;
  #keys: Int32Array;
  #counts: Float64Array;
  #values: Float64Array;
  #filled = 0;
  count = 0;

  /** @param bits of the mantissa that bins are told apart by, 1 .. 20: a relative width of 2⁻ᵇⁱᵗˢ */
  constructor(bits: number) {
    this.#drop = 20 - bits;
    this.#keys = new Int32Array(START);
    this.#counts = new Float64Array(START);
    this.#values = new Float64Array(START * 3);
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
      this.#values[slot * 3] = value;
      this.#values[slot * 3 + 1] = value;
      this.#values[slot * 3 + 2] = 0;
    }
    this.#counts[slot]!++;
    if (value < this.#values[slot * 3]!) this.#values[slot * 3] = value;
    if (value > this.#values[slot * 3 + 1]!) this.#values[slot * 3 + 1] = value;
    this.#values[slot * 3 + 2]! += value;
    this.count++;
  }

  /** The bins that hold anything, by rising value. */
  bins(): Bin[] {
    const bins: Bin[] = [];
    this.#counts.forEach((count, slot) => {
      if (count === 0) return;
      const [low, high, sum] = this.#values.subarray(slot * 3, slot * 3 + 3);
      bins.push({ count, low: low!, high: high!, sum: sum! });
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
    const [keys, counts, values] = [this.#keys, this.#counts, this.#values];
    this.#keys = new Int32Array(keys.length * 2);
    this.#counts = new Float64Array(keys.length * 2);
    this.#values = new Float64Array(keys.length * 6);
    counts.forEach((count, from) => {
      if (count === 0) return;
      const to = this.#slot(keys[from]!);
      this.#keys[to] = keys[from]!;
      this.#counts[to] = count;
      this.#values.set(values.subarray(from * 3, from * 3 + 3), to * 3);
    });
  }
}

export interface Bin {
  readonly count: number;
  readonly low: number;
  readonly high: number;
  readonly sum: number;
}

const START = 16;
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Which half of a double holds its sign and exponent depends on the machine's byte order. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
