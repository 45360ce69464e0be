import { monthLabel, number, percent } from "../../charts/format.ts";
import { replayCharts } from "../../charts/replay-chart.ts";
import { readingPoints, scoreWords } from "../../charts/replay-words.ts";
import { headlineOf, type Replay, type ReplayedSeries, spanWords, unreportedStops } from "../../replay/index.ts";
import { type Html, html, prose } from "../html.ts";
import { printPage } from "../page.ts";
import { span } from "../plot.ts";
import { STYLE } from "../style.ts";
import { drawReplayChart } from "./chart.ts";

export interface ReplayReportOptions {
  readonly generatedWith: string;
  /** publishers, titles and addresses of the sources, by id */
  readonly sources: Readonly<
    Record<string, { readonly publisher: string; readonly title: string; readonly url: string }>
  >;
}

/** A replay as one HTML file that stands on its own: no script, no request; same input, same bytes. */
export function renderReplayReport(replay: Replay, options: ReplayReportOptions): string {
  const months = replay.series[0]?.months ?? [];
  return printPage({
    title: replay.title,
    generatedWith: options.generatedWith,
    style: STYLE,
    body: html`<header><p class="kicker">Replay · ${span(months)}</p><h1>${replay.title}</h1><p class="about">${prose(replay.description)}</p></header>
<main>
${section("charts", replay.series.some((s) => s.observations.length > 0) ? "The model beside what happened" : "The model, month by month", legend(replay), html`${reading(replay)}<div class="panels">${replayCharts(replay).map(drawReplayChart)}</div>`)}
${section("inputs", "What went in", html`Rules, dates and a baseline; nothing that came of them.${replay.asGiven && " What is marked as not given is assumed: nobody reported it."} Baseline: ${replay.baseline}.`, inputs(replay))}
${literal(replay)}
${scores(replay, options)}
${replay.firstStops.length > 0 && section("stops", "First stop of a product line", html`The first month in which a line gets under 95 % of what it needs beyond thrift.${unreportedStops(replay).length > 0 && " Where “observed” says “not known”, no such stop is among what was observed: read it as an error of the model."}`, stops(replay))}
</main>
<footer><p>Made with ${options.generatedWith}. Nothing was fitted to the outcome; ${replay.rules}.</p></footer>`,
  });
}

function section(id: string, title: string, lead: Html, body: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p class="lead">${lead}</p>
${body}</section>
`;
}

/** What the marks of the charts mean, of those that there are. */
function legend({ series, asGiven }: Replay): Html {
  return html`The <span class="with">line</span> is the model${series.some((s) => s.observations.length > 0) && html`, <span class="without">dots</span> are observations`}, the broken rule is the month in which the control begins${series.some((s) => s.fan) && "; the band holds nine of ten draws"}${asGiven !== null && html`; the thin <span class="with">dashed line</span> is the model without what was assumed and not given`}.`;
}

function reading(replay: Replay): Html {
  const points = readingPoints(replay.reading);
  return points.length < 2
    ? html`<p class="lead">${prose(replay.reading)}</p>`
    : html`<ul class="reading">${points.map((point) => html`<li>${prose(point)}</li>`)}</ul>`;
}

function inputs({ inputs: policies }: Replay): Html {
  return html`<table class="plain"><caption class="sr">Rules</caption><thead><tr><th scope="col">Rule</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Status</th><th scope="col">Source</th></tr></thead>
<tbody>${policies.map((p) => html`<tr><th scope="row">${p.title}</th><td class="day">${p.from}</td><td class="day">${p.to ?? "–"}</td><td><span class="status ${p.status === "assumed" ? "assumed" : ""}">${p.status}</span></td><td>${p.given ? "" : "Assumed and not given. "}${p.source}</td></tr>`)}</tbody></table>`;
}

/** What rests on an input nobody reported, beside the same without it. */
function literal(replay: Replay): Html | false {
  const found = headlineOf(replay);
  if (!found) return false;
  return section(
    "literal",
    "The literal reading",
    html`Assumed and not given: ${found.assumed.join("; ")}. ${found.title}, ${found.unit}, with it and without it.`,
    html`<table class="plain"><caption class="sr">${found.title}</caption><thead><tr><th scope="col">Month</th><th scope="col" class="n">As replayed</th><th scope="col" class="n">Given inputs only</th></tr></thead>
<tbody>${found.rows.map((r) => html`<tr><th scope="row">${monthLabel(r.month)}</th><td class="n">${r.asReplayed === null ? "–" : number(r.asReplayed)}</td><td class="n">${r.asGiven === null ? "–" : number(r.asGiven)}</td></tr>`)}</tbody></table>`,
  );
}

function scores(replay: Replay, options: ReplayReportOptions): Html | false {
  const seen = replay.series.filter((s) => s.observations.length > 0);
  if (seen.length === 0) return false;
  return section(
    "scores",
    "Month by month",
    html`Every observation with its source, and the score of the series.`,
    html`${seen.map((s) => seriesTable(s, options))}`,
  );
}

function seriesTable(series: ReplayedSeries, { sources }: ReplayReportOptions): Html {
  const rows = series.observations.map((o) => {
    const { modelled } = o;
    const error = modelled !== null && o.value > 0 ? percent(modelled / o.value - 1) : "–";
    const source = sources[o.source];
    const cited = source ? html`<a href="${source.url}">${source.publisher}</a>: ${o.locator}` : html`${o.source}`;
    return html`<tr><th scope="row">${spanWords(o, monthLabel)}</th><td class="n">${modelled === null ? "–" : number(modelled)}</td><td class="n">${number(o.value)}</td><td class="n">${error}</td><td>${cited}<small>${o.status}${o.note === "" ? "" : `; ${o.note}`}</small></td></tr>`;
  });
  return html`<table class="plain"><caption>${series.title}, ${series.unit}</caption>
<thead><tr><th scope="col">Month</th><th scope="col" class="n">Modelled</th><th scope="col" class="n">Observed</th><th scope="col" class="n">Error</th><th scope="col">Source</th></tr></thead><tbody>${rows}</tbody></table>
<p class="note">${scoreWords(series).join("; ")}. ${series.note}</p>`;
}

function stops(replay: Replay): Html {
  const month = (m: string | null) => (m === null ? "none" : monthLabel(m));
  return html`<table class="plain"><caption class="sr">First stops</caption><thead><tr><th scope="col">Country</th><th scope="col">Modelled</th>${replay.asGiven && html`<th scope="col">Given inputs only</th>`}<th scope="col">Observed</th><th scope="col">Lines that stop first</th></tr></thead>
<tbody>${replay.firstStops.map((s, i) => html`<tr><th scope="row">${s.country}</th><td>${month(s.modelledMonth)}</td>${replay.asGiven && html`<td>${month(replay.asGiven.firstStops[i]!.modelledMonth)}</td>`}<td>${s.observedMonth === null ? s.reason : monthLabel(s.observedMonth)}</td><td>${s.applications.join(", ")}</td></tr>`)}</tbody></table>`;
}
