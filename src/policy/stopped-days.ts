import type { Calendar, MonthTerms, Window } from "./lever.ts";

/** What bans have done to a route in a month so far. */
export interface Stopped {
  /** upper bound before any ban, t/month */
  readonly before: number;
  /** of all bans of the route */
  readonly windows: readonly Window[];
  /** share of the month's days that none of them stops */
  readonly openShare: number;
}

const stoppedRoutes = new WeakMap<MonthTerms, { month: number; routes: Map<number, Stopped> }>();

/** Adds a ban to those of a route this month: days that two of them stop count once. `activeShare` is of these windows. */
export function stopDays(
  terms: MonthTerms,
  { month, route }: { readonly month: number; readonly route: number },
  ban: { readonly calendar: Calendar; readonly windows: readonly Window[]; readonly activeShare: number },
): Stopped {
  let known = stoppedRoutes.get(terms);
  if (known?.month !== month) {
    known = { month, routes: new Map() };
    stoppedRoutes.set(terms, known);
  }
  const others = known.routes.get(route);
  const windows = others ? [...others.windows, ...ban.windows] : ban.windows;
  const openShare = 1 - (others ? ban.calendar.activeShare(month, windows) : ban.activeShare);
  const stopped = { before: others?.before ?? terms.upperBound[route]!, windows, openShare };
  known.routes.set(route, stopped);
  return stopped;
}
