/** How far a modelled series is from the observed one. What cannot be said is null and has a reason. */
export interface SeriesScore {
  /** months with an observation */
  readonly observedMonths: number;
  /** mean of |modelled − observed| / observed over the observed months that are not zero */
  readonly mape: number | null;
  /** Σ |modelled − observed| / Σ observed: what MAPE says when a near-zero observation does not drown the rest */
  readonly wape: number | null;
  /** mean of |modelled − observed|, in the unit of the series */
  readonly meanAbsoluteError: number | null;
  /** share of the steps from one observed month to the next in which both go up, both go down or both stand still */
  readonly directionHitRate: number | null;
  /** `trough` for exports and inside prices, `peak` for the others */
  readonly turn: "trough" | "peak";
  /** month of the modelled turn less month of the observed one */
  readonly turnErrorMonths: number | null;
  /** the same for recovery: the first month after the turn that is half-way back to the level before the control */
  readonly recoveryErrorMonths: number | null;
  /** why a field is null, by field */
  readonly reasons: Readonly<Partial<Record<ScoreField, string>>>;
}

type ScoreField =
  | "mape"
  | "wape"
  | "meanAbsoluteError"
  | "directionHitRate"
  | "turnErrorMonths"
  | "recoveryErrorMonths";
type Values = readonly (number | null)[];

/** A step of under this share of the larger value is standing still. */
const STILL_SHARE = 0.02;
/** Fewer observations than this have no shape. */
const FEWEST_FOR_A_TURN = 3;

/**
 * Scores a modelled series against an observed one.
 * @param controlAt index of the month the control began: what is before it is the level to recover to
 */
export function score(modelled: Values, observed: Values, turn: "trough" | "peak", controlAt: number): SeriesScore {
  const known = observed.flatMap((value, t) =>
    value !== null && modelled[t] !== null && modelled[t] !== undefined ? [{ t, value, model: modelled[t] }] : [],
  );
  const reasons: Partial<Record<ScoreField, string>> = {};
  const told = <T>(field: ScoreField, value: T | string): T | null => {
    if (typeof value !== "string") return value;
    reasons[field] = value;
    return null;
  };
  const scalable = known.filter((k) => k.value > 0);
  const steps = known
    .slice(1)
    .map((k, i) => direction(known[i]!.model, k.model) === direction(known[i]!.value, k.value));
  const turns = turnsOf(modelled, observed, turn, controlAt);
  return {
    observedMonths: known.length,
    mape: told(
      "mape",
      known.length === 0
        ? NOTHING
        : scalable.length === 0
          ? "every observation is zero"
          : mean(scalable.map((k) => Math.abs(k.model - k.value) / k.value)),
    ),
    wape: told(
      "wape",
      known.length === 0
        ? NOTHING
        : scalable.length === 0
          ? "every observation is zero"
          : sum(known.map((k) => Math.abs(k.model - k.value))) / sum(known.map((k) => k.value)),
    ),
    meanAbsoluteError: told(
      "meanAbsoluteError",
      known.length === 0 ? NOTHING : mean(known.map((k) => Math.abs(k.model - k.value))),
    ),
    directionHitRate: told(
      "directionHitRate",
      known.length === 0
        ? NOTHING
        : steps.length === 0
          ? "a single observation"
          : mean(steps.map((hit) => (hit ? 1 : 0))),
    ),
    turn,
    turnErrorMonths: told("turnErrorMonths", typeof turns === "string" ? turns : turns.turnErrorMonths),
    recoveryErrorMonths: told("recoveryErrorMonths", typeof turns === "string" ? turns : turns.recoveryErrorMonths),
    reasons,
  };
}

const NOTHING = "nothing was observed";

function turnsOf(
  modelled: Values,
  observed: Values,
  turn: "trough" | "peak",
  controlAt: number,
): string | { turnErrorMonths: number; recoveryErrorMonths: number | string } {
  const seen = observed.filter((v) => v !== null).length;
  if (seen === 0) return NOTHING;
  if (seen < FEWEST_FOR_A_TURN) return `${seen} ${seen === 1 ? "observation has" : "observations have"} no ${turn}`;
  const last = observed.findLastIndex((v) => v !== null);
  const real = turnOf(observed, turn, controlAt, last);
  const model = turnOf(modelled, turn, controlAt, last);
  if (!real) return "nothing was observed after the control began";
  if (!model) return "the model gives nothing after the control began";
  return {
    turnErrorMonths: model.turnAt - real.turnAt,
    recoveryErrorMonths:
      real.recoveryAt === null
        ? real.reason
        : model.recoveryAt === null
          ? `in the model ${model.reason}`
          : model.recoveryAt - real.recoveryAt,
  };
}

interface Turn {
  readonly turnAt: number;
  readonly recoveryAt: number | null;
  readonly reason: string;
}

/** The extreme from the control to the last observed month, and the first month after it that is half-way back. */
function turnOf(values: Values, turn: "trough" | "peak", controlAt: number, last: number): Turn | undefined {
  const sign = turn === "trough" ? 1 : -1;
  const known = values.flatMap((value, t) => (value !== null && t <= last ? [{ value, t }] : []));
  const after = known.filter((k) => k.t >= controlAt);
  if (after.length === 0) return undefined;
  const extreme = after.reduce((best, k) => (sign * k.value < sign * best.value ? k : best));
  const before = known.filter((k) => k.t < controlAt);
  const none = (reason: string): Turn => ({ turnAt: extreme.t, recoveryAt: null, reason });
  if (before.length === 0) return none("no level before the control was observed");
  const ordinary = mean(before.map((k) => k.value));
  if (sign * (ordinary - extreme.value) <= STILL_SHARE * Math.abs(ordinary)) return none(`there is no ${turn}`);
  const half = (ordinary + extreme.value) / 2;
  const back = after.find((k) => k.t > extreme.t && sign * k.value >= sign * half);
  return back
    ? { turnAt: extreme.t, recoveryAt: back.t, reason: "" }
    : none("it is not half-way back by the last observed month");
}

function direction(from: number, to: number): -1 | 0 | 1 {
  if (Math.abs(to - from) <= STILL_SHARE * Math.max(Math.abs(from), Math.abs(to))) return 0;
  return to > from ? 1 : -1;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
