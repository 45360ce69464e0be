import type { Fan } from "../simulation/draws/fan.ts";
import type { SweepSummary } from "../simulation/draws/summary.ts";
import { number, percent, pricePerKilogram, usdAmount } from "./format.ts";
import type { Names } from "./names.ts";
import { roundTicks } from "./panel.ts";
import { columnName } from "./sweep.ts";

/** One small chart of a fan: bands from p05 to p95 and p25 to p75, and the middle. */
export interface FanPanel {
  readonly title: string;
  readonly subtitle: string;
  readonly fan: Fan;
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** said by a screen reader in place of the picture */
  readonly description: string;
}

/** Small charts that belong together; those of shares have one scale, the others each their own. */
export interface FanGroup {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly panels: readonly FanPanel[];
}

type Text = (value: number) => string;

/** The fans of a summary in groups: value at risk, shortfalls, prices, stocks. */
export function fanGroups(summary: SweepSummary, names: Names): FanGroup[] {
  const group = (kind: string, title: string, lead: string, text: Text, shared = false): FanGroup => {
    const fans = summary.fans.filter(({ id }) => id.startsWith(`${kind}/`));
    const top = Math.max(0, ...fans.flatMap((fan) => fan.p95));
    const panels = fans.map((fan) => panelOf(fan, columnName(fan, names), shared ? top : Math.max(...fan.p95), text));
    return { id: kind, title, lead, panels };
  };
  return [
    group(
      "valueAtRisk",
      "Products not made, by month",
      "Value of the products that lack their material, USD a month.",
      usdAmount,
    ),
    group(
      "shortfallShare",
      "Who runs short",
      "Share of each use’s products, by value, that lacks its material.",
      percent,
      true,
    ),
    group("price", "Prices", "Inside the controlling country and outside, USD per kilogram.", pricePerKilogram),
    group("coverDays", "How long stocks last", "Days of ordinary use that private stocks would cover.", number),
  ].filter(({ panels }) => panels.length > 0);
}

function panelOf(fan: Fan, title: string, top: number, text: Text): FanPanel {
  const ticks = roundTicks(top, 3);
  const last = fan.p50.length - 1;
  const worst = fan.p95.reduce((best, value, month) => (value > fan.p95[best]! ? month : best), 0);
  const bare = (value: number) => text(value).replace(/^USD\s/, "");
  const subtitle = `at its highest: middle ${bare(Math.max(...fan.p50))}, p95 ${bare(fan.p95[worst]!)}`;
  return {
    title,
    subtitle,
    fan,
    domain: [0, ticks.at(-1)!],
    ticks: ticks.map((at) => ({
      at,
      label: text(at)
        .replace(/^USD\s/, "")
        .replace(/\/kg$/, ""),
    })),
    description: `${title}; ${subtitle}; at the end of the run middle ${text(fan.p50[last]!)}, nine of ten draws between ${text(fan.p05[last]!)} and ${text(fan.p95[last]!)}.`,
  };
}
