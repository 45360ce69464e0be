import type { PlanReport } from "../planning/plan-report.ts";
import { count, monthLabel, percent } from "./format.ts";
import type { Names } from "./names.ts";
import { partnerTitle } from "./plan-words.ts";

/** An end use of a partner: what is expected not to be made with no measure and with the portfolio, USD. */
export interface PlanUseRow {
  readonly name: string;
  readonly partner: string;
  readonly withoutUsd: number;
  readonly withUsd: number;
  /** how surely and how early it runs short, without → with; empty for a sum of uses */
  readonly shortage: string;
}

export interface PlanUses {
  /** length of the longest bar, USD */
  readonly mostUsd: number;
  readonly rows: readonly PlanUseRow[];
  /** uses of a partner that lose nothing either way */
  readonly spared: number;
}

const LEAST_USD = 1;
/** a use that loses less than this share of the largest loss is no bar */
const LEAST_SHARE = 0.001;

/** Loss by partner and end use, the costliest first; those below the first `most` of them are added up in one row. */
export function planUses(report: PlanReport, names: Names, most = 14): PlanUses {
  const rows = report.byUse.map((u) => ({
    name: names.use(u.use),
    partner: partnerTitle(report, u.partner),
    withoutUsd: u.withoutUsd,
    withUsd: u.withUsd,
    shortage: shortageText(u),
  }));
  const hit = rows
    .filter((r) => Math.max(r.withoutUsd, r.withUsd) >= LEAST_USD)
    .toSorted((a, b) => b.withoutUsd - a.withoutUsd || b.withUsd - a.withUsd || (a.name < b.name ? -1 : 1));
  const seen = hit.filter((r) => Math.max(r.withoutUsd, r.withUsd) >= LEAST_SHARE * hit[0]!.withoutUsd).length;
  const shown = hit.length > Math.min(seen, most) + 1 ? hit.slice(0, Math.min(seen, most)) : hit;
  const rest = hit.slice(shown.length);
  const sum = (key: "withoutUsd" | "withUsd") => rest.reduce((total, r) => total + r[key], 0);
  const others =
    rest.length === 0
      ? []
      : [
          {
            name: count(rest.length, "other use"),
            partner: "",
            withoutUsd: sum("withoutUsd"),
            withUsd: sum("withUsd"),
            shortage: "",
          },
        ];
  const all = [...shown, ...others];
  return {
    mostUsd: Math.max(1, ...all.flatMap((r) => [r.withoutUsd, r.withUsd])),
    rows: all,
    spared: rows.length - hit.length,
  };
}

/** `short in 80 % → 30 % of futures, first Apr 2026 → Jan 2028` */
function shortageText(u: PlanReport["byUse"][number]): string {
  if (u.shortWithout <= 0 && u.shortWith <= 0) return "";
  const chance = (share: number) => (share <= 0 ? "none" : percent(share));
  const first = [u.firstShortWithout, u.firstShortWith].map((m) => (m === null ? "never" : monthLabel(m)));
  const months = first[0] === first[1] ? first[0] : first.join(" → ");
  return `short in ${chance(u.shortWithout)} → ${chance(u.shortWith)} of futures, first ${months}`;
}

/** Loss of each partner with no measure and with the portfolio, on average and in the tail; null where nothing was judged. */
export interface PartnerLoss {
  readonly title: string;
  readonly without: { readonly expectedUsd: number; readonly tailUsd: number };
  readonly with: { readonly expectedUsd: number; readonly tailUsd: number } | null;
  readonly paysUsd: number;
}

export function partnerLosses(report: PlanReport): PartnerLoss[] {
  const point = report.frontier[report.chosen]!;
  const of = (list: PlanReport["nothing"]["byPartner"] | undefined, id: string) => {
    const found = list?.find((p) => p.partner === id);
    return found === undefined ? null : { expectedUsd: found.expectedLossUsd, tailUsd: found.tailLossUsd };
  };
  return report.partners.map(({ id, title }) => ({
    title,
    without: of(report.nothing.byPartner, id) ?? { expectedUsd: Number.NaN, tailUsd: Number.NaN },
    with: of(point.judged?.byPartner, id),
    paysUsd: point.costByPartnerUsd.find((p) => p.partner === id)?.usd ?? 0,
  }));
}
