export type Values = readonly (number | null)[];

/** The least and the most a modelled month can be late (negative: early), where the observed one lies between two observations. */
export type MonthRange = readonly [least: number, most: number];

export interface TurnScore {
  /** the observations hold a turn: an extreme with an observation on either side */
  readonly turnObserved: boolean;
  /** months, or why not */
  readonly turnErrorMonths: number | string;
  readonly recoveryErrorMonths: MonthRange | string;
}

/** A move of under this share of the larger value is standing still. */
export const STILL_SHARE = 0.02;
/** Fewer observations than this have no shape. */
const FEWEST_FOR_A_TURN = 3;

/**
 * The turn of a series, sought in both over the months that were observed alone, and its recovery: the first month after the
 * turn that is half-way back to `before`. The modelled month of recovery is known; the observed one lies after the last
 * observation short of half-way, up to the first beyond it, so its error is a range. An extreme at either end of the
 * observations is no turn, for what lies beyond is not known.
 * @param before mean level before the control, null when it was not observed
 */
export function turnsOf(
  modelled: Values,
  observed: Values,
  turn: "trough" | "peak",
  controlAt: number,
  before: { readonly modelled: number; readonly observed: number } | null,
): TurnScore {
  const months = observed.flatMap((v, t) => (v !== null && typeof modelled[t] === "number" ? [t] : []));
  const none = (why: string, turnObserved = false): TurnScore => ({
    turnObserved,
    turnErrorMonths: why,
    recoveryErrorMonths: why,
  });
  if (months.length < FEWEST_FOR_A_TURN)
    return none(
      `${months.length} ${months.length === 1 ? "observation" : "observations"} of single months ${months.length === 1 ? "has" : "have"} no ${turn}`,
    );
  const sign = turn === "trough" ? 1 : -1;
  const real = turnAmong(observed, months, sign, controlAt, before?.observed ?? null);
  if (typeof real === "string") return none(real.replaceAll("turn", turn));
  const model = turnAmong(modelled, months, sign, controlAt, before?.modelled ?? null);
  if (typeof model === "string") return none(`in the model ${model.replaceAll("turn", turn)}`, true);
  return {
    turnObserved: true,
    turnErrorMonths: model - real,
    recoveryErrorMonths:
      before === null
        ? "no level before the control was observed"
        : recoveryError(modelled, observed, sign, { months, real, model }, before),
  };
}

/** Index of the extreme among `months` from the control on, or why it is no turn. */
function turnAmong(
  values: Values,
  months: readonly number[],
  sign: number,
  controlAt: number,
  before: number | null,
): number | string {
  const after = months.filter((t) => t >= controlAt);
  if (after.length === 0) return "nothing was observed after the control began";
  const at = after.reduce((best, t) => (sign * values[t]! < sign * values[best]! ? t : best));
  if (before !== null && sign * (before - values[at]!) <= STILL_SHARE * Math.abs(before)) return "there is no turn";
  if (at === months[0]) return "the turn is in the first month observed, so it may lie before";
  if (at === months.at(-1)) return "the turn is in the last month observed, so it may lie beyond";
  return at;
}

function recoveryError(
  modelled: Values,
  observed: Values,
  sign: number,
  { months, real, model }: { readonly months: readonly number[]; readonly real: number; readonly model: number },
  before: { readonly modelled: number; readonly observed: number },
): MonthRange | string {
  const isBack = (value: number, turn: number, ordinary: number) => sign * value >= (sign * (ordinary + turn)) / 2;
  const later = months.filter((t) => t > real);
  const first = later.findIndex((t) => isBack(observed[t]!, observed[real]!, before.observed));
  if (first < 0) return "it is not half-way back by the last observed month";
  const short = later[first - 1] ?? real;
  const back = modelled.findIndex((v, t) => t > model && v !== null && isBack(v, modelled[model]!, before.modelled));
  if (back < 0) return "in the model it is not half-way back by the end of the run";
  return [back - later[first]!, back - (short + 1)];
}
