import type { Statistics } from "../dataset/index.ts";
import { geoPolRisk, geoPolRiskInstability } from "../indicators/index.ts";
import type { Governance } from "./governance.ts";
import { importFlows, type TradeFlow } from "./import-flows.ts";
import type { IndicatorFigure, WorldSupply } from "./result.ts";
import type { Viewpoint } from "./viewpoint.ts";
import { rowsWith } from "./rows-with.ts";

type TradeCode = Statistics["tradeCodes"][number];

/** A score of less than this share of the imports would be another country's. */
const LEAST_COVERED = 0.9;
/** A gap of this share is rounding, and not worth a word. */
const ROUNDING = 0.005;

/**
 * GeoPolRisk of the viewpoint for each heading that stands for the material: world production of the form that
 * statistics/trade_codes.csv names for the heading, own production of it, imports by partner with their political
 * stability. Imports are turned from tonnes of goods into tonnes of mineral by the heading's contained share; without own
 * production it cancels, where it is the same for every origin: not in a heading that is shared with other minerals. Where
 * the figure cannot be had it is null, and the qualifier says why.
 */
export function geoPolRiskFigures(
  statistics: Statistics,
  material: string,
  { members }: Viewpoint,
  world: readonly WorldSupply[],
  governance: Governance,
): IndicatorFigure[] {
  return rowsWith(statistics.tradeCodes, "material", material).flatMap((code): IndicatorFigure[] => {
    const flows = importFlows(statistics, code.hs6, members).filter((f) => f.tonnes !== null && f.tonnes > 0);
    const known = flows.filter((f) => governance.stability.has(f.exporter));
    if (known.length === 0) return [];
    const makers = world.find(
      (w) => w.stage === code.stage && w.form === code.productionForm && w.totalTonnes !== null,
    );
    const covered = weightOf(known) / weightOf(flows);
    const answer: Answer =
      covered < LEAST_COVERED
        ? none("under nine tenths of the imports have a governance estimate")
        : code.fit === "shared"
          ? none(sharedReason(statistics, code))
          : scoreOf(code, makers, members, known, governance);
    const { source, year } = known[0]!;
    return [
      {
        indicator: "GeoPolRisk score",
        value: answer.score,
        qualifier: [...answer.words, ...(answer.score === null ? [] : caveats(code, makers, covered))].join("; "),
        unit: "0–1",
        stage: code.stage,
        caveat: "",
        about: `HS ${code.hs6}, ${code.productionForm === "" ? code.form : code.productionForm}`,
        cited: {
          source: [source, ...(makers ? [makers.cited.source] : []), governance.source].join(" + "),
          years: [
            `trade ${year}`,
            ...(makers ? [`production ${makers.cited.years}`] : []),
            `governance ${governance.year}`,
          ].join(", "),
          locator: "score = HHI × Σ(tonnes × instability) ÷ (imports × contained share + own production)",
        },
        computed: true,
      },
    ];
  });
}

interface Answer {
  readonly score: number | null;
  readonly words: readonly string[];
}

const none = (why: string): Answer => ({ score: null, words: [`none: ${why}`] });

/** A country may send gallium under the heading and another vanadium, so not even their shares of the weight can be compared. */
function sharedReason({ tradeCodes }: Statistics, { hs6 }: TradeCode): string {
  const minerals = tradeCodes.filter((c) => c.hs6 === hs6).length;
  return `the heading holds ${minerals === 1 ? "other minerals too" : `${minerals} minerals`}, and how much of each differs by origin`;
}

const weightOf = (flows: readonly TradeFlow[]): number => flows.reduce((sum, f) => sum + f.tonnes!, 0);

function scoreOf(
  code: TradeCode,
  makers: WorldSupply | undefined,
  members: ReadonlySet<string>,
  flows: readonly TradeFlow[],
  governance: Governance,
): Answer {
  if (code.productionForm === "") return none(code.scoring);
  if (!makers) return none(`statistics/production.csv has no production by country of "${code.productionForm}"`);
  const withheld = makers.withheld.filter((country) => members.has(country));
  if (withheld.length > 0) return none(`own production is withheld (${withheld.join(", ")})`);
  const own = makers.makers.reduce((sum, m) => sum + (members.has(m.country) ? m.tonnes! : 0), 0);
  if (own > 0 && code.containedShare === null)
    return none(`imports in tonnes of goods and own production do not add up: ${code.scoring}`);
  const contained = code.containedShare ?? 1; // any factor cancels when there is no own production
  const risk = geoPolRisk({
    production: makers.makers.map((m) => m.tonnes!),
    domesticTonnes: own,
    flows: flows.map((f) => ({
      tonnes: f.tonnes! * contained,
      valueThousandUsd: f.valueThousandUsd,
      instability: geoPolRiskInstability(governance.stability.get(f.exporter)!),
    })),
  });
  return risk ? { score: risk.score, words: [] } : none("neither imports nor production");
}

function caveats(code: TradeCode, makers: WorldSupply | undefined, covered: number): string[] {
  const nameless = makers?.othersShare ?? 0;
  const withheld = makers?.withheld ?? [];
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return [
    ...(code.fit === "exact" || code.fit === "dominant" ? [] : [`heading is ${code.fit}`]),
    ...(code.containedShare === null ? ["imports by weight of goods"] : []),
    ...(covered < 1 - ROUNDING ? [`${percent(covered)} of the imports have a governance estimate`] : []),
    ...(nameless >= 0.05 ? [`HHI without the ${percent(nameless)} of production that no country is named for`] : []),
    ...(withheld.length > 0 ? [`HHI of the world without ${withheld.join(", ")}, withheld`] : []),
  ];
}
