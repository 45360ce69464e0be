import type { DayCalendar } from "./calendar.ts";

/** Under this share of full production a product counts as slowed; the same threshold by which a use is short. */
export const SLOW_BELOW_SHARE = 0.95;
/** Under this share it counts as stopped. */
export const STOPPED_BELOW_SHARE = 0.05;
/** 0.95 that arithmetic has rounded down is not yet slow. */
const ROUNDING = 1e-9;

/** One input of a product, measured in days of full production. */
export interface InputFlow {
  readonly stockDays: number;
  /** by month: what suppliers deliver over what full production needs, 0–1 */
  readonly inflow: readonly number[];
}

export interface RunOut {
  /** first day on which under 95 % can be made; null if none */
  readonly slowDay: number | null;
  /** first day on which under 5 % can be made */
  readonly stopDay: number | null;
  /** days of full production that are not made */
  readonly lostDays: number;
  /** index of the scarcest input on the slow day; the first of equals */
  readonly limiting: number | null;
}

/**
 * Runs a product day by day. It is made at the rate of its scarcest input (Leontief): what stock and the day's deliveries
 * allow, never more than full production. In months in which suppliers are not short (95 % or more) they also bring the
 * stock back to where it began, handing over at most `mostOfOrder` times the order.
 */
export function runOut(inputs: readonly InputFlow[], { monthStarts }: DayCalendar, mostOfOrder: number): RunOut {
  const stock = inputs.map((input) => input.stockDays);
  let slowDay: number | null = null;
  let stopDay: number | null = null;
  let limiting: number | null = null;
  let lostDays = 0;
  for (let month = 0; month + 1 < monthStarts.length; month++)
    for (let day = monthStarts[month]!; day < monthStarts[month + 1]!; day++) {
      let rate = 1;
      let scarcest: number | null = null;
      for (let i = 0; i < inputs.length; i++) {
        const possible = stock[i]! + inputs[i]!.inflow[month]!;
        if (possible < rate) {
          rate = possible;
          scarcest = i;
        }
      }
      for (let i = 0; i < inputs.length; i++)
        stock[i] = Math.min(inputs[i]!.stockDays, stock[i]! + atMost(inputs[i]!.inflow[month]!, mostOfOrder) - rate);
      lostDays += 1 - rate;
      if (slowDay === null && short(rate)) {
        slowDay = day;
        limiting = scarcest;
      }
      if (stopDay === null && rate < STOPPED_BELOW_SHARE - ROUNDING) stopDay = day;
    }
  return { slowDay, stopDay, lostDays, limiting };
}

/** What suppliers hand over in a day where the stock has room for it. */
function atMost(share: number, mostOfOrder: number): number {
  return short(share) ? share : mostOfOrder;
}

function short(share: number): boolean {
  return share < SLOW_BELOW_SHARE - ROUNDING;
}

/** First day on which suppliers deliver under 95 % of need, whatever the stock; null if none. */
export function pressedDay(inflow: readonly number[], { monthStarts }: DayCalendar): number | null {
  const month = inflow.findIndex(short);
  return month < 0 ? null : monthStarts[month]!;
}
