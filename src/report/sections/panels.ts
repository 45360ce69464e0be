import { coverLines } from "../../charts/cover-lines.ts";
import { list } from "../../charts/format.ts";
import { insidesOf } from "../../charts/inside.ts";
import { leftOutPrices } from "../../charts/left-out-prices.ts";
import { withArticle } from "../../charts/names.ts";
import type { PanelGrid } from "../../charts/panel.ts";
import { priceLines } from "../../charts/price-lines.ts";
import { shortfallLines } from "../../charts/shortfall-lines.ts";
import { watchedCommodities } from "../../charts/watched-commodities.ts";
import type { Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { panelGrid } from "../plot.ts";

/** The uses that lose most, as lines. */
export function shortfallSection({ rehearsal, names, hasMeasures }: Context): Section | null {
  return panels(shortfallLines(rehearsal, names), {
    id: "worst-uses",
    title: "The uses that lose most",
    lead: html`Share of each use’s production, by value, that lacks its material, by month. The sum above each chart is the value of the products that cannot be made over the whole run${hasMeasures && ", without and with the measures"}.`,
  });
}

/** Prices where commodities are held back and elsewhere. */
export function pricesSection({ rehearsal, names, hasMeasures }: Context): Section | null {
  const insides = insidesOf(rehearsal, watchedCommodities(rehearsal));
  const [home] = insides;
  const from = home === undefined ? "events" : "controls";
  return panels(priceLines(rehearsal, names), {
    id: "prices",
    title:
      home === undefined
        ? "Prices"
        : insides.length > 1
          ? "Prices inside the controlling country and outside"
          : `Prices inside ${withArticle(names.country(home))} and outside`,
    lead: html`Price as a multiple of what it was before the ${from}, on a ratio scale: each step up is the same factor.
The numbers are the highest price outside${home !== undefined && " and the lowest inside"}${hasMeasures && "; solid lines are with the measures, broken ones without"}. ${leftOutPrices(rehearsal)}`,
  });
}

/** How long stocks last. */
export function coverSection({ rehearsal, names, hasMeasures }: Context): Section | null {
  return panels(coverLines(rehearsal, names), {
    id: "cover",
    title: "How long stocks last",
    lead: html`Days of ordinary use that private stocks would cover in ${list(rehearsal.viewpoint.map((c) => withArticle(names.country(c))))}${hasMeasures && "; solid lines are with the measures, broken ones without"}.`,
  });
}

function panels(grid: PanelGrid, section: { id: string; title: string; lead: Html }): Section | null {
  return grid.panels.length === 0 ? null : { ...section, body: panelGrid(grid) };
}
