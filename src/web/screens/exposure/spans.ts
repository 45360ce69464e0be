import type { ProductExposure } from "../../../exposure/index.ts";
import { dayNumber, isoDate } from "../../../policy/days.ts";

/** A time in which a product lives on stock, is slowed or stands still; both days included. */
export interface Span {
  readonly kind: "stock" | "slow" | "stopped";
  readonly from: string;
  readonly to: string;
}

/**
 * What becomes of a product by the day, to the last day counted. It may recover in between: a span says when something
 * begins, and the lost units say how much it comes to.
 */
export function spansOf(product: ProductExposure, lastDay: string): Span[] {
  const { slowsOn, stopsOn } = product;
  const pressedOn = pressedDay(product);
  const before = (day: string) => isoDate(dayNumber(day) - 1);
  const spans: Span[] = [];
  const add = (kind: Span["kind"], from: string | null, next: string | null) => {
    if (from === null) return;
    const to = next === null ? lastDay : before(next);
    if (from <= to) spans.push({ kind, from, to });
  };
  add("stock", pressedOn, slowsOn);
  add("slow", slowsOn, stopsOn);
  add("stopped", stopsOn, null);
  return spans;
}

/** First day on which suppliers deliver too little of what slows it, or of anything where it never slows. */
function pressedDay({ slowsOn, coverDays, inputs }: ProductExposure): string | null {
  if (slowsOn !== null && coverDays !== null) return isoDate(dayNumber(slowsOn) - coverDays);
  return inputs.flatMap((input) => input.pressedOn ?? []).sort()[0] ?? null;
}

/** Where a day lies between two, 0–1; the first at 0, the end of the last at 1. */
export function place(day: string, first: string, last: string, end = false): number {
  const days = dayNumber(last) - dayNumber(first) + 1;
  return (dayNumber(day) + (end ? 1 : 0) - dayNumber(first)) / days;
}

/** By month, what suppliers deliver of the order of the scarcest input, 0–1. */
export function deliveredShares({ inputs }: ProductExposure, months: number): number[] {
  return Array.from({ length: months }, (_, t) =>
    inputs.reduce(
      (least, { suppliers }) =>
        Math.min(
          least,
          suppliers.reduce((sum, s) => sum + s.share * s.availability[t]!, 0),
        ),
      1,
    ),
  );
}
