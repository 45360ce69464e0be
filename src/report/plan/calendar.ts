import { type Gantt, type GanttRow, planGantt } from "../../charts/plan-gantt.ts";
import { statusMark } from "../context.ts";
import { type Html, html, trusted } from "../html.ts";
import type { Section } from "../page.ts";
import { citation } from "../sources.ts";
import { yearScale } from "../track.ts";
import type { PlanContext } from "./context.ts";

const HEIGHT = 30;
const BAR_TOP = 8;
const BASE = 26;

/** The chosen portfolio in time: decided, built, late, growing, in full. */
export function calendarSection({ report, options }: PlanContext): Section | null {
  const gantt = planGantt(report);
  if (gantt.rows.length === 0) return null;
  return {
    id: "calendar",
    title: "The portfolio and its calendar",
    lead: html`Money spent today does nothing today. What is decided, how long it takes, how late it may be, and when it gives all it can. Months are those of the median delay, with the range of nine draws of ten.`,
    body: html`<div class="legend" aria-hidden="true"><span class="swatch"><i class="g-lead"></i>decided, in preparation</span><span class="swatch"><i class="g-delay"></i>may begin here (9 of 10 draws)</span><span class="swatch"><i class="g-grow"></i>growing</span><span class="swatch"><i class="g-full"></i>in full</span></div>
<table class="gantt"><caption class="sr">Measures of the portfolio in time</caption>
<thead><tr><td></td><th scope="col" class="strip"><span class="sr">When</span>${yearScale(gantt.ticks)}</th></tr></thead>
<tbody>${gantt.rows.map(
      (
        r,
      ) => html`<tr><th scope="row">${r.title}<small>${r.scale !== "full" && html`at ${r.scale} · `}${r.cost}: ${r.payers}</small><small>${r.dates}</small><small>${r.kind} · ${statusMark(r.status)}${citation(r.source, options, " · ")}</small></th>
<td class="strip">${strip(r, gantt)}</td></tr>`,
    )}</tbody></table>`,
  };
}

function strip(r: GanttRow, { ticks }: Gantt): Html {
  const lines = ticks.map((t) => `<line class="year" x1="${share(t.at)}" x2="${share(t.at)}" y1="0" y2="${HEIGHT}"/>`);
  const end = Math.max(r.end, r.start);
  const full = Math.min(r.full, end);
  const lead = rect("g-lead", r.decision, Math.min(r.start, end), BASE - 5, 5);
  const grow =
    full > r.start
      ? `<svg x="${share(r.start)}" y="${BAR_TOP}" width="${share(full - r.start)}" height="${BASE - BAR_TOP}" viewBox="0 0 1 1" preserveAspectRatio="none"><polygon class="g-grow" points="0,1 1,0 1,1"/></svg>`
      : "";
  const whole = full < end ? rect("g-full", full, end, BAR_TOP, BASE - BAR_TOP) : "";
  const body = `${lines.join("")}<line class="base" x1="0" x2="100%" y1="${BASE}" y2="${BASE}"/>${lead}${grow}${whole}${delay(r)}`;
  return html`${trusted(`<svg class="gantt-strip" height="${HEIGHT}" aria-hidden="true">${body}</svg>`)}`;
}

function delay({ delay }: GanttRow): string {
  if (delay === null || delay.high <= delay.low) return "";
  const y = 3.5;
  const tick = (at: number) => `<line class="g-tick" x1="${share(at)}" x2="${share(at)}" y1="0" y2="7"/>`;
  return `<line class="g-tick" x1="${share(delay.low)}" x2="${share(delay.high)}" y1="${y}" y2="${y}"/>${tick(delay.low)}${tick(delay.high)}`;
}

function rect(style: string, from: number, to: number, y: number, height: number): string {
  return `<rect class="${style}" x="${share(from)}" width="${share(Math.max(0, to - from))}" y="${y}" height="${height}"/>`;
}

function share(value: number): string {
  return `${Number((value * 100).toFixed(2))}%`;
}
