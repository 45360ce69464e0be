import type { CutPool } from "./cuts.ts";
import type { Evaluation } from "./evaluator.ts";
import { type Highs, minimise, openModel } from "./highs.ts";
import { cleanScales, layOut, nameParts, programOf, type Question } from "./master-program.ts";

export interface MasterAnswer {
  readonly x: Float64Array;
  /** no portfolio that keeps the rules has a smaller objective */
  readonly boundUsd: number;
}

/**
 * The master problem of the L-shaped method: minimise κ Σ cost x + (1 − w) Σ p θ + w (η + Σ p u / τ) with u ≥ θ − η,
 * u ≥ 0 (Rockafellar and Uryasev 2000), the plan's rules and the cuts θ_s ≥ loss + slope · (x − x̂) of the pool.
 * Cuts come in when they are violated.
 */
export interface Master {
  /**
   * A portfolio within `gapShare` of the program's optimum, and a bound; exact in its cuts and scales where that is 0.
   * Not `whole`: on/off candidates may take any value between. Undefined where nothing keeps the rules.
   */
  solve(pool: CutPool, whole: boolean, gapShare: number): MasterAnswer | undefined;
  /** the program in CPLEX LP form with names, for reading */
  text(): string;
  close(): void;
}

/** A cut this share of the objective below θ is held to be kept. */
const CUT_SLACK_SHARE = 1e-8;

export function openMaster(highs: Highs, question: Question): Master {
  const layout = layOut(question);
  const { plan, unitUsd } = question;
  const n = plan.candidates.length;
  const model = openModel(highs, programOf(highs, question, layout));
  let isWhole = true;
  const { wholeColumns } = layout;
  const made = new Map<Evaluation, Set<number>>();
  /** atom and evaluation of each cut, in the order of their rows */
  const cuts: { atom: number; evaluation: number }[] = [];

  const setWhole = (whole: boolean) => {
    if (whole === isWhole) return;
    const { integer, continuous } = highs.constants.variableType;
    for (const column of wholeColumns) model.changeColIntegrality(column, whole ? integer : continuous);
    isWhole = whole;
  };

  const add = (pool: CutPool, evaluation: Evaluation, atom: number) => {
    const atoms = made.get(evaluation) ?? new Set();
    if (atoms.has(atom)) return false;
    made.set(evaluation, atoms.add(atom));
    cuts.push({ atom, evaluation: pool.evaluations.indexOf(evaluation) });
    const { x, lossUsd, slopeUsd } = evaluation;
    const indices = [layout.theta.get(atom)!];
    const values = [1];
    let right = lossUsd[atom]!;
    for (let k = 0; k < n; k++) {
      const slope = slopeUsd[atom]![k]!;
      right -= slope * x[k]!;
      if (slope === 0) continue;
      indices.push(k);
      values.push(-slope / unitUsd);
    }
    model.addRow(right / unitUsd, highs.infinity, { indices, values });
    return true;
  };

  /** Adds for each atom the cut that the answer violates most. Returns how many. */
  const addViolated = (pool: CutPool, columns: Float64Array, slackUsd: number) => {
    let added = 0;
    for (const [atom, column] of layout.theta) {
      let worst: Evaluation | undefined;
      let worstUsd = columns[column]! * unitUsd + slackUsd;
      for (const evaluation of pool.evaluations) {
        const { x, lossUsd, slopeUsd } = evaluation;
        const slope = slopeUsd[atom]!;
        let value = lossUsd[atom]!;
        for (let k = 0; k < n; k++) value += slope[k]! * (columns[k]! - x[k]!);
        if (value > worstUsd) {
          worst = evaluation;
          worstUsd = value;
        }
      }
      if (worst && add(pool, worst, atom)) added++;
    }
    return added;
  };

  const settle = (pool: CutPool, whole: boolean, gapShare: number) => {
    setWhole(whole);
    for (;;) {
      const answer = minimise(highs, model, whole, gapShare);
      if (!answer) return undefined;
      // whole-number programs are dear: a cut that would move the answer by less than it may be off is not worth another one
      const slackShare = whole ? Math.max(CUT_SLACK_SHARE, gapShare / 2) : CUT_SLACK_SHARE;
      const slackUsd = slackShare * Math.max(1, Math.abs(answer.objective)) * unitUsd;
      if (addViolated(pool, answer.columns, slackUsd) === 0) return answer;
    }
  };

  return {
    solve(pool, whole, gapShare) {
      const first = pool.evaluations[0];
      if (!first)
        throw new Error("the master problem has no cut, so its losses have no bound: evaluate a portfolio first");
      for (const atom of layout.theta.keys()) add(pool, first, atom);
      // a linear program is cheap and brings in nearly all the cuts that the whole-number one needs
      const relaxed = settle(pool, false, gapShare);
      const answer = relaxed && whole && wholeColumns.length > 0 ? settle(pool, true, gapShare) : relaxed;
      if (!answer) return undefined;
      return { x: cleanScales(plan, answer.columns, whole), boundUsd: answer.bound * unitUsd };
    },
    text() {
      nameParts(model, question, layout, cuts);
      return model.exportModel("lp");
    },
    close: () => model.dispose(),
  };
}
