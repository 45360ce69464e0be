import type { Statistics } from "../dataset/index.ts";
import { euGovernanceWeight, geoPolRisk, geoPolRiskInstability, weightedHhi } from "../indicators/index.ts";
import type { Governance } from "./governance.ts";
import { importFlows } from "./import-flows.ts";
import type { IndicatorFigure, WorldSupply } from "./result.ts";
import type { Viewpoint } from "./viewpoint.ts";

/** Net import reliance as the USGS prints it, newest year of each form. */
export function printedReliance({ reliance }: Statistics, material: string, { members }: Viewpoint): IndicatorFigure[] {
  const rows = reliance.filter((r) => r.material === material && members.size === 1 && members.has(r.country));
  return [...new Set(rows.map((r) => r.form))].map((form) => {
    const newest = rows.filter((r) => r.form === form).reduce((a, b) => (b.year > a.year ? b : a));
    return {
      indicator: "net import reliance",
      value: newest.share,
      qualifier: newest.qualifier === "exact" ? "" : newest.qualifier.replaceAll("-", " "),
      unit: "share of apparent consumption",
      about: form,
      cited: { source: newest.source, years: String(newest.year), locator: newest.locator },
      computed: false,
    };
  });
}

/** Indicators as a publisher prints its own results. */
export function printedIndicators({ publishedIndicators }: Statistics, material: string): IndicatorFigure[] {
  return publishedIndicators
    .filter((row) => row.material === material)
    .map((row) => ({
      indicator: row.indicator === "supply-risk" ? "EU supply risk" : "EU economic importance",
      value: row.value,
      qualifier: "",
      unit: "0–10",
      about: `${row.form}, ${row.stage}, ${row.variant}`,
      cited: { source: row.source, years: String(row.year), locator: row.locator },
      computed: false,
    }));
}

/** The EU's HHI_WGI,t of global supply, computed from its printed shares and trade parameters; part of EU supply risk. */
export function euConcentration(
  { supplyShares }: Statistics,
  material: string,
  { id }: Viewpoint,
  governance: Governance,
): IndicatorFigure[] {
  const markets = id === "EU" ? (["WLD", "EUU"] as const) : (["WLD"] as const);
  return (["mining", "refining"] as const).flatMap((stage) =>
    markets.flatMap((market): IndicatorFigure[] => {
      const rows = supplyShares.filter(
        (r) => r.material === material && r.stage === stage && r.market === market && r.share > 0,
      );
      const governed = rows.flatMap((r) => {
        const estimate = governance.mean.get(r.country);
        return estimate === undefined ? [] : [{ ...r, weight: euGovernanceWeight(estimate) * r.tradeParameter }];
      });
      const covered = governed.reduce((sum, r) => sum + r.share, 0);
      const all = rows.reduce((sum, r) => sum + r.share, 0);
      if (rows.length === 0) return [];
      const enough = covered >= 0.9 * all;
      const value = enough
        ? weightedHhi(
            governed.map((r) => r.share),
            governed.map((r) => r.weight),
          )
        : null;
      return [
        {
          indicator: "EU HHI (WGI, t)",
          value,
          qualifier: enough ? "" : "under nine tenths of the supply has a governance estimate",
          unit: "0–10 × t",
          about: `${market === "WLD" ? "global supply" : "EU sourcing"}, ${stage}; one factor of EU supply risk`,
          cited: { source: rows[0]!.source, years: `2016–2020, WGI ${governance.year}`, locator: rows[0]!.locator },
          computed: true,
        },
      ];
    }),
  );
}

const COMPLETE_SHARE = 0.995;

/**
 * GeoPolRisk of the viewpoint for each heading that stands for the material: world production of the heading's stage,
 * its own production there, imports by partner with their political stability.
 */
export function geoPolRiskFigures(
  statistics: Statistics,
  material: string,
  { members }: Viewpoint,
  world: readonly WorldSupply[],
  governance: Governance,
): IndicatorFigure[] {
  return statistics.tradeCodes
    .filter((code) => code.material === material)
    .flatMap((code): IndicatorFigure[] => {
      const makers = world.find((w) => w.stage === code.stage && w.totalTonnes !== null);
      const flows = importFlows(statistics, code.hs6, members).filter((f) => f.tonnes !== null);
      const known = flows.filter((f) => governance.stability.has(f.exporter));
      const weight = (list: typeof flows) => list.reduce((sum, f) => sum + f.tonnes!, 0);
      const covered = weight(known) / weight(flows);
      if (!makers || known.length === 0) return [];
      const own = makers.makers.reduce((sum, m) => sum + (members.has(m.country) ? m.tonnes! : 0), 0);
      const risk = geoPolRisk({
        production: makers.makers.map((m) => m.tonnes!),
        domesticTonnes: own,
        flows: known.map((f) => ({
          tonnes: f.tonnes!,
          valueThousandUsd: f.valueThousandUsd,
          instability: geoPolRiskInstability(governance.stability.get(f.exporter)!),
        })),
      });
      if (!risk) return [];
      return [
        {
          indicator: "GeoPolRisk score",
          value: risk.score,
          qualifier: [
            code.fit === "exact" || code.fit === "dominant" ? "" : `heading is ${code.fit}`,
            covered < COMPLETE_SHARE ? `${Math.round(covered * 100)} % of the imports have a governance estimate` : "",
          ]
            .filter((text) => text !== "")
            .join("; "),
          unit: "0–1",
          about: `HS ${code.hs6}, ${makers.form}`,
          cited: {
            source: `${known[0]!.source} + ${makers.cited.source} + ${governance.source}`,
            years: `trade ${known[0]!.year}, production ${makers.cited.years}, governance ${governance.year}`,
            locator: "score = HHI × Σ(tonnes × instability) ÷ (imports + own production)",
          },
          computed: true,
        },
      ];
    });
}
