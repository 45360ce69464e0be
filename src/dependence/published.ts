import type { Statistics } from "../dataset/index.ts";
import { euGovernanceWeight, weightedHhi } from "../indicators/index.ts";
import { ALL_STAGES } from "./choose.ts";
import type { Governance } from "./governance.ts";
import type { IndicatorFigure } from "./result.ts";
import type { Viewpoint } from "./viewpoint.ts";
import { rowsWith } from "./rows-with.ts";

/** Net import reliance as the USGS prints it, newest year of each form. */
export function printedReliance({ reliance }: Statistics, material: string, { members }: Viewpoint): IndicatorFigure[] {
  const rows = rowsWith(reliance, "material", material).filter((r) => members.size === 1 && members.has(r.country));
  return [...new Set(rows.map((r) => r.form))].map((form) => {
    const newest = rows.filter((r) => r.form === form).reduce((a, b) => (b.year > a.year ? b : a));
    return {
      indicator: "net import reliance",
      value: newest.share,
      qualifier: newest.qualifier === "exact" ? "" : newest.qualifier.replaceAll("-", " "),
      unit: "share of apparent consumption",
      stage: stageOfForm(form),
      about: form,
      caveat: "",
      cited: { source: newest.source, years: String(newest.year), locator: newest.locator },
      computed: false,
    };
  });
}

/** The stage that the USGS's words for a form mean; forms it does not part are figures for all of them. */
function stageOfForm(form: string): string {
  if (MINED.test(form)) return "mining";
  return REFINED.test(form) ? "refining" : ALL_STAGES;
}
const MINED = /concentrate|\bores?\b|bauxite/i;
const REFINED = /refined|\bmetals?\b|alumina|pigment|ferro|compounds/i;

/** Indicators as a publisher prints its own results. */
export function printedIndicators({ publishedIndicators }: Statistics, material: string): IndicatorFigure[] {
  return rowsWith(publishedIndicators, "material", material).map((row) => ({
    indicator: row.indicator === "supply-risk" ? "EU supply risk" : "EU economic importance",
    value: row.value,
    qualifier: "",
    unit: "0–10",
    stage: row.stage,
    caveat: "",
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
      const rows = rowsWith(supplyShares, "material", material).filter(
        (r) => r.stage === stage && r.market === market && r.share > 0,
      );
      if (rows.length === 0) return [];
      const exact = rows.filter((r) => r.below === "no");
      const governed = exact.flatMap((r) => {
        const estimate = governance.mean.get(r.country);
        return estimate === undefined ? [] : [{ ...r, weight: euGovernanceWeight(estimate) * r.tradeParameter }];
      });
      const covered = governed.reduce((sum, r) => sum + r.share, 0);
      const all = Math.max(
        1,
        exact.reduce((sum, r) => sum + r.share, 0),
      );
      const rest = Math.max(0, all - covered);
      const enough = covered >= 0.9 * all;
      // who has no estimate, is only bounded or goes unnamed counts in the whole and weighs nothing
      const value = enough
        ? weightedHhi([...governed.map((r) => r.share), rest], [...governed.map((r) => r.weight), 0])
        : null;
      return [
        {
          indicator: "EU HHI (WGI, t)",
          value,
          qualifier: enough
            ? rest > NOTHING_SHARE
              ? "at least"
              : ""
            : "under nine tenths of the supply has a governance estimate",
          unit: "0–10 × t",
          stage,
          caveat: "",
          about: `${market === "WLD" ? "global supply" : "EU sourcing"}, ${stage}; one factor of EU supply risk`,
          cited: { source: rows[0]!.source, years: `2016–2020, WGI ${governance.year}`, locator: rows[0]!.locator },
          computed: true,
        },
      ];
    }),
  );
}

/** Under this the missing share is a rounding of the source. */
const NOTHING_SHARE = 0.005;
