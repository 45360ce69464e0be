import type { Rehearsal, TierSeries } from "../simulation/result.ts";
import { insideOf } from "./inside.ts";
import { watchedCommodities } from "./watched-commodities.ts";

/** A commodity under control in the month in which it is dearest outside. */
export interface TwoPrices {
  readonly commodity: string;
  /** the controlling country */
  readonly inside: string;
  /** `2025-07` */
  readonly month: string;
  readonly insideUsdPerTonne: number;
  readonly contractUsdPerTonne: number;
  readonly outsideUsdPerTonne: number;
  /** tonnes of that month at the outside price */
  readonly outsideTonnes: number;
  /** the same as a share of all that changes hands */
  readonly outsideVolumeShare: number;
}

/** Outside prices that never rise by more than this are not worth a line. */
const QUIET_SHARE = 0.02;

/** The watched commodities under control at their two prices, then those that rise most outside; each at its {@link insideOf}. */
export function twoPrices(rehearsal: Rehearsal, wanted = 6): TwoPrices[] {
  const rise = (tier: TierSeries) => largest(tier.outsidePriceUsdPerTonne) / tier.outsidePriceUsdPerTonne[0]!;
  const moved = rehearsal.tiers.filter(
    (t) => t.inside === (insideOf(rehearsal, t.commodity) ?? t.inside) && spread(t) > QUIET_SHARE,
  );
  const watched = watchedCommodities(rehearsal).flatMap((c) => moved.find((t) => t.commodity === c) ?? []);
  const others = moved
    .filter((t) => !watched.includes(t))
    .sort((a, b) => rise(b) - rise(a) || (a.commodity < b.commodity ? -1 : 1));
  return [...watched, ...others].slice(0, wanted).map((tier) => {
    const at = tier.outsidePriceUsdPerTonne.indexOf(largest(tier.outsidePriceUsdPerTonne));
    return {
      commodity: tier.commodity,
      inside: tier.inside,
      month: rehearsal.months[at]!,
      insideUsdPerTonne: tier.insidePriceUsdPerTonne[at]!,
      contractUsdPerTonne: tier.contractPriceUsdPerTonne[at]!,
      outsideUsdPerTonne: tier.outsidePriceUsdPerTonne[at]!,
      outsideTonnes: tier.outsideTonnes[at]!,
      outsideVolumeShare: tier.outsideVolumeShare[at]!,
    };
  });
}

/** Largest gap between the outside and the contract price, as a share of the latter. */
function spread(tier: TierSeries): number {
  return largest(tier.outsidePriceUsdPerTonne.map((p, t) => p / tier.contractPriceUsdPerTonne[t]! - 1));
}

function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
