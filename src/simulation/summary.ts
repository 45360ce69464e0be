import type { Rehearsal, Run, Shortage, UseSeries, UseSummary } from "./result.ts";
import { SHORT_BELOW_SHARE } from "./series.ts";
import { countedUses } from "./touched.ts";

/** One line per use of the viewpoint countries with an application that counts, without and with the measures; the largest value at risk first. */
export function summarise(
  viewpoint: readonly string[],
  without: Run,
  withAll: Run,
  untouched: Rehearsal["untouched"],
): UseSummary[] {
  const uses = countedUses(withAll, untouched);
  return countedUses(without, untouched)
    .filter((use) => viewpoint.includes(use.country))
    .map((use) => {
      const same = uses.find((u) => u.country === use.country && u.use === use.use)!;
      return {
        country: use.country,
        use: use.use,
        demandTonnes: use.demandTonnes.reduce((a, b) => a + b, 0),
        withoutMeasures: shortage(use, without.months),
        withMeasures: shortage(same, withAll.months),
      };
    })
    .sort(
      (a, b) =>
        b.withoutMeasures.valueAtRiskUsd - a.withoutMeasures.valueAtRiskUsd ||
        (`${a.country}${a.use}` < `${b.country}${b.use}` ? -1 : 1),
    );
}

/** How badly a use runs short over a run, by the value of the products it cannot make. */
export function shortage(use: UseSeries, months: readonly string[]): Shortage {
  const share = use.productShortfallShare;
  const worst = Math.max(0, ...share);
  return {
    firstShortMonth: use.firstShortMonth,
    shortMonths: share.filter((s) => s > 1 - SHORT_BELOW_SHARE).length,
    worstMonth: worst > 0 ? months[share.indexOf(worst)]! : null,
    worstShortfallShare: worst,
    missingTonnes: use.demandTonnes.reduce((sum, need, t) => sum + Math.max(0, need - use.deliveredTonnes[t]!), 0),
    valueAtRiskUsd: use.valueAtRiskUsd.reduce((a, b) => a + b, 0),
  };
}
