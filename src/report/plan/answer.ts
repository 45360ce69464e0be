import { usdFine } from "../../charts/format.ts";
import { planAnswer } from "../../charts/plan-answer.ts";
import { type PartnerLoss, partnerLosses } from "../../charts/plan-uses.ts";
import { changeText, tailWords } from "../../charts/plan-words.ts";
import { type Html, html } from "../html.ts";
import type { PlanContext } from "./context.ts";

/** The answer in sentences, then each partner in figures. */
export function planAnswerBlock({ report }: PlanContext): Html {
  return html`<section class="answer" aria-label="The answer in short">
<div class="short">${planAnswer(report).map((s) => html`<p>${s}</p>`)}</div>
<div class="cards">${partnerLosses(report).map((p) => card(p, tailWords(report)))}</div>
</section>`;
}

function card(partner: PartnerLoss, tail: string): Html {
  const { without, with: chosen } = partner;
  const money = (value: number | undefined) => (value === undefined ? html`–` : html`<b>${usdFine(value)}</b>`);
  const after = (before: number, value: number | undefined) =>
    html`${money(value)}${value !== undefined && before > 0 && html`<small>${changeText(before, value)}</small>`}`;
  return html`<table class="card"><caption>${partner.title}</caption>
<thead><tr><td></td><th scope="col" class="without">no measures</th><th scope="col" class="with">with the portfolio</th></tr></thead>
<tbody><tr><th scope="row">Products not made, on average</th><td>${money(without.expectedUsd)}</td><td>${after(without.expectedUsd, chosen?.expectedUsd)}</td></tr>
<tr><th scope="row">In ${tail} of futures</th><td>${money(without.tailUsd)}</td><td>${after(without.tailUsd, chosen?.tailUsd)}</td></tr>
<tr><th scope="row">Public money, as spent</th><td>–</td><td>${money(partner.paysUsd)}</td></tr></tbody></table>`;
}
