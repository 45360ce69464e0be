import type {
  MarketSeries,
  MeasureWorth,
  Rehearsal,
  Run,
  Shortage,
  TierSeries,
  UseSeries,
} from "../../src/simulation/result.ts";
import { sampleActivities } from "./sample-chain.ts";

/** Made-up results with the shape of a real rehearsal: 60 months, two viewpoint countries, controls, measures. */
export function sampleRehearsal(): Rehearsal {
  const withMeasures = run(0.45);
  const withoutMeasures = run(1);
  const summary = withMeasures.uses.map((use, i) => ({
    country: use.country,
    use: use.use,
    demandTonnes: sum(use.demandTonnes),
    withoutMeasures: shortage(withoutMeasures.uses[i]!),
    withMeasures: shortage(use),
  }));
  summary.sort((a, b) => b.withoutMeasures.valueAtRiskUsd - a.withoutMeasures.valueAtRiskUsd);
  return {
    ...withMeasures,
    scenario: "us-japan-framework",
    title: "The US–Japan framework under China’s rare-earth controls",
    description:
      "China licenses exports of seven rare earths and the magnets made of them from April 2025; a wider regime of October 2025 is suspended for a year and then returns.",
    viewpoint: ["JPN", "USA"],
    events: [
      event(
        "april-2025-licences",
        "licence",
        "Export licences for seven medium and heavy rare earths",
        "2025-04-04",
        null,
      ),
      event("october-2025-expansion", "licence", "Five more elements, and goods that contain them", "2025-10-09", null),
      event("suspension", "suspension", "Suspension of the October 2025 expansion", "2025-11-10", "2026-11-10"),
      event("mine-outage", "outage", "Border closure halts ion-clay imports", "2027-03-01", "2027-08-31"),
    ],
    measures: MEASURES,
    blocs: [],
    untouched: [],
    withoutEffect: [],
    heldBack: COMMODITIES.filter((c) => c.id !== "ndpr-oxide").map((c) => ({
      commodity: c.id,
      country: "CHN",
      baselineExportTonnesPerMonth: 10,
      policies: ["april-2025-licences"],
    })),
    withoutMeasures,
    summary,
    assumptions: [
      { figure: "licence-approval-share", value: "0.45", note: "share of applications approved in the first months" },
      { figure: "cover-days-traction-magnets", value: "60 days", note: "stock at motor makers, from interviews" },
      { figure: "elasticity-defence", value: "0.04", note: "short-run price elasticity of demand" },
    ],
  };
}

export const MONTHS = Array.from(
  { length: 60 },
  (_, m) => `${2025 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`,
);

const USES: readonly {
  use: string;
  jpn: number;
  usa: number;
  peakJpn: number;
  peakUsa: number;
  start: number;
  usdPerTonne: number;
}[] = [
  { use: "electric-vehicles", jpn: 310, usa: 240, peakJpn: 0.34, peakUsa: 0.58, start: 4, usdPerTonne: 9e6 },
  { use: "wind-direct-drive", jpn: 40, usa: 95, peakJpn: 0.22, peakUsa: 0.47, start: 6, usdPerTonne: 1.4e6 },
  { use: "wind-geared", jpn: 12, usa: 30, peakJpn: 0.12, peakUsa: 0.26, start: 7, usdPerTonne: 2.5e6 },
  { use: "smartphones", jpn: 28, usa: 15, peakJpn: 0.04, peakUsa: 0.09, start: 8, usdPerTonne: 4e7 },
  { use: "other-electronics", jpn: 160, usa: 90, peakJpn: 0.06, peakUsa: 0.13, start: 7, usdPerTonne: 6e6 },
  { use: "industrial-motors-robots", jpn: 220, usa: 75, peakJpn: 0.19, peakUsa: 0.41, start: 5, usdPerTonne: 3e6 },
  { use: "appliances", jpn: 140, usa: 45, peakJpn: 0.08, peakUsa: 0.15, start: 8, usdPerTonne: 1.6e6 },
  { use: "other-automotive", jpn: 190, usa: 170, peakJpn: 0.28, peakUsa: 0.52, start: 4, usdPerTonne: 7e6 },
  { use: "defence", jpn: 6, usa: 58, peakJpn: 0.41, peakUsa: 0.71, start: 3, usdPerTonne: 2.2e7 },
  { use: "medical", jpn: 9, usa: 22, peakJpn: 0.11, peakUsa: 0.24, start: 6, usdPerTonne: 1.1e7 },
  { use: "catalysts", jpn: 250, usa: 780, peakJpn: 0, peakUsa: 0.01, start: 9, usdPerTonne: 4e5 },
  { use: "polishing", jpn: 420, usa: 160, peakJpn: 0, peakUsa: 0, start: 9, usdPerTonne: 3e5 },
  { use: "glass", jpn: 130, usa: 90, peakJpn: 0.01, peakUsa: 0.02, start: 9, usdPerTonne: 2e5 },
  { use: "phosphors", jpn: 14, usa: 8, peakJpn: 0.37, peakUsa: 0.44, start: 4, usdPerTonne: 3e6 },
  { use: "ceramics", jpn: 60, usa: 55, peakJpn: 0.31, peakUsa: 0.63, start: 4, usdPerTonne: 2.6e6 },
];

const COMMODITIES: readonly { id: string; usdPerTonne: number; peak: number }[] = [
  { id: "dysprosium-oxide", usdPerTonne: 235_000, peak: 3.4 },
  { id: "terbium-oxide", usdPerTonne: 815_000, peak: 4.1 },
  { id: "ndpr-oxide", usdPerTonne: 56_000, peak: 1.45 },
  { id: "ndfeb-high-coercivity", usdPerTonne: 78_000, peak: 2.2 },
  { id: "samarium-cobalt", usdPerTonne: 96_000, peak: 2.7 },
  { id: "yttrium-oxide", usdPerTonne: 6_200, peak: 14 },
];

/** 0 before `start`, a hump that fades over three years, and a second one when the suspension lapses. */
function stress(month: number, start: number, kept: number): number {
  const hump = (from: number, rise: number, fade: number) =>
    month < from ? 0 : (1 - Math.exp(-(month - from + 1) / rise)) * Math.exp(-(month - from) / fade);
  const relief = month < 11 ? 1 : kept + (1 - kept) * Math.exp(-(month - 11) / 5);
  return Math.min(
    1,
    (hump(start, 1.6, 16) + 0.7 * hump(23, 2, 14) * kept) * relief * (1 + 0.04 * Math.sin(month * 1.7)),
  );
}

/** China's dysprosium: the dearest month outside is the eleventh, when a tenth of the trade goes at that price. */
function tier(kept: number): TierSeries {
  const at = (peak: number, calm: number) => MONTHS.map((_, m) => (m === 10 ? peak : calm));
  return {
    commodity: "dysprosium-oxide",
    inside: "CHN",
    controls: ["cn-licences"],
    insidePriceUsdPerTonne: at(200_000, 250_000),
    contractPriceUsdPerTonne: at(210_000, 260_000),
    outsidePriceUsdPerTonne: at(900_000 - 100_000 * kept, 260_000),
    domesticTonnes: at(80, 80),
    contractTonnes: at(10, 20),
    outsideTonnes: at(10, 0),
    outsideVolumeShare: at(0.1, 0),
  };
}

function run(kept: number): Run {
  const uses = (["JPN", "USA"] as const).flatMap((country) => USES.map((u) => useSeries(u, country, kept)));
  return {
    months: MONTHS,
    markets: ["CHN", "JPN", "USA", "DEU"].flatMap((country) => COMMODITIES.map((c) => market(c, country, kept))),
    uses,
    activities: sampleActivities(MONTHS.length),
    tiers: [tier(kept)],
    stockpiles: [
      {
        id: "joint-stockpile",
        commodity: "dysprosium-oxide",
        country: "JPN",
        tonnes: MONTHS.map((_, m) => Math.min(120, m * 3)),
      },
    ],
    paid: [{ id: "price-floor", usd: MONTHS.map((_, m) => (m > 12 ? 1.2e6 : 0)) }],
    checks: {
      maxBalanceResidualTonnes: 3.1e-10,
      maxMassBalanceShare: 2.4e-13,
      maxBaselineDriftShare: 6e-12,
      objectiveUsd: MONTHS.map((_, m) => -4.1e8 - m * 1e6),
      maxPrimalResidualShare: 4.4e-13,
      maxComplementarityShare: 1.8e-12,
      maxDualityGapShare: 7.7e-12,
      newtonSteps: MONTHS.map((_, m) => (m === 0 ? 14 : 2 + (m % 4))),
    },
  };
}

function useSeries(u: (typeof USES)[number], country: "JPN" | "USA", kept: number): UseSeries {
  const base = country === "JPN" ? u.jpn : u.usa;
  const peak = country === "JPN" ? u.peakJpn : u.peakUsa;
  const demandTonnes = MONTHS.map((_, m) => base * 1.004 ** m);
  const shortfallShare = MONTHS.map((_, m) => peak * stress(m, u.start, kept));
  const deliveredTonnes = demandTonnes.map((d, m) => d * (1 - shortfallShare[m]!));
  const valueAtRiskUsd = demandTonnes.map((d, m) => d * shortfallShare[m]! * u.usdPerTonne);
  const first = shortfallShare.findIndex((s) => s > 0.05);
  return {
    country,
    use: u.use,
    demandTonnes,
    deliveredTonnes,
    shortfallShare,
    productShortfallShare: shortfallShare,
    valueAtRiskUsd,
    firstShortMonth: first === -1 ? null : MONTHS[first]!,
    applications: [
      {
        application: u.use,
        productValueUsdPerTonne: u.usdPerTonne,
        inputs: [{ commodity: materialOf(u.use), tonnesPerTonne: 1 }],
        demandTonnes,
        deliveredTonnes,
        shortfallShare,
        valueAtRiskUsd,
      },
    ],
  };
}

const OXIDE_USES = ["catalysts", "polishing", "glass", "phosphors", "ceramics"];

function materialOf(use: string): string {
  return OXIDE_USES.includes(use) ? "cerium-oxide" : "ndfeb-high-coercivity";
}

function market(c: (typeof COMMODITIES)[number], country: string, kept: number): MarketSeries {
  const inside = country === "CHN";
  const basePriceUsdPerTonne = c.usdPerTonne * (inside ? 1 : 1.04);
  const pull = country === "USA" ? 1.15 : country === "DEU" ? 1.05 : 1;
  const priceUsdPerTonne = MONTHS.map((_, m) => {
    const s = stress(m, 4, kept);
    return basePriceUsdPerTonne * (inside ? 1 - 0.16 * s : 1 + (c.peak - 1) * pull * s);
  });
  const coverDays = MONTHS.map((_, m) => (inside ? 45 + 12 * stress(m, 4, kept) : 60 - 48 * stress(m, 3, kept)));
  return {
    commodity: c.id,
    country,
    basePriceUsdPerTonne,
    priceUsdPerTonne,
    coverDays,
    stockTonnes: coverDays.map((d) => d * 1.7),
  };
}

function shortage(use: UseSeries): Shortage {
  const worst = Math.max(...use.shortfallShare);
  return {
    firstShortMonth: use.firstShortMonth,
    shortMonths: use.shortfallShare.filter((s) => s > 0.05).length,
    worstMonth:
      worst > 0 ? (use.shortfallShare.indexOf(worst) >= 0 ? MONTHS[use.shortfallShare.indexOf(worst)]! : null) : null,
    worstShortfallShare: worst,
    missingTonnes: sum(use.demandTonnes) - sum(use.deliveredTonnes),
    valueAtRiskUsd: sum(use.valueAtRiskUsd),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0);
}

function event(id: string, kind: string, title: string, from: string, to: string | null) {
  return { id, kind, title, from, to, source: "https://example.org/announcement", status: "reported" };
}

const MEASURES: readonly MeasureWorth[] = [
  measure(
    "mp-heavy-separation",
    "facility",
    "Heavy rare-earth separation at Mountain Pass",
    "2026-07-01",
    9.1e9,
    12.4e9,
    0.2,
    "reported",
  ),
  measure(
    "lynas-offtake",
    "offtake",
    "Offtake of Lynas dysprosium and terbium for Japan",
    "2025-11-01",
    6.3e9,
    7.9e9,
    0.85,
    "reported",
  ),
  measure(
    "joint-stockpile",
    "joint-stockpile",
    "Joint stockpile of heavy rare earths",
    "2026-04-01",
    2.6e9,
    4.4e9,
    0.5,
    "assumed",
  ),
  measure(
    "less-dysprosium",
    "substitution",
    "Grain-boundary diffusion: magnets with less dysprosium",
    "2026-01-01",
    1.9e9,
    3.8e9,
    0.6,
    "estimated",
  ),
  measure(
    "magnet-recycling",
    "recycling",
    "Recycling of motors from end-of-life vehicles",
    "2027-01-01",
    4.2e8,
    9.9e8,
    0.7,
    "assumed",
  ),
  measure(
    "price-floor",
    "price-floor",
    "Price floor of USD 110/kg for NdPr oxide",
    "2025-10-28",
    -1.1e8,
    2.1e8,
    0.1,
    "reported",
  ),
];

function measure(
  id: string,
  kind: string,
  title: string,
  from: string,
  worthUsd: number,
  worthAloneUsd: number,
  japan: number,
  status: string,
): MeasureWorth {
  return {
    id,
    title,
    kind,
    from,
    to: null,
    source: "https://example.org/framework-fact-sheet",
    status,
    worthUsd,
    worthAloneUsd,
    billAvoidedUsd: worthUsd / 20,
    worthByCountryUsd: [
      { country: "JPN", usd: worthUsd * japan },
      { country: "USA", usd: worthUsd * (1 - japan) },
    ],
    paidUsd: kind === "price-floor" ? 5.6e7 : 0,
  };
}
