import type { SensitivityIndex } from "./given-data.ts";
import { GROUPS, jackknife } from "./jackknife.ts";

/** Sums of one group of base samples for one outcome: of A and B, and per input. */
const SHARED = 3;
const PER_INPUT = 3;

/** With fewer blocks an index cannot be told from chance: one for each group of the jackknife. */
export const FEWEST_BLOCKS = GROUPS;

/**
 * First-order and total sensitivity by pick-freeze. Draws come in N blocks of inputs + 2: A, B, then A with one input after
 * the other taken from B (AB). First order: Saltelli et al. 2010 with f centred, Σ (f(B) − m)(f(AB) − f(A)) / N·V; total:
 * Jansen 1999, Σ (f(A) − f(AB))² / 2N·V; m and V are mean and variance (2N − 1) of the 2N values f(A) and f(B).
 */
export class PickFreeze {
  readonly #inputs: number;
  readonly #outcomes: number;
  /** by outcome, group: n, Σ(A + B), Σ(A² + B²); per input: Σ B(AB − A), Σ (AB − A), Σ (A − AB)² */
  readonly #sums: Float64Array;
  readonly #shift: Float64Array;
  #block: (readonly number[])[] = [];
  #blocks = 0;

  constructor(inputs: number, outcomes: number) {
    this.#inputs = inputs;
    this.#outcomes = outcomes;
    this.#sums = new Float64Array(outcomes * GROUPS * (SHARED + PER_INPUT * inputs));
    this.#shift = new Float64Array(outcomes);
  }

  /** One draw; they come in order of their number. */
  add(outcomes: readonly number[]): void {
    if (this.#blocks === 0 && this.#block.length === 0) this.#shift.set(outcomes);
    this.#block.push(outcomes);
    if (this.#block.length === this.#inputs + 2) {
      for (let o = 0; o < this.#outcomes; o++) this.#addBlock(o);
      this.#blocks++;
      this.#block = [];
    }
  }

  firstOrder(input: number, outcome: number): SensitivityIndex {
    return jackknife(this.#blocks, (without) => {
      const { n, mean, variance, perInput } = this.#total(outcome, without, input);
      return (perInput[0]! - mean * perInput[1]!) / n / variance;
    });
  }

  total(input: number, outcome: number): SensitivityIndex {
    return jackknife(this.#blocks, (without) => {
      const { n, variance, perInput } = this.#total(outcome, without, input);
      return perInput[2]! / (2 * n) / variance;
    });
  }

  #addBlock(outcome: number): void {
    const value = (row: number) => this.#block[row]![outcome]! - this.#shift[outcome]!;
    const at = (outcome * GROUPS + (this.#blocks % GROUPS)) * (SHARED + PER_INPUT * this.#inputs);
    const [a, b] = [value(0), value(1)];
    this.#sums[at]! += 1;
    this.#sums[at + 1]! += a + b;
    this.#sums[at + 2]! += a * a + b * b;
    for (let i = 0; i < this.#inputs; i++) {
      const mixed = value(2 + i);
      this.#sums[at + SHARED + PER_INPUT * i]! += b * (mixed - a);
      this.#sums[at + SHARED + PER_INPUT * i + 1]! += mixed - a;
      this.#sums[at + SHARED + PER_INPUT * i + 2]! += (a - mixed) * (a - mixed);
    }
  }

  #total(outcome: number, without: number, input: number) {
    const width = SHARED + PER_INPUT * this.#inputs;
    const shared = new Float64Array(SHARED);
    const perInput = new Float64Array(PER_INPUT);
    for (let g = 0; g < GROUPS; g++) {
      if (g === without) continue;
      const at = (outcome * GROUPS + g) * width;
      shared.forEach((_, s) => {
        shared[s]! += this.#sums[at + s]!;
      });
      perInput.forEach((_, s) => {
        perInput[s]! += this.#sums[at + SHARED + PER_INPUT * input + s]!;
      });
    }
    const [n, first, second] = shared as unknown as [number, number, number];
    const mean = first / (2 * n);
    const variance = (second - 2 * n * mean * mean) / (2 * n - 1);
    return { n, mean, variance: variance > 1e-12 * (second / n) ? variance : Number.NaN, perInput };
  }
}
