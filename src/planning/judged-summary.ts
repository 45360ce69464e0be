import type { Atom } from "./evaluator.ts";
import type { JudgedAtom, JudgedPortfolio, JudgedUse, LossMeasure } from "./judged.ts";
import { tailLoss } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { Judged, JudgedSum, ReportUse } from "./plan-report.ts";

type Wanted = (use: JudgedUse) => boolean;

/**
 * Mean and tail of what the month simulation says of a portfolio. The mean weighs atoms by their probability; the tail is
 * the mean of the worst `tailShare` of the probability, the atom on its border counted in part (Rockafellar and Uryasev
 * 2002). Tails of partners are each partner's own worst cases, so they do not add up to the whole's.
 */
export function summariseJudged(plan: Plan, atoms: readonly Atom[], judged: JudgedPortfolio): Judged {
  const { tailShare } = plan.objective;
  const weights = atoms.map((a) => a.probability);
  const everything = sumOf(judged.atoms, weights, tailShare);
  return {
    ...everything,
    byPartner: plan.partners.map(({ id }) => ({
      partner: id,
      ...sumOf(judged.atoms, weights, tailShare, (use) => use.partner === id),
    })),
    byFuture: plan.futures.map(({ id }) => {
      const own = judged.atoms.filter((_, i) => atoms[i]!.future === id);
      return { future: id, ...sumOf(own, new Array<number>(own.length).fill(1 / own.length), tailShare) };
    }),
    paidUsd: mean(
      judged.atoms.map(({ paid }) => paid.reduce((sum, { usd }) => sum + usd, 0)),
      weights,
    ),
  };
}

/** Expected loss of some uses, USD. */
export function expectedLossUsd(
  atoms: readonly Atom[],
  judged: JudgedPortfolio,
  measure: LossMeasure,
  wanted: Wanted = () => true,
): number {
  return mean(
    judged.atoms.map((atom) => lossOf(atom, measure, wanted)),
    atoms.map((a) => a.probability),
  );
}

/** Every use of every partner without and with a portfolio, the largest expected loss without it first. */
export function usesWithAndWithout(
  plan: Plan,
  atoms: readonly Atom[],
  without: JudgedPortfolio,
  withIt: JudgedPortfolio,
): ReportUse[] {
  const weights = atoms.map((a) => a.probability);
  const place = (id: string) => plan.partners.findIndex((p) => p.id === id);
  return (without.atoms[0]?.uses ?? [])
    .map(({ partner, use }): ReportUse => {
      const series = (judged: JudgedPortfolio) => judged.atoms.map((atom) => useOf(atom, partner, use));
      const before = series(without);
      const after = series(withIt);
      const value = (uses: typeof before) => uses.map((u) => u.valueAtRiskUsd);
      const chance = (uses: typeof before) =>
        mean(
          uses.map((u) => (u.firstShortMonth ? 1 : 0)),
          weights,
        );
      const first = (uses: typeof before) => uses.flatMap((u) => u.firstShortMonth ?? []).sort()[0] ?? null;
      const months = (uses: typeof before) =>
        mean(
          uses.map((u) => u.shortMonths),
          weights,
        );
      return {
        partner,
        use,
        demandUsd: mean(
          before.map((u) => u.demandUsd),
          weights,
        ),
        withoutUsd: mean(value(before), weights),
        withUsd: mean(value(after), weights),
        withoutTailUsd: tailLoss(value(before), weights, plan.objective.tailShare),
        withTailUsd: tailLoss(value(after), weights, plan.objective.tailShare),
        shortWithout: chance(before),
        shortWith: chance(after),
        firstShortWithout: first(before),
        firstShortWith: first(after),
        shortMonthsWithout: months(before),
        shortMonthsWith: months(after),
      };
    })
    .sort((a, b) => b.withoutUsd - a.withoutUsd || place(a.partner) - place(b.partner) || (a.use < b.use ? -1 : 1));
}

function useOf(atom: JudgedAtom, partner: string, use: string): JudgedUse {
  const found = atom.uses.find((u) => u.partner === partner && u.use === use);
  if (!found) throw new Error(`atom ${atom.atom}: nothing is known of ${use} of ${partner}`);
  return found;
}

function sumOf(
  atoms: readonly JudgedAtom[],
  weights: readonly number[],
  tailShare: number,
  wanted: Wanted = () => true,
): JudgedSum {
  const losses = atoms.map((atom) => lossOf(atom, "valueAtRiskUsd", wanted));
  return {
    expectedLossUsd: mean(losses, weights),
    tailLossUsd: tailLoss(losses, weights, tailShare),
    extraBillUsd: mean(
      atoms.map((atom) => lossOf(atom, "extraBillUsd", wanted)),
      weights,
    ),
    surplusLostUsd: mean(
      atoms.map((atom) => lossOf(atom, "surplusLostUsd", wanted)),
      weights,
    ),
  };
}

function lossOf({ uses }: JudgedAtom, measure: LossMeasure, wanted: Wanted): number {
  return uses.reduce((sum, use) => (wanted(use) ? sum + use[measure] : sum), 0);
}

function mean(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0);
}

/** Tells what a tail is called: CVaR95 for the worst 0.05. */
export function tailName(tailShare: number): string {
  return `CVaR${Number((100 * (1 - tailShare)).toFixed(2))}`;
}
