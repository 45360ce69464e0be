import { groupOfEvent, type PolicyGroup } from "../../../charts/policy-groups.ts";
import { shareOfRun } from "../../../charts/time-axis.ts";
import type { EntryNote, ScenarioAnswer } from "../../engine/asks/scenario.ts";

/** An event or measure on the timeline; `from` and `to` are shares (0–1) of the run. */
export interface TimelineRow {
  readonly entry: EntryNote;
  readonly group: PolicyGroup;
  readonly from: number;
  readonly to: number;
  /** goes on after the run, or without an end */
  readonly open: boolean;
  /** began before the run */
  readonly earlier: boolean;
  /** lies outside the months of the run: no bar */
  readonly outside: boolean;
}

export interface TimelineGroup {
  readonly group: PolicyGroup;
  readonly rows: readonly TimelineRow[];
}

/** The months of a scenario: `2025-01`, … */
export function monthsOf({ start, months }: Pick<ScenarioAnswer, "start" | "months">): string[] {
  const first = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1;
  return Array.from({ length: months }, (_, i) => {
    const month = first + i;
    return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

/** What takes supply away, what eases it anyway, what is done about it; each by its beginning. Nothing is left out. */
export function timelineGroups(scenario: ScenarioAnswer): TimelineGroup[] {
  const months = monthsOf(scenario);
  const rows = [
    ...scenario.events.map((entry) => rowOf(entry, groupOfEvent(entry.kind), months)),
    ...scenario.measures.map((entry) => rowOf(entry, "measure", months)),
  ];
  return (["pressure", "relief", "measure"] as const)
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
    .filter((group) => group.rows.length > 0);
}

function rowOf(entry: EntryNote, group: PolicyGroup, months: readonly string[]): TimelineRow {
  const begin = entry.from ?? `${months[0]}-01`;
  const from = shareOfRun(begin, months) ?? 0;
  const to = entry.to ? (shareOfRun(entry.to, months, true) ?? 1) : 1;
  const last = months.at(-1)!;
  const outside = begin.slice(0, 7) > last || (entry.to !== null && entry.to !== undefined && entry.to < months[0]!);
  return {
    entry,
    group,
    from,
    to,
    open: !entry.to || entry.to.slice(0, 7) > last,
    earlier: begin < `${months[0]}-01`,
    outside,
  };
}
