import { CommanderError } from "commander";
import { InputError } from "../dataset/index.ts";
import { ClearingError, EngineError } from "../market/errors.ts";
import { PlanConflictError } from "../planning/conflicts.ts";
import { StoreError } from "../store/errors.ts";

/** 0 done, 1 the program could not answer, 2 the input was at fault. */
export type ExitCode = 0 | 1 | 2;

/** Input that is wrong in a way no file position describes: an option, a month outside the run. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export function exitCodeFor(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof InputError || error instanceof UsageError ? 2 : 1;
}

/** Says what went wrong in words; a stack trace only for what is not the user's doing, and only when asked for. */
export function reportFailure(stream: NodeJS.WritableStream, error: unknown): void {
  if (error instanceof CommanderError) return; // commander has said it already
  const known = [InputError, UsageError, ClearingError, EngineError, PlanConflictError, StoreError];
  if (error instanceof Error && known.some((kind) => error instanceof kind)) {
    if (error.message !== "") stream.write(`${error.message}\n`);
    return;
  }
  const cause = error instanceof Error ? error : new Error(String(error));
  stream.write(`monazite failed: ${cause.message}\n`);
  if (process.env.MONAZITE_TRACE) stream.write(`${cause.stack}\n`);
  else stream.write("This is a fault of the program; MONAZITE_TRACE=1 shows where.\n");
}
