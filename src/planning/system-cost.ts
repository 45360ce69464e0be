import type { Model } from "../chain/model.ts";
import type { Terms } from "../market/problem.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import type { ComputedRun } from "../simulation/rehearse.ts";

/** The terms of a cleared month that its costs follow from; indexed by activity. */
export type CostTerms = Pick<Terms, "marginalCost" | "slope" | "referenceLevel" | "upperBound">;

export function copyCostTerms({ marginalCost, slope, referenceLevel, upperBound }: Terms): CostTerms {
  return {
    marginalCost: marginalCost.slice(),
    slope: slope.slice(),
    referenceLevel: referenceLevel.slice(),
    upperBound: upperBound.slice(),
  };
}

/** ∫ of c + q (z − x̂) from one level to another, USD. */
export function costBetween(
  { marginalCost, slope, referenceLevel }: CostTerms,
  a: number,
  from: number,
  to: number,
): number {
  return (to - from) * (marginalCost[a]! + slope[a]! * ((to + from) / 2 - referenceLevel[a]!));
}

/**
 * What the markets of a month minimise, counted like the planning loss:
 * - activities of the model the run was made from, and what events add: c x + ½ q (x − x̂)²;
 * - what measures open: the cost of their output, from the first tonne;
 * - their stockpiles: purchases give back what was paid, releases cost nothing (money is counted among the costs);
 * - what their price floors pay is added back, for it is a transfer.
 *
 * @param own activities below this index are the model's own
 */
export function monthCostUsd(
  run: ComputedRun,
  { terms, month, own, measures }: MonthOfRun & { readonly own: number; readonly measures: readonly NamedPolicy[] },
): number {
  const { model, trajectory } = run;
  const level = trajectory.level[month]!;
  const price = trajectory.priceUsdPerTonne[month]!;
  const { marginalCost, slope, referenceLevel } = terms;
  let sum = 0;
  for (let a = 0; a < level.length; a++) {
    const x = level[a]!;
    if (a >= own && isStockpileOf(model, a, measures)) {
      if (x < 0) sum += x * price[model.activities[a]!.entries[0]!.market]!;
    } else if (a >= own && MAKERS.has(model.activities[a]!.kind)) sum += costBetween(terms, a, 0, x);
    else sum += marginalCost[a]! * x + 0.5 * slope[a]! * (x - referenceLevel[a]!) ** 2;
  }
  const floors = new Set(measures.filter((m) => m.kind === "price-floor").map((m) => m.id));
  for (const { id, usd } of trajectory.paidUsd[month]!) if (floors.has(id)) sum += usd;
  return sum;
}

export interface MonthOfRun {
  readonly terms: CostTerms;
  readonly month: number;
}

/** Kinds whose reference level is their capacity once they are open. */
const MAKERS: ReadonlySet<string> = new Set([
  "mine",
  "collect",
  "separate",
  "refine",
  "reduce",
  "press",
  "recycle",
  "substitute",
]);

function isStockpileOf(model: Model, a: number, measures: readonly NamedPolicy[]): boolean {
  const { kind, id } = model.activities[a]!;
  return (
    kind === "release" && measures.some((m) => id.startsWith(`build:${m.id}:`) || id.startsWith(`release:${m.id}:`))
  );
}
