import type { FanAnswer, FanLine } from "../../engine/asks/fan.ts";
import type { PriceLine, RunLines, SimulateAnswer, TierLine, UseLine } from "../../engine/asks/simulate.ts";
import type { LinePanel, PanelBand, PanelLine, PanelScale } from "../../parts/line-panel-model.ts";
import { largestOf, leastOf, linearScale, logScale } from "../../parts/line-panel-model.ts";

/** A small chart of an end use: share of its products that lack their material. */
export interface UsePanel extends LinePanel {
  readonly country: string;
  readonly use: string;
  readonly without: UseLine;
  readonly with: UseLine | null;
  readonly fan: FanLine | null;
}

/** Uses drawn before all are asked for. */
export const FEW_USES = 6;

/** What there is to see of the uses that matter most; those that lose nothing in any run are left out. */
export function usePanels(answer: SimulateAnswer, fan: FanAnswer | undefined, most: number): UsePanel[] {
  const find = (run: RunLines | null, country: string, use: string) =>
    run?.uses.find((u) => u.country === country && u.use === use) ?? null;
  return answer.shown.uses.slice(0, most).flatMap(({ country, use }): UsePanel[] => {
    const without = find(answer.without, country, use);
    if (without === null) return [];
    const withAll = find(answer.with, country, use);
    const drawn = fan?.fans.find((f) => f.kind === "shortfallShare" && f.country === country && f.of === use) ?? null;
    return [
      {
        id: `${country} ${use}`,
        country,
        use,
        without,
        with: withAll,
        fan: drawn,
        bands: bandsOf(drawn, answer.with === null ? "without" : "with"),
        lines: [
          { role: "without", values: without.shortfallShare },
          ...(withAll ? [{ role: "with", values: withAll.shortfallShare } as const] : []),
        ],
      },
    ];
  });
}

function bandsOf(fan: FanLine | null, role: PanelBand["role"]): PanelBand[] {
  if (fan === null) return [];
  return [
    { role, inner: false, low: fan.p05, high: fan.p95 },
    { role, inner: true, low: fan.p25, high: fan.p75 },
  ];
}

/** One scale for all uses, so that they can be compared. */
export function useScale(panels: readonly UsePanel[]): PanelScale {
  const series = panels.flatMap((p) => [...p.lines.map((l) => l.values), ...p.bands.map((b) => b.high)]);
  return linearScale(largestOf(series, 0.05), 1);
}

/** A small chart of a commodity: its prices as multiples of what each was before. */
export interface PricePanel extends LinePanel {
  readonly commodity: string;
  /** the controlling country; null: nothing holds it back */
  readonly inside: string | null;
  /** whose price is the outside one */
  readonly outside: string;
  readonly base: { readonly inside: number | null; readonly outside: number };
  /** USD per tonne */
  readonly prices: { readonly inside: ArrayLike<number> | null; readonly outside: ArrayLike<number> };
  readonly multiples: { readonly inside: Float64Array | null; readonly outside: Float64Array };
}

/** Prices of the commodities that matter most, with the measures where there are any. */
export function pricePanels(answer: SimulateAnswer): PricePanel[] {
  const run = answer.with ?? answer.without;
  return answer.shown.commodities.flatMap((commodity): PricePanel[] => {
    const outside = priceOf(run, commodity, answer.viewpoint);
    if (outside === undefined) return [];
    const tier = widestTier(run.tiers, commodity);
    const insideLine = tier && run.prices.find((p) => p.commodity === commodity && p.country === tier.inside);
    const isSame = tier?.inside === outside.country;
    const insideBase = insideLine?.basePriceUsdPerTonne ?? tier?.insidePriceUsdPerTonne[0] ?? 1;
    const outsideMultiples = multiplesOf(outside.priceUsdPerTonne, outside.basePriceUsdPerTonne);
    const insideMultiples = tier && !isSame ? multiplesOf(tier.insidePriceUsdPerTonne, insideBase) : null;
    const before = answer.with && priceOf(answer.without, commodity, [outside.country]);
    const faint = before ? multiplesOf(before.priceUsdPerTonne, before.basePriceUsdPerTonne) : null;
    const lines: PanelLine[] = [
      ...(faint ? [{ role: "outside-faint", values: faint } as const] : []),
      ...(insideMultiples ? [{ role: "inside", values: insideMultiples } as const] : []),
      { role: "outside", values: outsideMultiples },
    ];
    return [
      {
        id: commodity,
        commodity,
        inside: insideMultiples ? tier!.inside : null,
        outside: outside.country,
        base: { inside: insideMultiples ? insideBase : null, outside: outside.basePriceUsdPerTonne },
        prices: {
          inside: insideMultiples ? tier!.insidePriceUsdPerTonne : null,
          outside: outside.priceUsdPerTonne,
        },
        multiples: { inside: insideMultiples, outside: outsideMultiples },
        lines,
        bands: [],
      },
    ];
  });
}

function priceOf(run: RunLines, commodity: string, countries: readonly string[]): PriceLine | undefined {
  const lines = run.prices.filter((p) => p.commodity === commodity && countries.includes(p.country));
  return lines.sort((a, b) => countries.indexOf(a.country) - countries.indexOf(b.country))[0];
}

/** Where several countries control a commodity, the one with the most tonnes at its inside price. */
function widestTier(tiers: readonly TierLine[], commodity: string): TierLine | undefined {
  const tonnes = (tier: TierLine) => tier.domesticTonnes.reduce((a, b) => a + b, 0);
  return tiers.filter((t) => t.commodity === commodity).sort((a, b) => tonnes(b) - tonnes(a))[0];
}

function multiplesOf(prices: ArrayLike<number>, base: number): Float64Array {
  return Float64Array.from(prices, (price) => price / base);
}

export function priceScale(panels: readonly PricePanel[]): PanelScale {
  const series = panels.flatMap((p) => p.lines.map((l) => l.values));
  return logScale(leastOf(series, 0.8), largestOf(series, 2));
}

/** A small chart of private stocks: days of ordinary use they would cover. */
export interface CoverPanel extends LinePanel {
  readonly commodity: string;
  readonly country: string;
  readonly normalDays: number;
  readonly without: ArrayLike<number>;
  readonly with: ArrayLike<number> | null;
}

/** Cover of what is shown, and of what else runs lowest, in the first country of the viewpoint that stocks it. */
export function coverPanels(answer: SimulateAnswer, most = 6): CoverPanel[] {
  const ofViewpoint = answer.without.covers.filter((c) => answer.viewpoint.includes(c.country) && c.normalDays > 0);
  const first = answer.shown.commodities.flatMap((id) => ofViewpoint.find((c) => c.commodity === id) ?? []);
  return first.slice(0, most).map((line) => {
    const withAll = answer.with?.covers.find((c) => c.commodity === line.commodity && c.country === line.country);
    return {
      id: `${line.commodity} ${line.country}`,
      commodity: line.commodity,
      country: line.country,
      normalDays: line.normalDays,
      without: line.coverDays,
      with: withAll?.coverDays ?? null,
      lines: [
        { role: "without", values: line.coverDays },
        ...(withAll ? [{ role: "with", values: withAll.coverDays } as const] : []),
      ],
      bands: [],
    };
  });
}

export function coverScale(panels: readonly CoverPanel[]): PanelScale {
  return linearScale(
    largestOf(
      panels.flatMap((p) => p.lines.map((l) => l.values)),
      30,
    ),
  );
}

/** The place of the largest value, the first of equals. */
export function worstMonth(values: ArrayLike<number>): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[at]!) at = i;
  return at;
}

/** The place of the least value, the first of equals. */
export function lowestMonth(values: ArrayLike<number>): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! < values[at]!) at = i;
  return at;
}
