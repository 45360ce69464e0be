import { checkList } from "../../charts/check-list.ts";
import { count } from "../../charts/format.ts";
import type { Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { reference } from "../sources.ts";

const SHOWN_AT_ONCE = 12;

/** What the answer rests on without a source, and where the rest comes from. */
export function assumptionsSection({ rehearsal, options }: Context): Section {
  const { assumptions } = rehearsal;
  const rows = assumptions.map(
    (a) => html`<tr><th scope="row">${a.figure}</th><td>${a.value}</td><td>${a.note}</td></tr>`,
  );
  const table = (some: readonly Html[]) => html`<table class="plain"><caption class="sr">Assumed figures</caption>
<thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">Why</th></tr></thead><tbody>${some}</tbody></table>`;
  const sources = [...new Set([...rehearsal.events, ...rehearsal.measures].map((n) => n.source))]
    .filter((s) => s !== "")
    .sort();
  return {
    id: "assumptions",
    title: "Assumptions and sources",
    lead:
      assumptions.length === 0
        ? html`No figure of the dataset is a mere assumption.`
        : html`${count(assumptions.length, "figure")} of the dataset ${assumptions.length === 1 ? "is" : "are"} assumed: no published value was found, or only one that had to be judged. Better values would change the answer.`,
    body: html`${assumptions.length > 0 && table(rows.slice(0, SHOWN_AT_ONCE))}
${rows.length > SHOWN_AT_ONCE && html`<details><summary>${rows.length - SHOWN_AT_ONCE} more</summary>${table(rows.slice(SHOWN_AT_ONCE))}</details>`}
${sources.length > 0 && html`<h3>Sources of events and measures</h3><ul class="sources">${sources.map((s) => html`<li>${reference(s, options)}</li>`)}</ul>`}`,
  };
}

/** What was checked about the arithmetic. */
export function checksSection({ rehearsal }: Context): Section {
  return {
    id: "checks",
    title: "Can the arithmetic be trusted?",
    lead: html`Every month of the run is checked by a program that does not know how the answer was found. The checks say that the sums are right, not that the figures are.`,
    body: html`<table class="plain checks"><caption class="sr">Checks</caption>
<thead><tr><th scope="col">Check</th><th scope="col">What it means</th><th scope="col" class="n">Found</th><th scope="col" class="n">Allowed</th></tr></thead>
<tbody>${checkList(rehearsal).map(
      (c) =>
        html`<tr><th scope="row"><span class="${c.passed ? "pass" : "fail"}">${c.passed ? "✓ " : "✗ failed: "}</span>${c.title}</th><td>${c.meaning}</td><td class="n">${c.found}</td><td class="n">${c.limit}</td></tr>`,
    )}</tbody></table>
<p class="note">Scenario ${rehearsal.scenario}: ${count(rehearsal.months.length, "month")}, ${count(rehearsal.markets.length, "market")}, ${count(rehearsal.activities.length, "activity", "activities")}.</p>`,
  };
}
