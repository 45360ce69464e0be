import { setImmediate } from "node:timers/promises";
import type { Atom, Evaluation, Evaluator } from "../planning/evaluator.ts";
import { StoppedError } from "./errors.ts";
import { type KeptKind, keep, type PlanFolder, recall } from "./plan-folder.ts";

/** An evaluator that also knows what one more unit of each candidate is worth by year. */
export interface ValuingEvaluator<Marginal> extends Evaluator {
  marginalUsd(x: Float64Array): Promise<Marginal>;
}

/** How much of what was asked lay on disk already. */
export interface KeptTally {
  recalled: number;
  computed: number;
}

export interface KeptOptions<Marginal> {
  readonly atoms: readonly Atom[];
  /** opens what computes; called only when something is not kept yet */
  readonly open: () => Promise<ValuingEvaluator<Marginal>>;
  readonly say: (message: string) => void;
  readonly signal?: AbortSignal;
}

/** An evaluator that keeps every answer in a run's folder, and computes none twice. */
export interface KeptEvaluator<Marginal> extends ValuingEvaluator<Marginal> {
  readonly tally: KeptTally;
  /** what is kept of a portfolio, else what `compute` gives, which is kept then */
  remember<T>(kind: KeptKind, x: ArrayLike<number>, compute: () => Promise<T>): Promise<T>;
}

interface PlainEvaluation {
  readonly lossUsd: readonly number[];
  readonly lossUsdByYear?: readonly (readonly number[])[];
  readonly slopeUsd: readonly (readonly number[])[];
  readonly clearings: number;
}

/**
 * Wraps what computes. Whoever asks sees the same values whether they were kept or computed now.
 * Errors: StoppedError after the signal; StoreError when something cannot be kept; what the computation fails with.
 */
export function keptEvaluator<Marginal>(run: PlanFolder, options: KeptOptions<Marginal>): KeptEvaluator<Marginal> {
  const { say, signal } = options;
  const tally: KeptTally = { recalled: 0, computed: 0 };
  let opened: Promise<ValuingEvaluator<Marginal>> | undefined;
  const open = () => {
    opened ??= options.open();
    return opened;
  };
  async function remember<T>(kind: KeptKind, x: ArrayLike<number>, compute: () => Promise<T>): Promise<T> {
    if (signal?.aborted) throw new StoppedError("stopped");
    const known = recall(run, kind, x, say);
    if (known !== undefined) {
      tally.recalled += 1;
      return known as T; // its hash says that it is what was computed
    }
    await setImmediate(); // else a computation that never waits lets no signal in
    if (signal?.aborted) throw new StoppedError("stopped");
    const value = await compute();
    if (signal?.aborted) throw new StoppedError("stopped");
    keep(run, kind, x, value);
    tally.computed += 1;
    return JSON.parse(JSON.stringify(value)) as T;
  }
  return {
    atoms: options.atoms,
    tally,
    remember,
    async evaluate(x) {
      const plain = await remember("evaluation", x, async () => toPlain(await (await open()).evaluate(x)));
      return fromPlain(x, plain);
    },
    marginalUsd: (x) => remember("marginal", x, async () => (await open()).marginalUsd(x)),
    async close() {
      if (opened !== undefined) await (await opened).close();
    },
  };
}

function toPlain({ lossUsd, lossUsdByYear, slopeUsd, clearings }: Evaluation): PlainEvaluation {
  const byYear = lossUsdByYear?.map((losses) => [...losses]);
  return {
    lossUsd: [...lossUsd],
    ...(byYear ? { lossUsdByYear: byYear } : {}),
    slopeUsd: slopeUsd.map((slope) => [...slope]),
    clearings,
  };
}

function fromPlain(x: Float64Array, { lossUsd, lossUsdByYear, slopeUsd, clearings }: PlainEvaluation): Evaluation {
  const byYear = lossUsdByYear?.map((losses) => Float64Array.from(losses));
  return {
    x: Float64Array.from(x),
    lossUsd: Float64Array.from(lossUsd),
    ...(byYear ? { lossUsdByYear: byYear } : {}),
    slopeUsd: slopeUsd.map((slope) => Float64Array.from(slope)),
    clearings,
  };
}
