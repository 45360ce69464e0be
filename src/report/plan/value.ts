import { costFactorTable } from "../../charts/plan-costs.ts";
import {
  type MarginalRow,
  type MarginalTable,
  marginalWords,
  planMade,
  planMarginal,
} from "../../charts/plan-marginal.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import type { PlanContext } from "./context.ts";

/** What each measure makes of the plan's objective, by year, and one more unit of what can be sized. */
export function valueSection({ report }: PlanContext): Section | null {
  const made = planMade(report);
  const units = planMarginal(report);
  if (made.rows.length + units.rows.length === 0) return null;
  return {
    id: "marginal",
    title: "What each measure is worth to the plan, and when",
    lead: html`The portfolio evaluated once more without each of its measures (<span class="dot">in the portfolio</span>), and with each other one added to it, whatever the budgets say. ${marginalWords(report)}`,
    body: html`${heat("Worth of each measure by year, USD", report.years, made)}
${
  units.rows.length > 0 &&
  html`<h3 style="margin-top:2em">One more unit of what can be sized</h3><p class="sub">To first order, from the prices of scarce capacity: no unit more is worth more than this</p>
${heat("Worth of one more unit by year, USD", report.years, units)}`
}`,
  };
}

function heat(caption: string, years: readonly number[], { rows, without }: MarginalTable): Html {
  const row = (r: MarginalRow) =>
    html`<tr><th scope="row"><span class="${r.isChosen ? "own" : ""}">${r.title}</span>${r.note !== "" && html`<small>${r.note}</small>`}</th>${r.cells.map((c) => html`<td class="cell m${c.step ?? 0}">${c.text}</td>`)}<td class="n sum">${r.worth}</td><td class="n">${r.cost}</td><td class="n">${r.perUsd}</td></tr>`;
  return html`${
    rows.length > 0 &&
    html`<div class="scroll"><table class="heat"><caption class="sr">${caption}</caption><thead><tr><th scope="col">Measure</th>${years.map((y) => html`<th scope="col" class="n">${y}</th>`)}<th scope="col" class="n">Worth</th><th scope="col" class="n">Costs</th><th scope="col" class="n">Per USD</th></tr></thead>
<tbody>${rows.map(row)}</tbody></table></div>`
  }
${without > 0 && html`<p class="note">${without} more ${without === 1 ? "is" : "are"} worth nothing beside the portfolio.</p>`}`;
}

/** At which costs another portfolio would be the best. */
export function costsSection({ report }: PlanContext): Section | null {
  const { rows, notes } = costFactorTable(report);
  if (rows.length === 0) return null;
  return {
    id: "costs",
    title: "What would change it by cost",
    lead: html`How dear a measure of the portfolio may get before it leaves, and how cheap another has to be to come in.`,
    body: html`<table class="plain costs"><caption class="sr">Costs at which the choice changes</caption><thead><tr><th scope="col">Measure</th><th scope="col">What changes</th><th scope="col" class="n">At USD</th><th scope="col" class="n">Range of its cost</th><th scope="col" class="then">Then</th></tr></thead>
<tbody>${rows.map((r) => html`<tr><th scope="row"><span class="${r.isChosen ? "dot" : ""}">${r.title}</span></th><td>${r.at}${r.isWithinRange && html`<small class="fail">within the range of its cost</small>`}</td><td class="n" data-label="at USD">${r.atUsd}</td><td class="n" data-label="range">${r.range}</td><td class="then">${r.change}</td></tr>`)}</tbody></table>
<p class="note">${notes.join(" ")}</p>`,
  };
}
