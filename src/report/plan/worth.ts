import { usdFine } from "../../charts/format.ts";
import { planWorth, purseSentences, WORTH_NOTE, wholeWorth } from "../../charts/plan-worth.ts";
import { html } from "../html.ts";
import type { Section } from "../page.ts";
import { track } from "../track.ts";
import type { PlanContext } from "./context.ts";

/** What each measure of the portfolio costs and saves. */
export function worthSection({ report }: PlanContext): Section | null {
  const rows = planWorth(report);
  const whole = wholeWorth(report);
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.flatMap((r) => [r.costUsd, r.surplusUsd]));
  const bar = (value: number, style: string, row: number) => ({
    from: 0,
    to: Math.max(0, value) / most,
    style,
    row,
  });
  return {
    id: "worth",
    title: "What each measure is worth in it",
    lead: html`The portfolio against the same without this one measure (and what needs it), by the month simulation: <b class="with">surplus it saves</b> in the markets beside <b class="without">what it costs</b>, and the value of the products that can be made because of it.`,
    body: html`<table class="uses worth-each"><caption class="sr">Measures of the portfolio by worth</caption><thead><tr><th scope="col">Measure</th><td class="bar"></td><th scope="col" class="n">Costs</th><th scope="col" class="n">Surplus</th><th scope="col" class="n">Products</th><th scope="col" class="n">Covered by</th></tr></thead>
<tbody>${rows.map(
      (
        r,
      ) => html`<tr><th scope="row">${r.title}${r.together !== "" && html`<small>${r.together}</small>`}</th><td class="bar">${track([bar(r.costUsd, "b-without", 0), bar(r.surplusUsd, "b-with", 1)], { rows: 2 })}</td>
<td class="n" data-label="costs">${usdFine(r.costUsd)}</td><td class="n" data-label="surplus">${usdFine(r.surplusUsd)}</td><td class="n" data-label="products"><b>${usdFine(r.productsUsd)}</b></td><td class="n" data-label="covered by">${r.covers}</td></tr>`,
    )}${whole !== null && html`<tr class="whole"><th scope="row">${whole.title}</th><td class="bar"></td><td class="n" data-label="costs">${usdFine(whole.costUsd)}</td><td class="n" data-label="surplus">${usdFine(whole.surplusUsd)}</td><td class="n" data-label="products"><b>${usdFine(whole.productsUsd)}</b></td><td class="n" data-label="covered by">${whole.covers}</td></tr>`}</tbody></table>
<p class="note">Discounted to the first month. ${WORTH_NOTE}</p>${purseSentences(report).map((s) => html`<p class="note">${s}.</p>`)}`,
  };
}
