/** What went wrong: input that is no problem at all, a month that cannot balance, or a balance that was not reached. */
export type ClearingFault = "malformed" | "infeasible" | "not converged";

/**
 * A month that could not be cleared. `markets` and `activities` name those at fault, worst first;
 * the message says what was found, where, and what to change.
 */
export class ClearingError extends Error {
  readonly fault: ClearingFault;
  readonly markets: string[];
  readonly activities: string[];

  constructor(fault: ClearingFault, message: string, markets: string[] = [], activities: string[] = []) {
    super(message);
    this.name = "ClearingError";
    this.fault = fault;
    this.markets = markets;
    this.activities = activities;
  }
}

/** The machine or its JavaScript engine cannot run the solver's kernels: what is missing, and what to do. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}
