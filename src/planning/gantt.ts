import { plusMonths } from "../policy/calendar.ts";
import type { Policy } from "../policy/kinds/index.ts";
import { type Distribution, quantile } from "../simulation/draws/distribution.ts";
import type { Candidate, Plan } from "./plan.ts";
import type { GanttRow, ReportCandidate } from "./plan-report.ts";

/** A candidate as reports show it. */
export function reportCandidate(plan: Plan, candidate: Candidate): ReportCandidate {
  const { id, title, policy, sizing, most, parties, costs, costRangeUsd, source, status, note } = candidate;
  return {
    id,
    title,
    kind: policy.kind,
    sizing,
    most,
    parties,
    costUsd: costs.reduce((sum, { usd }) => sum + usd, 0),
    costRangeUsd,
    payers: plan.partners
      .map((partner) => ({
        partner: partner.id,
        usd: costs.reduce((sum, { payer, usd }) => (payer === partner.id ? sum + usd : sum), 0),
      }))
      .filter(({ usd }) => usd !== 0),
    decision: candidate.decision,
    start: startOf(policy),
    delayMonths: candidate.delayMonths && delays(candidate.delayMonths),
    rampMonths: monthsOf(policy, "rampMonths"),
    end: policy.to,
    source,
    status,
    note,
  };
}

/** The chosen candidates in time, the first to start first: on time, with the median of its delay, and with the delay that 19 of 20 stay under. */
export function ganttRows(plan: Plan, x: ArrayLike<number>): GanttRow[] {
  return plan.candidates
    .flatMap(({ id, decision, policy, delayMonths }, k): GanttRow[] => {
      if (!(x[k]! > 0)) return [];
      const start = startOf(policy);
      const { p50, p95 } = delayMonths ? delays(delayMonths) : { p50: 0, p95: 0 };
      const [startMedian, startLate] = [plusMonths(start, p50), plusMonths(start, p95)];
      const ramp = monthsOf(policy, "rampMonths");
      return [
        {
          candidate: id,
          scale: x[k]!,
          decided: `${decision}-01`,
          start,
          startMedian,
          startLate,
          fullOutput: plusMonths(start, ramp),
          fullOutputMedian: plusMonths(startMedian, ramp),
          fullOutputLate: plusMonths(startLate, ramp),
          end: policy.to,
        },
      ];
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.candidate < b.candidate ? -1 : 1));
}

/** Whole months, as they are drawn. */
function delays(delay: Distribution): { readonly p05: number; readonly p50: number; readonly p95: number } {
  const at = (percentile: number) => Math.round(quantile(delay, percentile)) + 0;
  return { p05: at(0.05), p50: at(0.5), p95: at(0.95) };
}

function startOf(policy: Policy): string {
  return plusMonths(policy.from, monthsOf(policy, "delayMonths"));
}

function monthsOf(policy: Policy, field: "rampMonths" | "delayMonths"): number {
  return field in policy ? (policy as Record<typeof field, number>)[field] : 0;
}
