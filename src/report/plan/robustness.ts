import { chanceText, flipTable } from "../../charts/plan-flips.ts";
import { leastRegretWords, type RegretRow, regretTable } from "../../charts/plan-regret.ts";
import { robustRows } from "../../charts/plan-robustness.ts";
import { type Html, html, trusted } from "../html.ts";
import type { Section } from "../page.ts";
import { track } from "../track.ts";
import type { PlanContext } from "./context.ts";

/** How wrong each portfolio can turn out, and what every good portfolio holds. */
export function regretSection({ report }: PlanContext): Section | null {
  const { futures, rows, richer } = regretTable(report);
  const robust = robustRows(report);
  if (rows.length === 0 && robust.length === 0) return null;
  return {
    id: "regret",
    title: "How wrong it can turn out",
    lead: html`What each portfolio loses against the best one evaluated for a future within the plan’s budget, had one known that it would come. ${leastRegretWords(report)}`,
    body: html`${rows.length > 0 && regretHeat("Regret, USD", futures, rows, true)}
${
  richer.length > 0 &&
  html`<h3 style="margin-top:2em">With more money than the plan has</h3><p class="sub">Against the same best portfolio, which has the plan’s budget: below 0 is better than that</p>
${regretHeat("Portfolios of larger budgets against the best within the plan’s budget, USD", futures, richer, false)}`
}
${
  robust.length > 0 &&
  html`<h3 style="margin-top:2em">In every good portfolio, or in some</h3><p class="sub">${report.robustOf === 1 ? "Of the one portfolio found within the gap of the best" : `Of ${report.robustOf} portfolios found within the gap of the best`}; “proven”: there is none without it</p>
<table class="robust"><caption class="sr">Measures by share of good portfolios</caption><tbody>${robust.map((r) => html`<tr><th scope="row">${r.title}</th><td class="bar">${track([{ from: 0, to: r.share, style: "b-share" }], {})}</td><td>${r.text}</td></tr>`)}</tbody></table>`
}`,
  };
}

function regretHeat(caption: string, futures: readonly string[], rows: readonly RegretRow[], isFair: boolean): Html {
  return html`<div class="scroll"><table class="heat"><caption class="sr">${caption}</caption><thead><tr><th scope="col">Portfolio</th>${futures.map((f) => html`<th scope="col" class="n">${f}</th>`)}${isFair && html`<th scope="col" class="n">At worst</th><th scope="col" class="n">Proven: at most</th>`}</tr></thead>
<tbody>${rows.map((r) => html`<tr><th scope="row">${r.label}${r.isLeast && html`<small>least of all</small>`}</th>${r.cells.map((c) => html`<td class="cell r${c.step}">${c.text}</td>`)}${isFair && html`<td class="n sum">${r.worst}</td><td class="n">${r.proven}</td>`}</tr>`)}</tbody></table></div>`;
}

/** At which probabilities another portfolio would be the best. */
export function flipsSection({ report }: PlanContext): Section | null {
  const { changes, bars, note } = flipTable(report);
  if (bars.length === 0) return null;
  return {
    id: "flips",
    title: "What would change the answer",
    lead: html`The probability of each future, from 0 to 100 %, the others in proportion. The mark is what the plan assumes; the answer stays the same within the bar. ${note}`,
    body: html`<table class="flips"><caption class="sr">Probabilities at which the choice changes</caption><thead><tr><th scope="col">Future</th><th scope="col" class="bar"><span class="sr">Probability</span></th><th scope="col">The answer changes</th></tr></thead>
<tbody>${bars.map((r) => html`<tr><th scope="row">${r.future}<small>assumed: ${chanceText(r.from)}</small></th><td class="bar">${probability(r.stays, r.from)}</td><td>${r.words}</td></tr>`)}</tbody></table>
${changes.length > 0 && html`<ul class="sources">${changes.map((c) => html`<li><b>Change ${c.mark}</b>: ${c.change}</li>`)}</ul>`}`,
  };
}

function probability(stays: readonly [number, number], from: number): Html {
  const share = (v: number) => `${Number((v * 100).toFixed(2))}%`;
  const label = `assumed ${chanceText(from)}; the same answer between ${chanceText(stays[0])} and ${chanceText(stays[1])}`;
  return trusted(
    `<svg class="track" height="16" role="img" aria-label="${label}"><rect class="ground" x="0" width="100%" y="3" height="10"/>` +
      `<rect class="b-stays" x="${share(stays[0])}" width="${share(stays[1] - stays[0])}" y="3" height="10"/>` +
      `<svg x="${share(from)}" overflow="visible"><rect class="b-with" x="-1.5" y="0" width="3" height="16"/></svg></svg>`,
  );
}
