import { yearTicks } from "../../charts/time-axis.ts";
import { type TimelineBar, timeline } from "../../charts/timeline.ts";
import { type Context, statusMark } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { citation } from "../sources.ts";
import { track, yearScale } from "../track.ts";

const GROUP_TITLES = {
  pressure: "What takes supply away",
  relief: "What eases it anyway",
  measure: "What the measures add",
} as const;

/** Events and measures as bars in time. */
export function timelineSection({ rehearsal, options }: Context): Section | null {
  const bars = timeline(rehearsal);
  if (bars.length === 0) return null;
  const years = yearTicks(rehearsal.months);
  const groups = (["pressure", "relief", "measure"] as const).filter((g) => bars.some((b) => b.group === g));
  const row = (
    b: TimelineBar,
  ): Html => html`<tr><th scope="row">${b.title}<small>${b.kind} · ${b.dates} · ${statusMark(b.status)}${citation(b.source, options, " · ")}</small></th>
<td class="strip">${track([{ from: b.from, to: Math.max(b.to, b.from + 0.004), style: `t-${b.group}` }], { ticks: years })}</td></tr>`;
  return {
    id: "timeline",
    title: "What happens when",
    lead: html`What the scenario assumes to happen, and the measures set against it. A bar that reaches the right edge goes on after the run.`,
    body: html`<table class="strips timeline"><caption class="sr">Events and measures in time</caption>
<thead><tr><td></td><th scope="col" class="strip"><span class="sr">In force</span>${yearScale(years)}</th></tr></thead>
${groups.map((g) => html`<tbody><tr class="group"><th colspan="2" scope="rowgroup">${GROUP_TITLES[g]}</th></tr>${bars.filter((b) => b.group === g).map(row)}</tbody>`)}</table>`,
  };
}
