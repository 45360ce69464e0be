import { count, list, listNames, monthLabel, percent, tonnes } from "../../charts/format.ts";
import { inSentence, withArticle } from "../../charts/names.ts";
import { SEVERITY_LABELS, type SeverityRun } from "../../charts/severity.ts";
import { type StripChart, type StripRow, shortageStrips } from "../../charts/shortage-strips.ts";
import type { Shortage } from "../../simulation/result.ts";
import type { Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { type Piece, track, yearScale } from "../track.ts";

/** Who runs short, and when: a strip of months for every use. */
export function shortagesSection(context: Context): Section {
  const charts = shortageStrips(context.rehearsal, context.names);
  const both = context.hasMeasures;
  // among several, countries without a single shortage stand together in a line
  const shown = charts.filter((chart) => charts.length < 3 || chart.rows.length > 0);
  return {
    id: "shortages",
    title: "Who runs short, and when",
    lead: html`Each strip is one end use, month by month; the stronger the colour, the larger the part of its need that does not arrive.
${both && html`The upper strip is without the measures, the lower one with them. `}Shares are of the value of the products a use makes; it counts as short below 95 %.`,
    body: html`${legend()}${shown.map((chart) => countryTable(chart, both))}${calmNote(charts.filter((chart) => !shown.includes(chart)))}`,
  };
}

function calmNote(charts: readonly StripChart[]): Html | false {
  const where = list(charts.map((chart) => withArticle(chart.countryName)));
  return charts.length > 0 && html`<p class="note">In ${where}, no end use runs short.</p>`;
}

function legend(): Html {
  return html`<p class="legend"><span>Missing part of the need:</span> ${SEVERITY_LABELS.map(
    (label, level) => html`<span class="swatch"><i class="s${level}"></i>${label}</span>`,
  )}</p>`;
}

function countryTable(chart: StripChart, both: boolean): Html {
  const supplied =
    chart.supplied.length > 0 &&
    html`<p class="note">Never short in ${withArticle(chart.countryName)}: ${listNames(chart.supplied.map(inSentence))}.</p>`;
  const untouched =
    chart.untouched.length > 0 &&
    html`<p class="note">Not counted in ${withArticle(chart.countryName)}, since they need nothing the scenario touches: ${listNames(chart.untouched.map(inSentence))}.</p>`;
  if (chart.rows.length === 0)
    return html`<h3>${chart.countryName}</h3>${supplied || untouched || html`<p class="note">No use was looked at.</p>`}${supplied && untouched}`;
  return html`<table class="strips"><caption>${chart.countryName}</caption>
<thead><tr><th scope="col">End use</th>${both && html`<td class="which"></td>`}<th scope="col" class="n">First short</th><th scope="col" class="n">Worst</th><th scope="col" class="n months">Short for</th>
<th scope="col" class="strip"><span class="sr">Month by month</span>${yearScale(chart.years)}</th></tr></thead>
<tbody>${chart.rows.map((row) => useRow(row, chart, both))}</tbody></table>${supplied}${untouched}`;
}

function useRow(row: StripRow, chart: StripChart, both: boolean): Html {
  const pair = (print: (s: Shortage) => string) =>
    both
      ? html`<span class="line">${print(row.without)}</span><span class="line">${print(row.with)}</span>`
      : html`<span class="line">${print(row.with)}</span>`;
  const pieces = [
    ...(row.withoutRuns && both ? toPieces(row.withoutRuns, chart.months, 0) : []),
    ...toPieces(row.withRuns, chart.months, both ? 1 : 0),
  ];
  return html`<tr><th scope="row">${row.name}<small>needs ${tonnes(row.needTonnesPerYear)} a year</small></th>
${both && html`<td class="which"><span class="line without">without</span><span class="line with">with</span></td>`}
<td class="n">${pair((s) => (s.firstShortMonth === null ? "never" : monthLabel(s.firstShortMonth)))}</td>
<td class="n">${pair((s) => (s.worstShortfallShare > 0 ? `−${percent(s.worstShortfallShare)}` : "0"))}</td>
<td class="n months">${pair((s) => count(s.shortMonths, "month"))}</td>
<td class="strip">${track(pieces, { rows: both ? 2 : 1, ticks: chart.years })}</td></tr>`;
}

function toPieces(runs: readonly SeverityRun[], months: number, row: number): Piece[] {
  return runs.map((r) => ({ from: r.from / months, to: r.to / months, style: `s${r.level}`, row }));
}
