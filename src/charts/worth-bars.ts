import type { Rehearsal } from "../simulation/result.ts";
import { type Names, readId } from "./names.ts";

export interface WorthRow {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly source: string;
  readonly status: string;
  readonly isAssumed: boolean;
  /** lost if only this measure were missing, USD */
  readonly worthUsd: number;
  /** gained if it were the only one, USD */
  readonly worthAloneUsd: number;
  readonly byCountry: readonly { readonly country: string; readonly name: string; readonly usd: number }[];
  readonly paidUsd: number;
}

export interface WorthChart {
  /** axis of the bars, USD; always holds 0 */
  readonly domain: readonly [number, number];
  readonly countries: readonly string[];
  readonly rows: readonly WorthRow[];
}

/** What each measure is worth to the viewpoint countries, the dearest to lose first. */
export function worthBars(rehearsal: Rehearsal, names: Names): WorthChart {
  const rows = rehearsal.measures.map(
    (m): WorthRow => ({
      id: m.id,
      title: m.title,
      kind: readId(m.kind),
      source: m.source,
      status: m.status,
      isAssumed: m.status === "assumed",
      worthUsd: m.worthUsd,
      worthAloneUsd: m.worthAloneUsd,
      byCountry: rehearsal.viewpoint.map((country) => ({
        country,
        name: names.country(country),
        usd: m.worthByCountryUsd.find((w) => w.country === country)?.usd ?? Number.NaN,
      })),
      paidUsd: m.paidUsd,
    }),
  );
  const values = rows.flatMap((r) => [r.worthUsd, r.worthAloneUsd]).filter(Number.isFinite);
  return {
    domain: [values.reduce((a, b) => Math.min(a, b), 0), values.reduce((a, b) => Math.max(a, b), 0)],
    countries: rehearsal.viewpoint.map((c) => names.country(c)),
    rows: rows.sort((a, b) => b.worthUsd - a.worthUsd || a.id.localeCompare(b.id, "en")),
  };
}
