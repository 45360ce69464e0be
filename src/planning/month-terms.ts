import type { MonthTerms } from "../policy/lever.ts";

const FIELDS = ["referenceLevel", "lowerBound", "upperBound", "marginalCost", "slope"] as const;

/** One field of a month's terms where it differs from the model's own. */
interface Difference {
  readonly activities: Int32Array;
  readonly values: Float64Array;
}

/** A month's terms, kept as what differs from the model's own. */
export type MonthDifferences = Readonly<Record<(typeof FIELDS)[number], Difference>>;

/**
 * Keeps the terms of many months small: most of a month's numbers are the model's own, and which are not changes little
 * from month to month, so lists of activities are shared.
 */
export function createTermsKeeper(base: MonthTerms): {
  keep(terms: MonthTerms): MonthDifferences;
  bytes(): number;
} {
  const last = new Map<string, Int32Array>();
  let bytes = 0;

  function differenceOf(field: (typeof FIELDS)[number], terms: MonthTerms): Difference {
    const found: number[] = [];
    for (let a = 0; a < terms[field].length; a++) if (terms[field][a] !== base[field][a]) found.push(a);
    const before = last.get(field);
    const same = before?.length === found.length && found.every((a, i) => before[i] === a);
    const activities = same ? before! : Int32Array.from(found);
    if (!same) bytes += activities.byteLength;
    last.set(field, activities);
    const values = Float64Array.from(found, (a) => terms[field][a]!);
    bytes += values.byteLength;
    return { activities, values };
  }

  return {
    keep: (terms) => ({
      referenceLevel: differenceOf("referenceLevel", terms),
      lowerBound: differenceOf("lowerBound", terms),
      upperBound: differenceOf("upperBound", terms),
      marginalCost: differenceOf("marginalCost", terms),
      slope: differenceOf("slope", terms),
    }),
    bytes: () => bytes,
  };
}

/** Writes a kept month over a copy of the model's own terms. */
export function writeDifferences(kept: MonthDifferences, into: MonthTerms): void {
  for (const field of FIELDS) {
    const { activities, values } = kept[field];
    const target = into[field];
    for (let i = 0; i < activities.length; i++) target[activities[i]!] = values[i]!;
  }
}
