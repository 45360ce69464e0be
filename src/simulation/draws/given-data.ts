import { GROUPS, jackknife } from "./jackknife.ts";

/** An index with its standard error; null where it cannot be told (an outcome that never varied, too few draws). */
export interface SensitivityIndex {
  readonly value: number | null;
  readonly standardError: number | null;
}

/**
 * First-order sensitivity from any sample: the share of an outcome's variance that the means of equally likely classes of
 * one input explain (correlation ratio; Pearson 1905, Plischke 2010), corrected for what chance would explain (Kelley
 * 1935): 1 − (1 − η²)(n − 1)/(n − classes).
 */
export class GivenData {
  readonly classes: number;
  readonly #inputs: number;
  readonly #outcomes: number;
  /** by group, input, class */
  readonly #counts: Float64Array;
  /** by outcome, group, input, class */
  readonly #sums: Float64Array;
  /** by outcome, group: Σ y, Σ y² */
  readonly #totals: Float64Array;
  readonly #shift: Float64Array;
  #draws = 0;

  /** @param draws that will be added: the cube root of it is the number of classes (4 .. 32) */
  constructor(inputs: number, outcomes: number, draws: number) {
    this.classes = classesFor(draws);
    this.#inputs = inputs;
    this.#outcomes = outcomes;
    this.#counts = new Float64Array(GROUPS * inputs * this.classes);
    this.#sums = new Float64Array(outcomes * GROUPS * inputs * this.classes);
    this.#totals = new Float64Array(outcomes * GROUPS * 2);
    this.#shift = new Float64Array(outcomes);
  }

  /** One draw: where each input lay in its distribution (0 .. 1) and what came of it. */
  add(percentiles: readonly number[], outcomes: readonly number[]): void {
    const group = this.#draws % GROUPS;
    if (this.#draws === 0) this.#shift.set(outcomes); // keeps the sums small; a NaN makes all of its column NaN
    this.#draws++;
    const { classes } = this;
    const cells = percentiles.map((u, i) => i * classes + Math.min(classes - 1, Math.floor(u * classes)));
    const width = this.#inputs * classes;
    for (const cell of cells) this.#counts[group * width + cell]!++;
    for (let o = 0; o < this.#outcomes; o++) {
      const y = outcomes[o]! - this.#shift[o]!;
      const at = (o * GROUPS + group) * width;
      for (const cell of cells) this.#sums[at + cell]! += y;
      this.#totals[(o * GROUPS + group) * 2]! += y;
      this.#totals[(o * GROUPS + group) * 2 + 1]! += y * y;
    }
  }

  /** First-order index of an input for an outcome. */
  firstOrder(input: number, outcome: number): SensitivityIndex {
    return jackknife((without) => this.#index(input, outcome, without));
  }

  #index(input: number, outcome: number, without: number): number {
    const width = this.#inputs * this.classes;
    const count = new Float64Array(this.classes);
    const sum = new Float64Array(this.classes);
    let total = 0;
    let squares = 0;
    for (let g = 0; g < GROUPS; g++) {
      if (g === without) continue;
      for (let c = 0; c < this.classes; c++) {
        const cell = input * this.classes + c;
        count[c]! += this.#counts[g * width + cell]!;
        sum[c]! += this.#sums[(outcome * GROUPS + g) * width + cell]!;
      }
      total += this.#totals[(outcome * GROUPS + g) * 2]!;
      squares += this.#totals[(outcome * GROUPS + g) * 2 + 1]!;
    }
    const n = count.reduce((a, b) => a + b, 0);
    const used = count.reduce((a, b) => a + (b > 0 ? 1 : 0), 0);
    const all = squares - (total * total) / n;
    if (!(all > 1e-12 * squares) || n <= used) return Number.NaN;
    let between = -(total * total) / n;
    for (let c = 0; c < this.classes; c++) if (count[c]! > 0) between += (sum[c]! * sum[c]!) / count[c]!;
    return 1 - ((1 - between / all) * (n - 1)) / (n - used);
  }
}

/** The whole cube root of the draws, from 4 to 32. */
function classesFor(draws: number): number {
  let classes = 4;
  while (classes < 32 && (classes + 1) ** 3 <= draws) classes++;
  return classes;
}
