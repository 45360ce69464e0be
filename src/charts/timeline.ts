import type { Rehearsal } from "../simulation/result.ts";
import { dayLabel } from "./format.ts";
import { readId } from "./names.ts";
import { groupOfEvent, type PolicyGroup } from "./policy-groups.ts";
import { shareOfRun } from "./time-axis.ts";

/** A bar of the timeline; `from` and `to` are shares (0–1) of the run. */
export interface TimelineBar {
  readonly id: string;
  readonly group: PolicyGroup;
  readonly kind: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** goes on after the run, or without an end */
  readonly open: boolean;
  readonly dates: string;
  readonly source: string;
  readonly status: string;
}

/** What takes supply away, what eases it anyway and what is done about it, each group by its beginning. A measure without dates is left out. */
export function timeline(rehearsal: Rehearsal): TimelineBar[] {
  const { months } = rehearsal;
  const bars: TimelineBar[] = [];
  const add = (group: TimelineBar["group"], note: Noted) => {
    if (note.from === undefined) return;
    const from = shareOfRun(note.from, months);
    const to = note.to ? shareOfRun(note.to, months, true) : 1;
    if (from === null || to === null || from >= 1 || to <= 0) return;
    const { id, kind, title, source, status } = note;
    const dates = note.to ? `${dayLabel(note.from)} – ${dayLabel(note.to)}` : `from ${dayLabel(note.from)}`;
    bars.push({ id, group, kind: readId(kind), title, from, to, open: !note.to || to >= 1, dates, source, status });
  };
  for (const event of rehearsal.events) add(groupOfEvent(event.kind), event);
  const isNoted = new Set(rehearsal.events.map((e) => e.id));
  for (const measure of rehearsal.measures) if (!isNoted.has(measure.id)) add("measure", measure);
  const order: readonly PolicyGroup[] = ["pressure", "relief", "measure"];
  return bars.sort(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || a.from - b.from || a.id.localeCompare(b.id, "en"),
  );
}

interface Noted {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  readonly status: string;
  readonly from?: string;
  readonly to?: string | null;
}
