import { answer, type CountryAnswer, type CountryFigures } from "../../charts/answer.ts";
import { monthLabel, percent, usd } from "../../charts/format.ts";
import { withoutEffectWords } from "../../charts/without-effect.ts";
import type { Context } from "../context.ts";
import { type Html, html } from "../html.ts";

/** The answer in a paragraph, then each country in figures. */
export function answerBlock({ rehearsal, names }: Context): Html {
  const found = answer(rehearsal, names);
  return html`<section class="answer" aria-label="The answer in short">
${warningBlock(withoutEffectWords(rehearsal.withoutEffect))}<div class="short">${found.paragraphs.map((p) => html`<p>${p.join(" ")}</p>`)}</div>
<div class="cards">${found.countries.map((c) => card(c, found.hasMeasures))}</div>
</section>`;
}

/** What a reader has to know before the figures. */
export function warningBlock(sentences: readonly string[]): Html[] {
  return sentences.map((s) => html`<p class="warning" role="note">${s}</p>`);
}

function card(c: CountryAnswer, hasMeasures: boolean): Html {
  const rows: [string, (f: CountryFigures) => Html][] = [
    ["Uses that run short", (f) => html`<b>${f.shortUses}</b> of ${c.uses}`],
    ["First", (f) => (f.first ? html`<b>${monthLabel(f.first.month)}</b><small>${f.first.use}</small>` : html`–`)],
    [
      "Deepest",
      (f) =>
        f.worst
          ? html`<b>−${percent(f.worst.share)}</b><small>${f.worst.use}, ${monthLabel(f.worst.month)}</small>`
          : html`–`,
    ],
    [
      "Costliest",
      (f) => (f.costliest ? html`<b>${usd(f.costliest.usd)}</b><small>${f.costliest.use}</small>` : html`–`),
    ],
    ["All products not made", (f) => html`<b>${usd(f.valueAtRiskUsd)}</b>`],
  ];
  return html`<table class="card"><caption>${c.name}</caption>
<thead><tr><td></td>${hasMeasures && html`<th scope="col" class="without">without measures</th>`}<th scope="col" class="with">${hasMeasures ? "with measures" : "as it happens"}</th></tr></thead>
<tbody>${rows.map(([label, cell]) => html`<tr><th scope="row">${label}</th>${hasMeasures && html`<td>${cell(c.without)}</td>`}<td>${cell(c.with)}</td></tr>`)}</tbody></table>`;
}
