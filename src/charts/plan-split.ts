import type { PlanReport, SplitReport } from "../planning/plan-report.ts";
import { partnerTitle } from "./plan-words.ts";

/** The splits there are, the one comparable with money paid first. */
export function splits({ split }: PlanReport): SplitReport[] {
  if (split === null) return [];
  return split.bySurplus === null ? [split] : [split.bySurplus, split];
}

/** What a split counts, in words. */
export function measureWords({ measure }: SplitReport): string {
  return measure === "value at risk" ? "value of products not made" : "what users lose by their demand";
}

/** The same in a word or two. */
export function countWords({ measure }: SplitReport): string {
  return measure === "value at risk" ? "products" : "users’ surplus";
}

/** A partner's benefit of the portfolio with what an agreement holds and without it, in each count. */
export interface AgreementRow {
  readonly agreement: string;
  readonly title: string;
  readonly partner: string;
  readonly counts: readonly {
    readonly words: string;
    /** what it is spared against no measure at all, USD */
    readonly withUsd: number;
    readonly withoutUsd: number;
    /** what it loses without the agreement */
    readonly lossWithoutUsd: number;
  }[];
  /** nothing of it is in the portfolio, or what is changes nothing */
  readonly isIdle: boolean;
}

/** Agreements in the order of the plan, partners within them. */
export function agreementRows(report: PlanReport): AgreementRow[] {
  const found = splits(report);
  const rows = (report.split?.byAgreement ?? []).map(({ agreement, partner }) => {
    const counts = found.map((split) => {
      const { withUsd, withoutUsd } = split.byAgreement.find(
        (a) => a.agreement === agreement && a.partner === partner,
      )!;
      const benefitUsd = split.partners.find((p) => p.partner === partner)!.benefitUsd;
      return {
        words: countWords(split),
        withUsd: benefitUsd,
        withoutUsd: benefitUsd + withUsd - withoutUsd,
        lossWithoutUsd: withoutUsd,
      };
    });
    const title = report.agreements.find((a) => a.id === agreement)?.title ?? agreement;
    return { agreement, title, partner: partnerTitle(report, partner), counts };
  });
  const moves = (id: string) =>
    rows.some((r) => r.agreement === id && r.counts.some((c) => c.withUsd !== c.withoutUsd));
  return rows.map((row) => ({ ...row, isIdle: !moves(row.agreement) }));
}
