import { count, percent, usd } from "../../charts/format.ts";
import { differenceReasons, surenessRows } from "../../charts/plan-sureness.ts";
import { partnerTitle, tailWords } from "../../charts/plan-words.ts";
import { notesOf } from "../../charts/plan-worth.ts";
import { statusMark } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { reference } from "../sources.ts";
import type { PlanContext } from "./context.ts";

/** How sure the answer is: proof, difference from the simulation, and what the reader must know. */
export function surenessSection({ report }: PlanContext): Section {
  const reasons = differenceReasons(report);
  return {
    id: "sure",
    title: "How sure is it?",
    lead: html`The proof says that the arithmetic found the best portfolio of this plan; the simulation says what that portfolio does month by month. Neither says that the figures are right.`,
    body: html`<table class="plain facts"><caption class="sr">How sure</caption><tbody>${surenessRows(report).map(
      (r) =>
        html`<tr><th scope="row">${r.good !== null && html`<span class="${r.good ? "pass" : "fail"}">${r.good ? "✓ " : "✗ "}</span>`}${r.what}</th><td>${r.found}</td><td>${r.meaning}</td></tr>`,
    )}</tbody></table>${reasons.length > 0 && html`<h3>Why planning and simulation differ</h3><ul class="sources">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}${notesOf(report).map((note) => html`<p class="note">${note}</p>`)}`,
  };
}

/** What went in: budgets, futures, agreements, every candidate with its source, assumptions. */
export function basisSection({ report, options }: PlanContext): Section {
  const { objective } = report;
  const weight = percent(objective.tailWeight);
  const counted =
    objective.count === "partners" ? "Only what reaches the partners counts." : "What reaches anybody counts.";
  return {
    id: "basis",
    title: "What went in",
    lead: html`The plan minimises ${percent(1 - objective.tailWeight)} × the expected loss + ${weight} × the loss in ${tailWords(report)} of futures${objective.costWeight > 0 && html`, and ${Number(objective.costWeight.toPrecision(3))} × what the measures cost`}, under the budgets, discounted at ${Number((objective.discountPerYear * 100).toPrecision(3))} % a year. ${counted}`,
    body: html`${futures(report)}${budgets(report)}${targets(report)}${agreements({ report, options } as PlanContext)}${candidates({ report, options } as PlanContext)}${assumptions(report)}`,
  };
}

type Report = PlanContext["report"];

function futures({ futures }: Report): Html {
  return html`<h3>Futures</h3><table class="plain"><caption class="sr">Futures</caption><tbody>${futures.map(
    (f) =>
      html`<tr><th scope="row">${f.title}</th><td>probability ${percent(f.probability)}, ${count(f.draws, "draw")}</td></tr>`,
  )}</tbody></table>`;
}

function budgets(report: Report): Html {
  return html`<h3>Budgets</h3><table class="plain"><caption class="sr">Budgets</caption><tbody>${report.budgets.map(
    (b) =>
      html`<tr><th scope="row">${partnerTitle(report, b.payer)}</th><td>${usd(b.mostUsd)} in ${b.fromYear === b.toYear ? b.fromYear : `${b.fromYear}–${b.toYear}`}</td></tr>`,
  )}</tbody></table>`;
}

function targets({ targets }: Report): Html | false {
  return (
    targets.length > 0 &&
    html`<h3>Targets</h3><table class="plain"><caption class="sr">Targets</caption><tbody>${targets.map(
      (t) =>
        html`<tr><th scope="row">${t.title}</th><td>at least ${t.least} ${t.unit}; today ${t.have}</td><td>${reference(t.source, { generatedWith: "" })}</td></tr>`,
    )}</tbody></table>`
  );
}

function agreements({ report, options }: PlanContext): Html | false {
  return (
    report.agreements.length > 0 &&
    html`<h3>Agreements</h3><table class="plain"><caption class="sr">Agreements</caption><tbody>${report.agreements.map(
      (a) =>
        html`<tr><th scope="row">${a.title}<small>${a.parties.map((p) => partnerTitle(report, p)).join(", ")} · ${statusMark(a.status)}</small></th><td>${a.terms.join("; ")}</td><td>${reference(a.source, options)}</td></tr>`,
    )}</tbody></table>`
  );
}

function candidates({ report, options }: PlanContext): Html {
  const rows = report.candidates.map(
    (c) =>
      html`<tr><th scope="row">${c.title}<small>${statusMark(c.status)}</small></th><td class="n" data-label="costs">${usd(c.costUsd)}<small>${usd(c.costRangeUsd.low)} – ${usd(c.costRangeUsd.high)}</small></td><td>${reference(c.source, options)}${c.note !== "" && html`<small>${c.note}</small>`}</td></tr>`,
  );
  return html`<h3>All ${report.candidates.length} candidate measures</h3><details${report.candidates.length <= 12 ? html` open` : html``}><summary>costs, status and sources</summary><table class="plain"><caption class="sr">Candidates</caption><thead><tr><th scope="col">Measure</th><th scope="col" class="n">Costs (range)</th><th scope="col">Source</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

function assumptions({ assumptions }: Report): Html | false {
  return (
    assumptions.length > 0 &&
    html`<h3>${count(assumptions.length, "assumed figure")}</h3><details class="long"><summary>all of them, with their reasons (printed where this is open)</summary><table class="plain"><caption class="sr">Assumed figures</caption><thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">Why</th></tr></thead><tbody>${assumptions.map((a) => html`<tr><th scope="row">${a.figure}</th><td>${a.value}</td><td>${a.note}</td></tr>`)}</tbody></table></details>`
  );
}
