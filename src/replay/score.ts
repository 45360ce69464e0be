import { type MonthRange, STILL_SHARE, turnsOf, type Values } from "./turn.ts";

/** How far a modelled series is from the observed one. What cannot be said is null and has a reason. */
export interface SeriesScore {
  /** observations, each of a month or a mean of several, held against the modelled mean of the same months */
  readonly observationCount: number;
  /** mean of |modelled − observed| / observed over the observations that are not zero */
  readonly mape: number | null;
  /** Σ |modelled − observed| / Σ observed: what MAPE says when a near-zero observation does not drown the rest */
  readonly wape: number | null;
  /** mean of |modelled − observed|, in the unit of the series */
  readonly meanAbsoluteError: number | null;
  /** share of the steps from one observed month to the next in which both go up, both go down or both stand still */
  readonly directionHitRate: number | null;
  /** `trough` for exports and inside prices, `peak` for the others */
  readonly turn: "trough" | "peak";
  /** whether the observations turn: their extreme has an observation on either side */
  readonly turnObserved: boolean;
  /** month of the modelled turn less month of the observed one, both sought over the observed months alone */
  readonly turnErrorMonths: number | null;
  /**
   * the same for recovery, the first month after the turn that is half-way back to the level before the control: least and
   * most, for the observed one lies between two observed months
   */
  readonly recoveryErrorMonths: MonthRange | null;
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

/** An observation that is the mean of `months` months from index `at` on. */
export interface ObservedMean {
  readonly at: number;
  readonly months: number;
  readonly value: number;
}

interface ScoreOptions {
  /** held against the modelled mean of the same months; they have no direction and no turn */
  readonly means?: readonly ObservedMean[];
  /** why there are no observations */
  readonly nothing?: string;
}

/**
 * Scores a modelled series against an observed one.
 * @param controlAt index of the month the control began: what is before it is the level to recover to
 */
export function score(
  modelled: Values,
  observed: Values,
  turn: "trough" | "peak",
  controlAt: number,
  { means = [], nothing = NOTHING }: ScoreOptions = {},
): SeriesScore {
  const single = observed.flatMap((value, t) =>
    value !== null && typeof modelled[t] === "number" ? [{ at: t, months: 1, value, model: modelled[t] }] : [],
  );
  const known = [
    ...single,
    ...means.flatMap((seen) => {
      const model = meanOver(modelled, seen.at, seen.months);
      return model === null ? [] : [{ ...seen, model }];
    }),
  ];
  const reasons: Partial<Record<ScoreField, string>> = {};
  const told = <T>(field: ScoreField, value: T | string): T | null => {
    if (typeof value !== "string") return value;
    reasons[field] = value;
    return null;
  };
  const scalable = known.filter((k) => k.value > 0);
  const steps = single
    .slice(1)
    .map((k, i) => direction(single[i]!.model, k.model) === direction(single[i]!.value, k.value));
  const calm = known.filter((k) => k.at + k.months <= controlAt);
  const level = (of: "model" | "value") => sum(calm.map((k) => k.months * k[of])) / sum(calm.map((k) => k.months));
  const before = calm.length === 0 ? null : { modelled: level("model"), observed: level("value") };
  const turns = turnsOf(modelled, observed, turn, controlAt, before);
  return {
    observationCount: known.length,
    mape: told(
      "mape",
      known.length === 0
        ? nothing
        : scalable.length === 0
          ? "every observation is zero"
          : mean(scalable.map((k) => Math.abs(k.model - k.value) / k.value)),
    ),
    wape: told(
      "wape",
      known.length === 0
        ? nothing
        : scalable.length === 0
          ? "every observation is zero"
          : sum(known.map((k) => Math.abs(k.model - k.value))) / sum(known.map((k) => k.value)),
    ),
    meanAbsoluteError: told(
      "meanAbsoluteError",
      known.length === 0 ? nothing : mean(known.map((k) => Math.abs(k.model - k.value))),
    ),
    directionHitRate: told(
      "directionHitRate",
      known.length === 0
        ? nothing
        : steps.length === 0
          ? single.length === 1
            ? "a single observation"
            : "no observation of a single month"
          : mean(steps.map((hit) => (hit ? 1 : 0))),
    ),
    turn,
    turnObserved: turns.turnObserved,
    turnErrorMonths: told("turnErrorMonths", known.length === 0 ? nothing : turns.turnErrorMonths),
    recoveryErrorMonths: told("recoveryErrorMonths", known.length === 0 ? nothing : turns.recoveryErrorMonths),
    reasons,
  };
}

const NOTHING = "nothing was observed";

function direction(from: number, to: number): -1 | 0 | 1 {
  if (Math.abs(to - from) <= STILL_SHARE * Math.max(Math.abs(from), Math.abs(to))) return 0;
  return to > from ? 1 : -1;
}

/** Mean of the months from `at` on; null where one is missing. */
export function meanOver(values: Values, at: number, months: number): number | null {
  const span = at < 0 ? [] : values.slice(at, at + months);
  return span.length === months && span.every((v) => v !== null) ? mean(span) : null;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
