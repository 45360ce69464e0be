import type { Policy } from "../../../policy/kinds/index.ts";
import type { PolicyNote } from "../../../simulation/result.ts";

/** Which scenario, changed how, for whom. Plain data; the same question gives the same bytes. */
export interface RunQuestion {
  /** `us-japan-framework`: one of the catalogue; or the text of a scenario file of the user's own */
  readonly scenario: string | { readonly name: string; readonly yaml: string };
  readonly edits?: ScenarioEdits;
  /** length of the run instead of the scenario's */
  readonly months?: number;
  /** country codes or blocs instead of the scenario's viewpoint */
  readonly viewpoint?: readonly string[];
}

/** What sliders, switches and forms change; absent = as the scenario has it. Meaning: edit-scenario.ts. */
export interface ScenarioEdits {
  /** ids of events and measures that are switched off */
  readonly off?: readonly string[];
  /** ids of the ledger that happen besides */
  readonly add?: readonly string[];
  /** licences: share of decided applications approved, 0–1, from the first day on and for every destination */
  readonly approval?: number;
  /** licences: working days from application to decision, 0–1000 */
  readonly delay?: number;
  /** licences, quotas, bans and export taxes end this many months after they began, 1–600 */
  readonly duration?: number;
  /** plants, recycling and measures begin this many months later, 0–240 */
  readonly late?: number;
  /** private stocks as a multiple of what is normal, 0.1–10 */
  readonly cover?: number;
  /** demand of every use grows by this share a year, −0.5–1, besides what the scenario says */
  readonly growth?: number;
  /** hypothetical events by id, as in a scenario file */
  readonly events?: Readonly<Record<string, Policy>>;
}

/** One line over the months of the run. */
export type Months = Float64Array;

export interface UseLine {
  readonly country: string;
  readonly use: string;
  readonly demandTonnes: Months;
  readonly deliveredTonnes: Months;
  /** value of the products that cannot be made over the value of all that would be, 0–1 */
  readonly shortfallShare: Months;
  readonly valueAtRiskUsd: Months;
  /** first month under 95 % of its products by value; null if none */
  readonly firstShortMonth: string | null;
  readonly shortMonths: number;
}

export interface PriceLine {
  readonly commodity: string;
  readonly country: string;
  /** the country's controls hold this commodity back in this run */
  readonly inside: boolean;
  readonly basePriceUsdPerTonne: number;
  readonly priceUsdPerTonne: Months;
}

export interface CoverLine {
  readonly commodity: string;
  readonly country: string;
  readonly normalDays: number;
  readonly stockTonnes: Months;
  readonly coverDays: Months;
}

/** A commodity under control at its prices inside, by contract and outside, with the tonnes at each. */
export interface TierLine {
  readonly commodity: string;
  readonly inside: string;
  readonly controls: readonly string[];
  readonly insidePriceUsdPerTonne: Months;
  readonly contractPriceUsdPerTonne: Months;
  readonly outsidePriceUsdPerTonne: Months;
  readonly domesticTonnes: Months;
  readonly contractTonnes: Months;
  readonly outsideTonnes: Months;
}

/** Shipments of a commodity out of a controlling country to one destination. */
export interface ControlledLine {
  readonly commodity: string;
  readonly from: string;
  readonly to: string;
  readonly controls: readonly string[];
  readonly baselineTonnesPerMonth: number;
  readonly tonnes: Months;
}

/** What the screens draw of one run. */
export interface RunLines {
  /** uses of the viewpoint countries that the policies can touch */
  readonly uses: readonly UseLine[];
  /** of the viewpoint countries and of the controlling ones; every commodity of the chains */
  readonly prices: readonly PriceLine[];
  readonly covers: readonly CoverLine[];
  readonly tiers: readonly TierLine[];
  readonly controlled: readonly ControlledLine[];
  /** Σ over uses and months, viewpoint countries */
  readonly valueAtRiskUsd: number;
  readonly valueAtRiskByMonthUsd: Months;
  /** the use that runs short first: earliest month, then most value at risk; null if none does */
  readonly firstStop: { readonly country: string; readonly use: string; readonly month: string } | null;
}

export interface SimulateAnswer {
  /** the question it answers */
  readonly question: RunQuestion;
  readonly title: string;
  /** `2025-01`, … */
  readonly months: readonly string[];
  /** model countries of the viewpoint, blocs resolved */
  readonly viewpoint: readonly string[];
  /** the events alone */
  readonly without: RunLines;
  /** events and measures; null: there are no measures, or they are still running (partial) */
  readonly with: RunLines | null;
  /** false in a partial whose measures are still running */
  readonly complete: boolean;
  readonly events: readonly PolicyNote[];
  readonly measures: readonly PolicyNote[];
  /** policies that lie outside the months */
  readonly withoutEffect: readonly { readonly id: string; readonly because: "ends before" | "begins after" }[];
  /** what to draw first; chosen by the scenario without edits, so that panels stay while sliders move */
  readonly shown: Shown;
}

/** A choice of lines: the uses and prices that matter most. */
export interface Shown {
  readonly uses: readonly { readonly country: string; readonly use: string }[];
  /** commodities whose prices and cover matter, the dearest first */
  readonly commodities: readonly string[];
}
