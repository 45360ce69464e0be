import type { FrontierPoint, PlanReport, ReportCandidate } from "../planning/plan-report.ts";
import { usd } from "./format.ts";

/** A scale below this is none: solvers leave such crumbs. */
export const CRUMB = 1e-6;

/** A candidate in a portfolio, and at which scale. */
export interface Chosen {
  readonly candidate: ReportCandidate;
  readonly scale: number;
}

/** What a portfolio holds, in the plan's order. */
export function chosenIn({ candidates }: PlanReport, { scales }: FrontierPoint): Chosen[] {
  return candidates.flatMap((candidate, i) => (scales[i]! > CRUMB ? [{ candidate, scale: scales[i]! }] : []));
}

/** The portfolio the plan recommends. */
export function chosenPoint(report: PlanReport): FrontierPoint {
  return report.frontier[report.chosen]!;
}

/** `full`, `62 %` of full scale, or `1.23×` of it. */
export function scaleText({ candidate, scale }: Chosen): string {
  if (candidate.sizing === "on-off" || Math.abs(scale - 1) < 5e-4) return "full";
  if (scale > 1) return multipleText(scale);
  const text = scale * 100;
  return `${text.toFixed(text < 10 ? 1 : 0)}\u00a0%`;
}

/** Whether two points of the frontier hold the same measures at the same scales, as far as a reader can tell. */
export function samePortfolio(a: FrontierPoint, b: FrontierPoint): boolean {
  return a.scales.every((scale, i) => Math.abs(scale - b.scales[i]!) < 5e-4);
}

/** What a partner is called. */
export function partnerTitle({ partners }: PlanReport, id: string): string {
  return partners.find((p) => p.id === id)?.title ?? id;
}

/** What a future is called. */
export function futureTitle({ futures }: PlanReport, id: string): string {
  return futures.find((f) => f.id === id)?.title ?? id;
}

/** What a candidate is called. */
export function candidateTitle({ candidates }: PlanReport, id: string): string {
  return candidates.find((c) => c.id === id)?.title ?? id;
}

/** `United States USD 350 m, Japan USD 150 m`, at the scale chosen; one payer without its sum. */
export function payersText(report: PlanReport, { candidate, scale }: Chosen): string {
  const paid = candidate.payers.filter((p) => p.usd > 0);
  if (paid.length === 0) return "no public money";
  if (paid.length === 1) return partnerTitle(report, paid[0]!.partner);
  return paid.map((p) => `${partnerTitle(report, p.partner)} ${usd(p.usd * scale)}`).join(", ");
}

/** `the worst twentieth`, `the worst 10 %`: the share of futures that the tail counts. */
export function tailWords({ objective }: PlanReport): string {
  const share = objective.tailShare;
  if (Math.abs(share - 0.05) < 1e-9) return "the worst twentieth";
  if (Math.abs(share - 0.1) < 1e-9) return "the worst tenth";
  return `the worst ${Number((share * 100).toPrecision(3))}\u00a0%`;
}

/** `1×`, `0.25×` of the plan's own budget. */
export function multipleText(multiple: number): string {
  return `${Number(multiple.toPrecision(3))}×`;
}

/** `0.8 %`: one digit more than elsewhere, since a gap is small. */
export function percentText(share: number): string {
  const size = Math.abs(share) * 100;
  if (size > 0 && size < 0.005) return `<0.01\u00a0%`;
  const digits = size >= 9.95 ? 0 : size >= 0.0995 ? 1 : size === 0 ? 0 : 2;
  return `${share < 0 ? "\u2212" : ""}${size.toFixed(digits)}\u00a0%`;
}

/** `−4.1 %`: what is more or less, against what was; `–` where there was nothing. */
export function changeText(before: number, after: number): string {
  if (!(before >= 1)) return "–";
  const text = percentText((after - before) / before);
  return after > before && !text.startsWith("<") ? `+${text}` : text;
}
