import { type ReplaySeriesRow, weighedCommodities } from "../dataset/index.ts";
import type { ComputedRun } from "../simulation/rehearse.ts";
import { SHORT_BELOW_SHARE } from "../simulation/series.ts";

/**
 * Product lines of a country (only those that need one of the commodities, if any are named) that stand in each month, in
 * order of name: those that get under 95 % of what they need beyond their first tranche of demand. The first tranche is
 * thrift (docs/model.md, Demand): what it gives up stops no line.
 */
export function stoppedLines(
  { model, trajectory }: Pick<ComputedRun, "model" | "trajectory">,
  { destination, commodities }: Pick<ReplaySeriesRow, "destination" | "commodities">,
): string[][] {
  const wanted = new Set(weighedCommodities(commodities).map((w) => w.commodity));
  const needs = (activity: number) =>
    wanted.size === 0 ||
    model.activities[activity]!.entries.some(
      (e) => e.coefficient < 0 && wanted.has(model.markets[e.market]!.commodity),
    );
  const lines = model.applications.flatMap((demand, d) => {
    const hard = demand.activities.filter((a) => model.activities[a]!.step !== 0);
    if (demand.country !== destination || hard.length === 0 || !needs(hard[0]!)) return [];
    const share = sum(hard.map((a) => model.terms.upperBound[a]!)) / demand.demandTonnes;
    return [{ name: demand.application, d, hard, share }];
  });
  return trajectory.level.map((level, t) =>
    lines
      .filter(({ d, hard, share }) => {
        const needTonnes = share * trajectory.demandTonnes[t]![d]!;
        return needTonnes > 0 && sum(hard.map((a) => level[a]!)) < SHORT_BELOW_SHARE * needTonnes;
      })
      .map(({ name }) => name)
      .sort(),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
