import type { NamedPolicy } from "../policy/kinds/index.ts";
import type { ComputedRun } from "./rehearse.ts";
import type { MeasureWorth } from "./result.ts";

/** Value at risk over a run by country, USD: Σ shortfall × value of the product that needs the material. */
export function valueAtRiskUsd({ model, trajectory }: ComputedRun, countries: readonly string[]): Map<string, number> {
  const value = new Map(countries.map((c) => [c, 0]));
  model.applications.forEach((demand, d) => {
    const sum = value.get(demand.country);
    if (sum === undefined) return;
    let missingTonnes = 0;
    trajectory.level.forEach((level, t) => {
      const delivered = demand.activities.reduce((s, a) => s + level[a]!, 0);
      missingTonnes += Math.max(0, trajectory.demandTonnes[t]![d]! - delivered);
    });
    value.set(demand.country, sum + missingTonnes * demand.productValueUsdPerTonne);
  });
  return value;
}

/** What users in these countries pay over base prices for what they get, USD over the run. */
export function extraBillUsd({ model, trajectory }: ComputedRun, countries: readonly string[]): number {
  let bill = 0;
  for (const demand of model.applications) {
    if (!countries.includes(demand.country)) continue;
    for (const a of demand.activities)
      for (const { market, coefficient } of model.activities[a]!.entries)
        trajectory.level.forEach((level, t) => {
          const premium = trajectory.priceUsdPerTonne[t]![market]! - model.basePriceUsdPerTonne[market]!;
          bill += -coefficient * level[a]! * premium;
        });
  }
  return bill;
}

/** What one measure is worth: the run that lacks it less the run with all, and alone against none. */
export function worthOf(
  measure: NamedPolicy,
  viewpoint: readonly string[],
  runs: Readonly<Record<"withAll" | "lacking" | "alone" | "without", ComputedRun>>,
): MeasureWorth {
  const total = (values: Map<string, number>) => [...values.values()].reduce((a, b) => a + b, 0);
  const withAll = valueAtRiskUsd(runs.withAll, viewpoint);
  const lacking = valueAtRiskUsd(runs.lacking, viewpoint);
  const paid = runs.withAll.trajectory.paidUsd.flat().filter((p) => p.id === measure.id);
  return {
    id: measure.id,
    title: measure.title,
    kind: measure.kind,
    source: measure.source,
    status: measure.status,
    from: measure.from,
    to: measure.to,
    worthUsd: total(lacking) - total(withAll),
    worthAloneUsd: total(valueAtRiskUsd(runs.without, viewpoint)) - total(valueAtRiskUsd(runs.alone, viewpoint)),
    billAvoidedUsd: extraBillUsd(runs.lacking, viewpoint) - extraBillUsd(runs.withAll, viewpoint),
    worthByCountryUsd: viewpoint.map((country) => ({ country, usd: lacking.get(country)! - withAll.get(country)! })),
    paidUsd: paid.reduce((sum, p) => sum + p.usd, 0),
  };
}
