import type { ComputedRun } from "../simulation/rehearse.ts";
import { SHORT_BELOW_SHARE, useOf, useSeries } from "../simulation/series.ts";
import type { JudgedUse } from "./judged.ts";
import type { Partner } from "./plan.ts";
import { type CostTerms, costBetween } from "./system-cost.ts";

/** What a run means for the end uses of a partner, all its countries together. */
export function usesOf(
  partner: Partner,
  { run, months }: { readonly run: ComputedRun; readonly months: readonly CostTerms[] },
  discount: ArrayLike<number>,
): JudgedUse[] {
  const countries = new Set(partner.countries);
  const series = useSeries(run.model, run.trajectory, run.months, partner.countries);
  const present = (usd: readonly number[]) => usd.reduce((sum, value, t) => sum + discount[t]! * value, 0);
  return [...new Set(series.map((s) => s.use))].map((use) => {
    const applications = series.filter((s) => s.use === use).flatMap((s) => s.applications);
    const whole = useOf(partner.id, use, applications, run.months);
    const tranches = run.model.applications
      .filter((d) => d.use === use && countries.has(d.country))
      .flatMap((d) => d.activities);
    const extraBillUsd = present(months.map((_, t) => billOf(run, t, tranches)));
    const missedUsd = present(months.map((terms, t) => missedOf(run, terms, t, tranches)));
    return {
      partner: partner.id,
      use,
      demandUsd: present(
        months.map((_, t) => applications.reduce((sum, a) => sum + a.productValueUsdPerTonne * a.demandTonnes[t]!, 0)),
      ),
      valueAtRiskUsd: present(whole.valueAtRiskUsd),
      extraBillUsd,
      surplusLostUsd: missedUsd + extraBillUsd,
      firstShortMonth: whole.firstShortMonth,
      shortMonths: whole.productShortfallShare.filter((share) => share > 1 - SHORT_BELOW_SHARE).length,
    };
  });
}

/** What users pay over base prices in a month for what they get. */
function billOf({ model, trajectory }: ComputedRun, t: number, tranches: readonly number[]): number {
  return tranches.reduce((sum, a) => {
    const premium = model.activities[a]!.entries.reduce(
      (usd, { market, coefficient }) =>
        usd - coefficient * (trajectory.priceUsdPerTonne[t]![market]! - model.basePriceUsdPerTonne[market]!),
      0,
    );
    return sum + premium * trajectory.level[t]![a]!;
  }, 0);
}

/** What users would have paid for the material they miss in a month, less what it costs at base prices. */
function missedOf(
  { model, trajectory }: ComputedRun,
  terms: CostTerms,
  t: number,
  tranches: readonly number[],
): number {
  return tranches.reduce((sum, a) => {
    const baseUsd = model.activities[a]!.entries.reduce(
      (usd, { market, coefficient }) => usd - coefficient * model.basePriceUsdPerTonne[market]!,
      0,
    );
    const level = trajectory.level[t]![a]!;
    const wanted = Math.max(level, terms.upperBound[a]!);
    return sum - costBetween(terms, a, level, wanted) - baseUsd * (wanted - level);
  }, 0);
}
