import type { Rehearsal } from "../simulation/result.ts";
import { groupOfEvent } from "./policy-groups.ts";
import { shareOfRun } from "./time-axis.ts";

/** When the first pressure on supply and the first measure begin, for a light vertical line in every small chart. */
export function startMarks(rehearsal: Rehearsal): { at: number; label: string }[] {
  const begins = (days: readonly (string | undefined)[]) => days.filter((d) => d !== undefined).sort()[0];
  const marks = [
    {
      day: begins(rehearsal.events.filter((e) => groupOfEvent(e.kind) === "pressure").map((e) => e.from)),
      label: "controls",
    },
    { day: begins(rehearsal.measures.map((m) => m.from)), label: "measures" },
  ];
  return marks.flatMap(({ day, label }) => {
    const at = day === undefined ? null : shareOfRun(day, rehearsal.months);
    return at === null || at <= 0 || at >= 1 ? [] : [{ at, label }];
  });
}
