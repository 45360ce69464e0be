import { fanGroups } from "../../charts/fan-panels.ts";
import { percent } from "../../charts/format.ts";
import { type KnownNames, type Names, namesFrom } from "../../charts/names.ts";
import {
  drawnWords,
  indexText,
  influenceRows,
  moneyRows,
  monthOrNever,
  shortageRows,
  sweepAnswer,
} from "../../charts/sweep.ts";
import { withoutEffectWords } from "../../charts/without-effect.ts";
import type { SweepSummary } from "../../simulation/draws/summary.ts";
import { type Html, html } from "../html.ts";
import { printContents, printPage, printSection } from "../page.ts";
import { span } from "../plot.ts";
import { warningBlock } from "../sections/answer.ts";
import { STYLE } from "../style.ts";
import { track } from "../track.ts";
import { fanGrid } from "./fan-plot.ts";

export interface SweepReportOptions {
  /** name and version of the program, e.g. `monazite 0.1.0` */
  readonly generatedWith: string;
  readonly names?: KnownNames;
}

const money = { id: "money", title: "Money and prices" };
const shortages = { id: "shortages", title: "How surely, how soon, how long" };
const inputs = { id: "inputs", title: "Which inputs matter" };
const TABLES = [money, shortages, inputs];

/** The summary of a sweep as one HTML file that stands on its own: no script, no request; same input, same bytes. */
export function renderSweepReport(summary: SweepSummary, options: SweepReportOptions): string {
  const names = namesFrom(options.names);
  const groups = fanGroups(summary, names);
  return printPage({
    title: `${summary.title}: ${summary.draws} draws`,
    generatedWith: options.generatedWith,
    style: STYLE,
    body: html`<header><p class="kicker">${summary.draws} draws of ${summary.inputs.length} uncertain inputs · ${span(summary.months)}</p>
<h1>${summary.title}</h1>
<p class="about">${drawnWords(summary)}</p></header>
<main>
<section class="answer" aria-label="The answer in short">${warningBlock(withoutEffectWords(summary.withoutEffect))}<div class="short">${sweepAnswer(summary, names).map((s) => html`<p>${s}</p>`)}</div></section>
${printContents([...groups, ...TABLES])}
${groups.map((g, i) => section(g.id, g.title, html`${g.lead} ${i === 0 && "The line is the middle of all draws, the dark band holds half of them, the light one nine of ten."}`, fanGrid(g.panels, summary.months)))}
${section(money.id, money.title, html`Over all draws; the worst 5 % are the mean of the worst twentieth of draws.`, moneyTable(summary, names))}
${section(shortages.id, shortages.title, html`First month, months and worst shortfall are over draws; “never” means that the use does not run short in that draw.`, shortageTable(summary, names))}
${section(inputs.id, inputs.title, html`Share of the variance of all products not made that an input explains alone${summary.design === "sensitivity" && ", and together with others"}, with its standard error.`, influenceTable(summary))}
</main>
<footer><p>Made with ${options.generatedWith}; ${summary.design} draws, seed ${summary.seed}. Quantiles: ${summary.methods.quantiles}. Sensitivity: ${summary.methods.sensitivity}. A rehearsal says what follows from its figures and assumptions; it is not a forecast.</p></footer>`,
  });
}

function moneyTable(summary: SweepSummary, names: Names): Html {
  const heads = ["p05", "p50", "p95", "worst 5 %", "mean"];
  return html`<div class="scroll"><table class="plain"><thead><tr><th scope="col">Over all draws, USD</th>${heads.map((h) => html`<th scope="col" class="n">${h}</th>`)}</tr></thead>
<tbody>${moneyRows(summary, names).map(
    (r) =>
      html`<tr><th scope="row">${r.name}</th>${[r.p05, r.p50, r.p95, r.worst, r.mean].map((v) => html`<td class="n">${v}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function shortageTable(summary: SweepSummary, names: Names): Html {
  const heads = ["chance", "first month, middle", "unluckiest 5 %", "months if short", "worst, middle", "worst, p95"];
  const rows = shortageRows(summary, names);
  if (rows.length === 0) return html`<p>No end use runs short in any draw.</p>`;
  return html`<div class="scroll"><table class="plain"><thead><tr><th scope="col">End use</th>${heads.map((h) => html`<th scope="col" class="n">${h}</th>`)}</tr></thead>
<tbody>${rows.map(
    (r) =>
      html`<tr><th scope="row">${r.name}<small>${names.country(r.country)}</small></th><td class="n">${percent(r.probability)}</td><td class="n">${monthOrNever(r.firstMonth)}</td><td class="n">${monthOrNever(r.earliestMonth)}</td><td class="n">${r.expectedMonthsIfShort!.toFixed(0)}</td><td class="n">${percent(r.worstShare.p50)}</td><td class="n">${percent(r.worstShare.p95)}</td></tr>`,
  )}</tbody></table></div>`;
}

function influenceTable(summary: SweepSummary): Html {
  const rows = influenceRows(summary, "valueAtRisk/total", 15);
  if (rows.length === 0) return html`<p>It never varies.</p>`;
  const left = summary.inputs.length - rows.length;
  const hasTotal = rows.some((r) => r.total !== null);
  if (summary.sensitivityNote !== null) return html`<p>Not told: ${summary.sensitivityNote}.</p>`;
  const bar = (r: (typeof rows)[number]) =>
    track(
      [
        ...(r.total === null ? [] : [{ from: 0, to: Math.min(1, r.total), style: "w-alone" }]),
        { from: 0, to: Math.max(0, Math.min(1, r.firstOrder)), style: "w-package" },
      ],
      {},
    );
  return html`<div class="scroll"><table class="worth"><thead><tr><th scope="col">Input</th><td></td><th scope="col" class="n">alone</th><th scope="col" class="n">±</th>${hasTotal && html`<th scope="col" class="n">with others</th><th scope="col" class="n">±</th>`}</tr></thead>
<tbody>${rows.map(
    (r) =>
      html`<tr><th scope="row">${r.name}</th><td class="bar">${bar(r)}</td><td class="n">${indexText(r.firstOrder)}</td><td class="n">${indexText(r.standardError)}</td>${hasTotal && html`<td class="n">${indexText(r.total)}</td><td class="n">${indexText(r.totalStandardError)}</td>`}</tr>`,
  )}</tbody></table></div>${left > 0 && html`<p>${left} more ${left === 1 ? "input explains" : "inputs explain"} less.</p>`}`;
}

function section(id: string, title: string, lead: Html, body: Html): Html {
  return printSection({ id, title, lead, body });
}
