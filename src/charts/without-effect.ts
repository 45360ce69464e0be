import type { WithoutEffect } from "../simulation/result.ts";
import { listNames } from "./format.ts";

/** What lies outside the months of a run and how to move it: a warning each for what is over, one for all that comes later. */
export function withoutEffectWords(found: readonly WithoutEffect[] = []): string[] {
  const over = found.filter((w) => w.because === "ends before");
  const later = found.filter((w) => w.because === "begins after");
  const each = listNames(later.map((w) => `${w.id} (${w.date})`));
  return [
    ...over.map(
      (w) =>
        `Outside the months of the run: ${w.id} (“${w.title}”) ends ${w.date}, before the scenario begins ${w.month}; other dates move it, or delayDays if it is taken from the ledger.`,
    ),
    ...(later.length === 0
      ? []
      : [
          `Outside the months of the run: ${each} ${later.length === 1 ? "begins" : "begin"} after the run ends in ${later[0]!.month}; more months or other dates would take ${later.length === 1 ? "it" : "them"} in.`,
        ]),
  ];
}
