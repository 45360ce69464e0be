import { usd } from "../../charts/format.ts";
import { planWorth } from "../../charts/plan-worth.ts";
import { html } from "../html.ts";
import type { Section } from "../page.ts";
import { track } from "../track.ts";
import type { PlanContext } from "./context.ts";

/** What each measure of the portfolio costs and saves. */
export function worthSection({ report }: PlanContext): Section | null {
  const rows = planWorth(report);
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
<td class="n" data-label="costs">${usd(r.costUsd)}</td><td class="n" data-label="surplus">${usd(r.surplusUsd)}</td><td class="n" data-label="products"><b>${usd(r.productsUsd)}</b></td><td class="n" data-label="covered by">${r.covers}</td></tr>`,
    )}</tbody></table>
<p class="note">Discounted to the first month. Measures that do the same job share the gain, so these do not add up.</p>`,
  };
}
