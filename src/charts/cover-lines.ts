import type { Rehearsal } from "../simulation/result.ts";
import { count } from "./format.ts";
import { startMarks } from "./marks.ts";
import type { Names } from "./names.ts";
import { outsideRole, type Panel, type PanelGrid, roundTicks } from "./panel.ts";
import { findMarket, watchedCommodities } from "./watched-commodities.ts";

/** Days of ordinary use that private stocks cover in the viewpoint countries. */
export function coverLines(rehearsal: Rehearsal, names: Names): PanelGrid {
  const panels = watchedCommodities(rehearsal).flatMap((c) => panel(rehearsal, names, c));
  const largest = panels.flatMap((p) => p.lines.flatMap((l) => l.values)).reduce((a, b) => Math.max(a, b), 0);
  const ticks = roundTicks(largest, 3);
  return {
    months: rehearsal.months,
    scale: "linear",
    domain: [0, ticks.at(-1)!],
    ticks: ticks.map((at) => ({ at, label: String(at) })),
    marks: startMarks(rehearsal),
    panels,
  };
}

function panel(rehearsal: Rehearsal, names: Names, commodity: string): Panel[] {
  const places = rehearsal.viewpoint.flatMap((country, i) => {
    const market = findMarket(rehearsal.markets, commodity, country);
    if (!market?.coverDays.some((d) => d > 0)) return [];
    const absent = rehearsal.withoutMeasures && findMarket(rehearsal.withoutMeasures.markets, commodity, country);
    return [{ country: names.country(country), role: outsideRole(i), market, absent }];
  });
  if (places.length === 0) return [];
  const title = names.commodity(commodity);
  const keys = places.map((p) => ({
    role: p.role,
    label: p.country,
    value: count(Math.round(Math.min(...p.market.coverDays)), "day"),
  }));
  return [
    {
      title,
      subtitle: "lowest cover with the measures",
      keys,
      lines: places.flatMap((p) => [
        ...(p.absent ? [{ role: p.role, faint: true, values: p.absent.coverDays }] : []),
        { role: p.role, faint: false, values: p.market.coverDays },
      ]),
      description: `${title}, days of ordinary use that stocks cover. Lowest: ${keys.map((k) => `${k.label} ${k.value}`).join("; ")}.`,
    },
  ];
}
