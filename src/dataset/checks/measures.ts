import { payersOf } from "../payers.ts";
import type { Problem } from "../problem.ts";
import type { MeasureRow } from "../schema/measures.ts";
import { didYouMean, quote } from "../suggest.ts";
import { type Check, problemAt } from "./check.ts";
import { assumptionSource } from "./reasons.ts";

const SUM_TOLERANCE = 1e-9;

export const measureCosts: Check = {
  says: "a measure's ranges are in order, and the shares of those who pay sum to 1",
  needs: ["measures", "countries", "blocs"],
  run: ({ measures, countries, blocs }) => {
    const codes = new Set([...countries.map((c) => c.id), ...blocs.map((b) => b.bloc)]);
    return measures.flatMap((row) => [...rangeFaults(row), ...payerFaults(row, codes), ...delayFaults(row)]);
  },
};

function rangeFaults(row: MeasureRow): Problem[] {
  const ranges = [
    ["capital", row.capitalLow, row.capital, row.capitalHigh],
    ["running", row.runningLow, row.running, row.runningHigh],
  ] as const;
  return ranges.flatMap(([what, low, central, high]) =>
    low <= central && central <= high
      ? []
      : [
          problemAt(
            row,
            `${what}: got ${low}, ${central}, ${high}`,
            "expected low ≤ central ≤ high; correct the three",
          ),
        ],
  );
}

function payerFaults(row: MeasureRow, codes: ReadonlySet<string>): Problem[] {
  const payers = payersOf(row.payers);
  const costs = row.capital * row.publicShare + row.running > 0;
  if (payers.length === 0)
    return costs
      ? [problemAt(row, "payers: it costs public money and nobody pays", "name who, as USA or JPN:0.5 USA:0.5")]
      : [];
  const unknown = payers
    .filter(({ payer }) => !codes.has(payer))
    .map(({ payer }) => problemAt(row, `payers: unknown name ${quote(payer)}`, didYouMean(payer, codes)));
  const unreadable = payers
    .filter(({ share }) => !(share > 0))
    .map(({ payer }) => problemAt(row, `payers: the share of ${payer} is no number above 0`, "write JPN:0.5"));
  const total = payers.reduce((sum, { share }) => sum + share, 0);
  const off = unreadable.length === 0 && Math.abs(total - 1) > SUM_TOLERANCE;
  const wrong = off ? [problemAt(row, `payers: the shares sum to ${total}, expected 1`, "correct one of them")] : [];
  return [...unknown, ...unreadable, ...wrong];
}

function delayFaults(row: MeasureRow): Problem[] {
  const { delayLow: low, delayMode: mode, delayHigh: high } = row;
  if (low === null && mode === null && high === null) return [];
  if (low !== null && mode !== null && high !== null && low <= mode && mode <= high && low < high) return [];
  const remedy = "expected low ≤ mode ≤ high and low < high, or all three blank";
  return [problemAt(row, `delay: got ${[low, mode, high].map((x) => x ?? "nothing").join(", ")}`, remedy)];
}

export const measureForm: Check = {
  says: "a measure has a month to start in, a scale that fits its sizing, and says where it comes from",
  needs: ["measures"],
  run: ({ measures, measureTerms, agreements, agreementTerms }) => {
    const forms = measures.flatMap((row): Problem[] => {
      const found: Problem[] = [];
      if (row.start.length !== 7) found.push(problemAt(row, `start: got ${row.start}`, "write a month as YYYY-MM"));
      if (row.sizing === "on-off" && row.most !== 1)
        found.push(problemAt(row, `most: got ${row.most}, expected 1 for on-off`, "make it scalable, or most 1"));
      return found;
    });
    const rows = [...measures, ...measureTerms, ...agreements, ...agreementTerms];
    const unexplained = rows.flatMap((row) => {
      if (row.status === "reported" && row.source === assumptionSource)
        return [problemAt(row, `a reported row cites ${assumptionSource}`, "cite who reported it, or make it assumed")];
      if (row.status !== "reported" && row.note === "")
        return [problemAt(row, `what is ${row.status} has no note`, "write the reasoning or the method into note")];
      return [];
    });
    return [...forms, ...unexplained];
  },
};

export const measureOrder: Check = {
  says: "no measure needs itself by way of others, and none needs what it excludes",
  needs: ["measures"],
  run: ({ measures }) => {
    const needs = new Map(measures.map((row) => [row.id, row.needs]));
    const both = measures.flatMap((row) =>
      row.excludes
        .filter((id) => id === row.id || row.needs.includes(id))
        .map((id) => problemAt(row, `excludes: ${id === row.id ? "itself" : `${id}, which it needs`}`, "remove it")),
    );
    return [
      ...both,
      ...circles(needs).map((circle) => {
        const row = measures.find((measure) => measure.id === circle[0])!;
        return problemAt(row, `needs: a circle: ${[...circle, circle[0]].join(" → ")}`, "remove one of these needs");
      }),
    ];
  },
};

/** Every circle of needs once, as the ids on it from the first in the order given. */
export function circles(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (id: string, path: readonly string[]): void => {
    const at = path.indexOf(id);
    if (at >= 0) found.push(path.slice(at));
    if (at >= 0 || done.has(id)) return;
    for (const next of needs.get(id) ?? []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of needs.keys()) visit(id, []);
  return found;
}
