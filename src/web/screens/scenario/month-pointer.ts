import { address, change } from "../../state.ts";

/** The place of the address's month among these; undefined: none is pointed at. */
export function pointedMonth(months: readonly string[]): number | undefined {
  const { month } = address.value;
  const at = month === undefined ? -1 : months.indexOf(month);
  return at < 0 ? undefined : at;
}

export function pointAt(months: readonly string[], at: number): void {
  change({ month: months[at] }, "replace");
}
