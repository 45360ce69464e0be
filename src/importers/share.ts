import { quote } from "../dataset/index.ts";
import type { Gathering, Place } from "./gathering.ts";

export interface Share {
  /** 0–1 */
  readonly value: number;
  /** "less": printed as `<0.1%`; "more": as `>0%` */
  readonly bound: "exact" | "less" | "more";
}

/** `4%` is 0.04, `<0.1%` is less than 0.001. Anything else is reported: `4`, `4,5%`, `104%`. */
export function readShare(
  text: string,
  place: Place,
  cells: Readonly<Record<string, string>>,
  into: Gathering,
): Share | undefined {
  const parts = /^([<>]?)(\d{1,3}(?:\.\d+)?)%$/.exec(text);
  const percent = Number(parts?.[2]);
  if (parts && percent <= 100) {
    const value = Number((percent / 100).toPrecision(12));
    return { value, bound: parts[1] === "<" ? "less" : parts[1] === ">" ? "more" : "exact" };
  }
  const why = /^[<>]?[\d.,]+$/.test(text)
    ? "the % sign is missing"
    : text.includes(",")
      ? "a decimal comma"
      : "not a share";
  into.reject(place, cells, `Share: got ${quote(text)}: ${why}`, "shares are printed as 4%, 4.5% or <0.1%, up to 100%");
  return undefined;
}

/** Shares of a whole that miss it by more than half a percent are noted, not scaled. */
export function noteShareSums(sums: ReadonlyMap<string, number>, into: Gathering): void {
  for (const [block, sum] of sums) {
    if (Math.abs(sum - 1) > 0.005) into.notes.push(`${block}: shares add up to ${(sum * 100).toFixed(1)} %`);
  }
}
