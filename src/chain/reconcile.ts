import { createClearer } from "../market/clear.ts";
import { buildNetwork } from "../market/network.ts";
import type { Skeleton } from "./skeleton.ts";

/** The nearest balanced set of levels, and how far each figure had to move. */
export interface Reconciliation {
  /** tonnes per month by activity of the skeleton; every market balances */
  readonly level: Float64Array;
  /** largest adjustments first */
  readonly adjustments: readonly Adjustment[];
}

/** How far one activity's figure had to move to agree with all the others. */
export interface Adjustment {
  readonly activity: string;
  readonly figures: readonly string[];
  readonly figureTonnesPerYear: number;
  readonly balancedTonnesPerYear: number;
  /** (balanced − figure) / σ: 2 and more is a disagreement worth a look */
  readonly sigmas: number;
}

/**
 * Balances the figures: min Σ ((x_a − figure_a)/σ_a)² subject to A x = 0, x ≥ 0, by the market-clearing solver with
 * q = 1/σ² (Stone, Champernowne & Meade 1942).
 */
export function reconcile(skeleton: Skeleton): Reconciliation {
  const { activities, figures, markets } = skeleton;
  const turnover = new Float64Array(markets.length).fill(1e-6);
  const sigma = new Float64Array(markets.length);
  activities.forEach((activity, a) => {
    for (const entry of activity.entries) {
      const tonnes = Math.abs(entry.coefficient);
      turnover[entry.market]! += (tonnes * figures[a]!.tonnesPerMonth) / 2;
      sigma[entry.market] = Math.max(sigma[entry.market]!, tonnes * figures[a]!.sigmaTonnesPerMonth);
    }
  });
  const network = buildNetwork(
    markets.map((m, i) => ({
      name: m.id,
      turnoverTonnes: turnover[i]!,
      typicalPriceUsdPerTonne: 1 / Math.max(sigma[i]!, 1e-9), // multipliers of a weighted fit are of the order 1/σ
    })),
    activities.map((a) => ({ name: a.id, entries: a.entries })),
  );
  const clearer = createClearer(network);
  const { level } = clearer.clear(
    {
      referenceLevel: Float64Array.from(figures, (f) => f.tonnesPerMonth),
      lowerBound: new Float64Array(activities.length),
      upperBound: new Float64Array(activities.length).fill(Number.POSITIVE_INFINITY),
      marginalCost: new Float64Array(activities.length),
      slope: Float64Array.from(figures, (f) => 1 / (f.sigmaTonnesPerMonth * f.sigmaTonnesPerMonth)),
    },
    new Float64Array(markets.length),
  );
  clearer.release();
  return { level, adjustments: adjustments(skeleton, level) };
}

function adjustments(skeleton: Skeleton, level: Float64Array): Adjustment[] {
  return skeleton.activities
    .map((activity, a) => {
      const figure = skeleton.figures[a]!;
      return {
        activity: activity.id,
        figures: figure.figures,
        figureTonnesPerYear: figure.tonnesPerMonth * 12,
        balancedTonnesPerYear: level[a]! * 12,
        sigmas: (level[a]! - figure.tonnesPerMonth) / figure.sigmaTonnesPerMonth,
      };
    })
    .sort((a, b) => Math.abs(b.sigmas) - Math.abs(a.sigmas) || (a.activity < b.activity ? -1 : 1));
}
