import { monthLabel, percent, pricePerKilogram, tonnes } from "../../charts/format.ts";
import { withArticle } from "../../charts/names.ts";
import { twoPrices } from "../../charts/two-prices.ts";
import type { Context } from "../context.ts";
import { html } from "../html.ts";
import type { Section } from "../page.ts";

/** The inside, contract and outside price of what is under control, and how much changes hands at the last. */
export function twoPricesSection({ rehearsal, names, hasMeasures }: Context): Section | null {
  const rows = twoPrices(rehearsal);
  if (rows.length === 0) return null;
  const insides = [...new Set(rows.map((r) => r.inside))];
  const one = insides.length === 1;
  const home = one ? withArticle(names.country(insides[0]!)) : "the controlling country";
  return {
    id: "two-prices",
    title: "Two prices, and how much trades at each",
    lead: html`In the month in which it is dearest outside${hasMeasures && ", with the measures"}. What leaves ${home} with a licence goes at the price inside plus delivery;
leaks, stocks and what others make trade at the price outside. The dearer the quotation, the thinner is often the trade behind it.`,
    body: html`<table class="worth"><caption class="sr">Inside, contract and outside price</caption>
<thead><tr><th scope="col">Commodity</th><th scope="col" class="n part">Dearest in</th><th scope="col" class="n">Inside</th><th scope="col" class="n">Contract</th><th scope="col" class="n">Outside</th><th scope="col" class="n">Trade at the outside price</th></tr></thead>
<tbody>${rows.map(
      (
        r,
      ) => html`<tr><th scope="row">${names.commodity(r.commodity)}${!one && html`<small>of ${withArticle(names.country(r.inside))}</small>`}</th><td class="n part" data-label="dearest in">${monthLabel(r.month)}</td><td class="n">${pricePerKilogram(r.insideUsdPerTonne)}</td>
<td class="n">${pricePerKilogram(r.contractUsdPerTonne)}</td><td class="n"><b>${pricePerKilogram(r.outsideUsdPerTonne)}</b></td><td class="n">${tonnes(r.outsideTonnes)}, ${percent(r.outsideVolumeShare)}</td></tr>`,
    )}</tbody></table>`,
  };
}
