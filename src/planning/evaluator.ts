/** One possible future: a scenario with one draw of its uncertain inputs. */
export interface Atom {
  readonly id: string;
  /** id of the plan's future */
  readonly future: string;
  readonly draw: number;
  /** of the future, divided by its draws; atoms of a plan sum to 1 */
  readonly probability: number;
}

/** Planning losses of one portfolio with a cut for each atom: L(y) ≥ lossUsd + slopeUsd · (y − x) for every portfolio y. */
export interface Evaluation {
  /** scale of each candidate, in the order of the plan */
  readonly x: Float64Array;
  /** by atom */
  readonly lossUsd: Float64Array;
  /** by atom, then by calendar year of the plan, of which `lossUsd` is the sum; absent = not told */
  readonly lossUsdByYear?: readonly Float64Array[];
  /** by atom, then by candidate: a subgradient of the loss at x */
  readonly slopeUsd: readonly Float64Array[];
  /** market clearings it took */
  readonly clearings: number;
}

/** Answers with losses; the same x gives the same answer whatever was asked before. */
export interface Evaluator {
  readonly atoms: readonly Atom[];
  evaluate(x: Float64Array): Promise<Evaluation>;
  close(): Promise<void>;
}
