import type { Rehearsal } from "../simulation/result.ts";
import { multiple, pricePerKilogram } from "./format.ts";
import { homesOf } from "./inside.ts";
import { startMarks } from "./marks.ts";
import type { Names } from "./names.ts";
import { outsideRole, type Panel, type PanelGrid, type PanelKey, type PanelLine } from "./panel.ts";
import { findMarket, largestMultiple, multiples, watchedCommodities } from "./watched-commodities.ts";

const LOG_TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Prices inside the country that holds a commodity back against the viewpoint countries, as multiples of each market's own base price. */
export function priceLines(rehearsal: Rehearsal, names: Names): PanelGrid {
  const commodities = watchedCommodities(rehearsal);
  const home = homesOf(rehearsal, commodities);
  const panels = commodities.map((commodity) => panel(rehearsal, names, home(commodity), commodity));
  const values = panels.flatMap((p) => p.lines.flatMap((l) => l.values)).filter((v) => v > 0);
  const lowest = values.reduce((a, b) => Math.min(a, b), 0.8);
  const highest = values.reduce((a, b) => Math.max(a, b), 2);
  const domain: [number, number] = [Math.max(0.05, lowest / 1.06), highest * 1.12];
  return {
    months: rehearsal.months,
    scale: "log",
    domain,
    ticks: LOG_TICKS.filter((t) => t >= domain[0] && t <= domain[1]).map((at) => ({ at, label: `${at}×` })),
    marks: startMarks(rehearsal),
    panels,
  };
}

function panel(rehearsal: Rehearsal, names: Names, inside: string | null, commodity: string): Panel {
  const lines: PanelLine[] = [];
  const keys: PanelKey[] = [];
  const bases: string[] = [];
  const places = [...(inside === null ? [] : [inside]), ...rehearsal.viewpoint.filter((c) => c !== inside)];
  for (const country of places) {
    const market = findMarket(rehearsal.markets, commodity, country);
    if (!market) continue;
    const role = country === inside ? "inside" : outsideRole(rehearsal.viewpoint.indexOf(country));
    const absent = rehearsal.withoutMeasures && findMarket(rehearsal.withoutMeasures.markets, commodity, country);
    if (absent && role !== "inside") lines.push({ role, faint: true, values: multiples(absent) });
    lines.push({ role, faint: false, values: multiples(market) });
    const extreme = role === "inside" ? Math.min(...multiples(market)) : largestMultiple(market);
    keys.push({ role, label: names.country(country), value: multiple(extreme) });
    const side = role === "inside" ? "inside" : "outside";
    if (!bases.some((b) => b.endsWith(side))) bases.push(`${pricePerKilogram(market.basePriceUsdPerTonne)} ${side}`);
  }
  const title = names.commodity(commodity);
  return {
    title,
    subtitle: `before: ${bases.join(", ")}`,
    keys,
    lines,
    description: `${title}, price as a multiple of the price before the controls (${bases.join(", ")}). ${keys
      .map((k) => `${k.role === "inside" ? "Lowest" : "Highest"} ${k.label}: ${k.value}`)
      .join("; ")}.`,
  };
}
