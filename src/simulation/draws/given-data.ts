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
    const { classes } = this;
    const counts = new Float64Array(classes);
    const sums = new Float64Array(classes);
    const totals = [0, 0];
    for (let g = 0; g < GROUPS; g++) {
      const [group, of] = [this.#cells(g, input), this.#cells(outcome * GROUPS + g, input)];
      for (let c = 0; c < classes; c++) {
        counts[c]! += this.#counts[group + c]!;
        sums[c]! += this.#sums[of + c]!;
      }
      totals[0]! += this.#totals[(outcome * GROUPS + g) * 2]!;
      totals[1]! += this.#totals[(outcome * GROUPS + g) * 2 + 1]!;
    }
    return jackknife(this.#draws, (without) => {
      if (without < 0) return correlationRatio(counts, sums, totals[0]!, totals[1]!);
      const [group, of] = [this.#cells(without, input), this.#cells(outcome * GROUPS + without, input)];
      return correlationRatio(
        counts.map((count, c) => count - this.#counts[group + c]!),
        sums.map((sum, c) => sum - this.#sums[of + c]!),
        totals[0]! - this.#totals[(outcome * GROUPS + without) * 2]!,
        totals[1]! - this.#totals[(outcome * GROUPS + without) * 2 + 1]!,
      );
    });
  }

  /** Where the classes of an input begin in a block of all inputs' classes. */
  #cells(block: number, input: number): number {
    return (block * this.#inputs + input) * this.classes;
  }
}

/** η² corrected for chance, from the classes' counts and sums and the Σ y and Σ y² of all; NaN where nothing varies. */
function correlationRatio(counts: Float64Array, sums: Float64Array, total: number, squares: number): number {
  let n = 0;
  let used = 0;
  let between = 0;
  for (let c = 0; c < counts.length; c++) {
    const count = counts[c]!;
    if (count === 0) continue;
    n += count;
    used++;
    between += (sums[c]! * sums[c]!) / count;
  }
  const all = squares - (total * total) / n;
  if (!(all > 1e-12 * squares) || n <= used) return Number.NaN;
  return 1 - ((1 - (between - (total * total) / n) / all) * (n - 1)) / (n - used);
}

/** The whole cube root of the draws, from 4 to 32. */
function classesFor(draws: number): number {
  let classes = 4;
  while (classes < 32 && (classes + 1) ** 3 <= draws) classes++;
  return classes;
}
