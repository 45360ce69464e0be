import { usd } from "../../charts/format.ts";
import { type WorthChart, type WorthRow, worthBars } from "../../charts/worth-bars.ts";
import { type Context, statusMark } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { citation } from "../sources.ts";
import { type Piece, track } from "../track.ts";

/** What each measure is worth. */
export function worthSection({ rehearsal, names, options }: Context): Section | null {
  const chart = worthBars(rehearsal, names);
  if (chart.rows.length === 0) return null;
  return {
    id: "worth",
    title: "What each measure is worth",
    lead: html`Value of products that could not be made without it, over the whole run. <b class="with">In the package</b>: what would be lost if only this
measure were missing. <b class="alone">On its own</b>: what it would save if it were the only one. Measures that do the same job share the gain, so these do not add up.`,
    body: html`<table class="worth"><caption class="sr">Measures by worth</caption>
<thead><tr><th scope="col">Measure</th><td class="bar"></td><th scope="col" class="n">In the package</th><th scope="col" class="n">On its own</th>${chart.countries.map((c) => html`<th scope="col" class="n part">${c}</th>`)}</tr></thead>
<tbody>${chart.rows.map((row) => measureRow(row, chart, (source) => citation(source, options, " · ")))}</tbody></table>
<p class="note">The country columns split “in the package”. A negative worth means that the measure, beside the others, does more harm than good to these countries.</p>`,
  };
}

function measureRow(row: WorthRow, chart: WorthChart, cite: (source: string) => Html): Html {
  const paid = Math.abs(row.paidUsd) >= 1 && ` · ${row.paidUsd > 0 ? "costs" : "earns"} ${usd(Math.abs(row.paidUsd))}`;
  return html`<tr><th scope="row">${row.title}<small>${row.kind} · ${statusMark(row.status)}${paid}${cite(row.source)}</small></th>
<td class="bar">${track([bar(row.worthUsd, chart, "w-package", 0), bar(row.worthAloneUsd, chart, "w-alone", 1)], { rows: 2 })}</td>
<td class="n"><b>${usd(row.worthUsd)}</b></td><td class="n">${usd(row.worthAloneUsd)}</td>${row.byCountry.map(
    (c) => html`<td class="n part" data-label="${c.name}">${usd(c.usd)}</td>`,
  )}</tr>`;
}

function bar(value: number, { domain }: WorthChart, style: string, row: number): Piece {
  const width = domain[1] - domain[0] || 1;
  const at = (v: number) => (v - domain[0]) / width;
  return { from: at(Math.min(0, value)), to: at(Math.max(0, value)), style: value < 0 ? `${style} harm` : style, row };
}
