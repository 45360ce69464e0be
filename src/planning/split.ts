import { keepOnly, within } from "./coalition.ts";
import { portfolioKey } from "./cuts.ts";
import type { Atom } from "./evaluator.ts";
import type { JudgedPortfolio, LossMeasure } from "./judged.ts";
import { expectedLossUsd } from "./judged-summary.ts";
import { discountedCandidateUsd } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { Objection, SplitPartner, SplitReport } from "./plan-report.ts";
import { blockingCoalitions, membersOf, shapleyValue } from "./shapley.ts";

/** Simulates a portfolio; asked once for each. */
export type Simulate = (x: readonly number[]) => Promise<JudgedPortfolio>;

/**
 * Splits a portfolio's benefit among the plan's partners. A coalition S does those chosen candidates whose parties and
 * payers are all in S, and is worth v(S) = Σ over i in S of the expected loss of i that this avoids against doing
 * nothing − what members of S pay for it. Coalitions with the same portfolio share its simulations.
 * Errors: more than eight partners.
 */
export async function splitBenefit(
  plan: Plan,
  atoms: readonly Atom[],
  x: readonly number[],
  simulate: Simulate,
): Promise<SplitReport> {
  const asked = new Map<string, Promise<JudgedPortfolio>>();
  const once = (portfolio: readonly number[]) => {
    const key = portfolioKey(portfolio);
    const answer = asked.get(key) ?? simulate(portfolio);
    asked.set(key, answer);
    return answer;
  };
  const ids = plan.partners.map((p) => p.id);
  const coalitions: Carried[] = [];
  for (let s = 0; s < 2 ** ids.length; s++) {
    const portfolio = keepOnly(plan, x, within(new Set(membersOf(s, ids.length).map((i) => ids[i]!))));
    coalitions.push({
      x: s === 0 ? x.map(() => 0) : portfolio,
      judged: await once(s === 0 ? x.map(() => 0) : portfolio),
    });
  }
  const agreed: { agreement: string; judged: JudgedPortfolio }[] = [];
  for (const { id, candidates } of plan.agreements)
    agreed.push({ agreement: id, judged: await once(keepOnly(plan, x, (c) => !candidates.includes(c.id))) });
  const whole = await once(x);

  const by = (measure: LossMeasure, bySurplus: SplitReport | null): SplitReport => {
    const lossOf = (judged: JudgedPortfolio, i: number) =>
      expectedLossUsd(atoms, judged, measure, (use) => use.partner === ids[i]);
    const game = playOf(plan, coalitions, lossOf);
    return {
      method: "exact",
      measure: measure === "valueAtRiskUsd" ? "value at risk" : "users' surplus",
      ...game,
      byAgreement: agreed.flatMap(({ agreement, judged }) =>
        ids.map((partner, i) => ({
          agreement,
          partner,
          withUsd: lossOf(whole, i),
          withoutUsd: lossOf(judged, i),
        })),
      ),
      portfolios: asked.size,
      bySurplus,
    };
  };
  return by("valueAtRiskUsd", by("surplusLostUsd", null));
}

/** A coalition's part of the portfolio and what comes of it. */
interface Carried {
  readonly x: readonly number[];
  readonly judged: JudgedPortfolio;
}

function playOf(
  plan: Plan,
  coalitions: readonly Carried[],
  lossOf: (judged: JudgedPortfolio, partner: number) => number,
): Pick<SplitReport, "partners" | "blocking" | "blockingShapley" | "coalitions"> {
  const ids = plan.partners.map((p) => p.id);
  const all = coalitions.length - 1;
  const nothing = coalitions[0]!.judged;
  const benefit = (s: number, i: number) => lossOf(nothing, i) - lossOf(coalitions[s]!.judged, i);
  const cost = (s: number, i: number) => paidBy(plan, ids[i]!, coalitions[s]!.x);
  const worth = coalitions.map((_, s) =>
    membersOf(s, ids.length).reduce((sum, i) => sum + benefit(s, i) - cost(s, i), 0),
  );
  const shapley = shapleyValue(worth);
  const partners = ids.map((partner, i): SplitPartner => {
    const costUsd = cost(all, i);
    const benefitUsd = benefit(all, i);
    const netUsd = benefitUsd - costUsd;
    const outsideUsd = benefit(all & ~(1 << i), i);
    return {
      partner,
      costUsd,
      benefitUsd,
      netUsd,
      shapleyUsd: shapley[i]!,
      transferUsd: shapley[i]! - netUsd,
      aloneUsd: worth[1 << i]!,
      outsideUsd,
      betterInside: netUsd >= outsideUsd,
    };
  });
  const objections = (payoff: readonly number[]): Objection[] =>
    blockingCoalitions(worth, payoff).map(({ coalition, gain }) => ({
      partners: membersOf(coalition, ids.length).map((i) => ids[i]!),
      gainUsd: gain,
    }));
  return {
    partners,
    blocking: objections(partners.map((p) => p.netUsd)),
    blockingShapley: objections(shapley),
    coalitions: worth.map((worthUsd, s) => ({ partners: membersOf(s, ids.length).map((i) => ids[i]!), worthUsd })),
  };
}

/** Public money of a partner for a portfolio, discounted. */
function paidBy(plan: Plan, partner: string, x: readonly number[]): number {
  return plan.candidates.reduce((sum, candidate, k) => {
    const costs = candidate.costs.filter(({ payer }) => payer === partner);
    return x[k] ? sum + x[k] * discountedCandidateUsd(plan, { ...candidate, costs }) : sum;
  }, 0);
}
