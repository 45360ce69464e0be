import { listNames, usdAmount, usdAmountFine, usdFine } from "../../charts/format.ts";
import { agreementRows, measureWords, splits } from "../../charts/plan-split.ts";
import { planUses } from "../../charts/plan-uses.ts";
import { changeText, partnerTitle } from "../../charts/plan-words.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { track } from "../track.ts";
import type { PlanContext } from "./context.ts";

/** Loss by partner and end use, without a measure and with the portfolio. */
export function usesSection({ report, names }: PlanContext): Section | null {
  const { rows, mostUsd, spared } = planUses(report, names);
  if (rows.length === 0) return null;
  const bar = (value: number, style: string, row: number) => ({ from: 0, to: value / mostUsd, style, row });
  return {
    id: "uses",
    title: "Who is spared what",
    lead: html`Expected value of products not made, by end use: <b class="without">with no measures</b> and <b class="with">with the portfolio</b>, as the month simulation finds it.`,
    body: html`<table class="uses"><caption class="sr">Expected loss by end use</caption><thead><tr><th scope="col">End use</th><td class="bar"></td><th scope="col" class="n">Without</th><th scope="col" class="n">With</th><th scope="col" class="n">Change</th></tr></thead>
<tbody>${rows.map(
      (
        r,
      ) => html`<tr><th scope="row">${r.name}<small>${r.partner}${r.shortage !== "" && html` · ${r.shortage}`}</small></th><td class="bar">${track([bar(r.withoutUsd, "b-without", 0), bar(r.withUsd, "b-with", 1)], { rows: 2 })}</td>
<td class="n" data-label="without">${usdFine(r.withoutUsd)}</td><td class="n" data-label="with"><b>${usdFine(r.withUsd)}</b></td><td class="n" data-label="change">${changeText(r.withoutUsd, r.withUsd)}</td></tr>`,
    )}</tbody></table>
${spared > 0 && html`<p class="note">${spared} more ${spared === 1 ? "use loses" : "uses lose"} nothing either way.</p>`}`,
  };
}

/** What each partner pays and gets, and whether it is better off inside. */
export function splitSection({ report }: PlanContext): Section | null {
  const found = splits(report);
  if (found.length === 0) return null;
  const heads = ["Pays", "Is spared", "Net", "Fair net", "Owed", "Alone", "Outside"] as const;
  const cell = (value: number, i: number): Html =>
    html`<td class="n" data-label="${heads[i]!.toLowerCase()}">${i === 2 ? html`<b>${usdAmount(value)}</b>` : usdAmount(value)}</td>`;
  return {
    id: "split",
    title: "Who pays and who gains",
    lead: html`USD over the plan. Fair net: what each adds to the coalitions it can join, on average (Shapley); owed: what the others would have to pay it for that. Alone: its net gain if it acts by itself on its own budget. Outside: what it is spared if the others go on without it.`,
    body: html`${found.map(
      (
        split,
      ) => html`<h3>${capital(measureWords(split))}</h3><table class="plain split"><caption class="sr">Benefit by partner: ${measureWords(split)}</caption><thead><tr><th scope="col">Partner</th>${heads.map((h) => html`<th scope="col" class="n">${h}</th>`)}<th scope="col" class="better">Better off</th></tr></thead>
<tbody>${split.partners.map(
        (p) =>
          html`<tr><th scope="row">${partnerTitle(report, p.partner)}</th>${[p.costUsd, p.benefitUsd, p.netUsd, p.shapleyUsd, p.transferUsd, p.aloneUsd, p.outsideUsd].map(cell)}<td class="better">${p.betterInside ? html`<span class="pass">inside</span>` : html`<span class="fail">outside</span>`}</td></tr>`,
      )}</tbody></table>`,
    )}${agreements(report)}`,
  };
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function agreements(report: PlanContext["report"]): Html | false {
  const rows = agreementRows(report);
  if (rows.length === 0) return false;
  const moving = rows.filter((r) => !r.isIdle);
  const idle = [...new Set(rows.filter((r) => r.isIdle).map((r) => r.title))];
  const heads = rows[0]!.counts.map((c) => c.words);
  const cells = (row: (typeof rows)[number]): Html[] =>
    row.counts.flatMap((c) => [
      html`<td class="n" data-label="${c.words}, with it">${usdAmountFine(c.withUsd)}</td>`,
      html`<td class="n" data-label="without it">${usdAmountFine(c.withoutUsd)}</td>`,
      html`<td class="n" data-label="worth"><b${c.withUsd < c.withoutUsd && html` class="fail"`}>${usdAmountFine(c.withUsd - c.withoutUsd)}</b></td>`,
    ]);
  return html`<h3>Agreement by agreement</h3><p class="sub">USD that each partner is spared with the portfolio, and without what the agreement holds of it</p>
${
  moving.length > 0 &&
  html`<table class="plain split"><caption class="sr">What each partner is spared with and without each agreement</caption><thead><tr><th scope="col">Agreement</th><th scope="col">Partner</th>${heads.map((words) => html`<th scope="col" class="n">${words}, with it</th><th scope="col" class="n">Without it</th><th scope="col" class="n">Is worth</th>`)}</tr></thead>
<tbody>${moving.map((r) => html`<tr><th scope="row">${r.title}</th><td>${r.partner}</td>${cells(r)}</tr>`)}</tbody></table>`
}${idle.length > 0 && html`<p class="note">Nothing in the portfolio hangs on ${listNames(idle)}.</p>`}`;
}
