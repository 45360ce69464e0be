import { plusMonths } from "../policy/calendar.ts";
import type { Observation } from "./result.ts";

/** The months of an observation in words: `2011-06`, or `mean of 2011-01 to 2011-11`. */
export function spanWords(
  { month, months }: Pick<Observation, "month" | "months">,
  label: (month: string) => string = (m) => m,
): string {
  const last = plusMonths(`${month}-01`, months - 1).slice(0, 7);
  return months === 1 ? label(month) : `mean of ${label(month)} to ${label(last)}`;
}
