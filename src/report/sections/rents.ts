import { count, monthLabel, usd } from "../../charts/format.ts";
import { bindingRents } from "../../charts/rents.ts";
import type { Context } from "../context.ts";
import { html } from "../html.ts";
import type { Section } from "../page.ts";
import { track } from "../track.ts";

/** Which capacity or licence holds things back, and what one more tonne of it would be worth. */
export function rentsSection({ rehearsal, names }: Context): Section | null {
  const rows = bindingRents(rehearsal, names);
  const largest = rows[0]?.tenthMoreUsd;
  if (largest === undefined) return null;
  return {
    id: "rents",
    title: "What holds things back",
    lead: html`Plants, licences and routes that are used to their limit with the measures in force: what a tenth more of each would be worth over the run to those who
wait for it, and what one more tonne is worth in a month when it is scarce. The next measure to look for is near the top of this list.`,
    body: html`<table class="worth rents"><caption class="sr">Limits by the worth of a tenth more</caption>
<thead><tr><th scope="col">Limit</th><td class="bar"></td><th scope="col" class="n">A tenth more, whole run</th><th scope="col" class="n">One more tonne</th><th scope="col" class="n part">At its limit</th></tr></thead>
<tbody>${rows.map(
      (
        r,
      ) => html`<tr><th scope="row">${r.title}</th><td class="bar">${track([{ from: 0, to: r.tenthMoreUsd / largest, style: "w-rent" }], {})}</td>
<td class="n"><b>${usd(r.tenthMoreUsd)}</b></td><td class="n">${usd(r.meanUsdPerTonne)}</td><td class="n part" data-label="at its limit">${count(r.months, "month")} from ${monthLabel(r.firstMonth)}</td></tr>`,
    )}</tbody></table>`,
  };
}
