import type { ModelDraft } from "../chain/draft.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";

/** The terms of the month about to be cleared; levers change them in place. Arrays are indexed by activity. */
export interface MonthTerms {
  readonly referenceLevel: Float64Array;
  readonly lowerBound: Float64Array;
  readonly upperBound: Float64Array;
  readonly marginalCost: Float64Array;
  readonly slope: Float64Array;
}

/**
 * What a lever may know when a month begins. Month 0 sees baseline prices and levels as "last month's". The arrays are
 * written anew every month: what is to be remembered has to be copied.
 */
export interface MonthView {
  /** 0-based from the start of the run */
  readonly month: number;
  /** λ of last month, USD/t, by market */
  readonly lastPriceUsdPerTonne: Float64Array;
  /** x of last month, t/month, by activity */
  readonly lastLevel: Float64Array;
}

/**
 * A policy made ready for a run: it has added what it needs to the model and now edits the terms month by month.
 * Levers are applied in the order of `policyOrder`, then by id; one that limits takes the smaller of its own and the present bound.
 * The upper bounds of `use` activities are demand: only changes of demand may touch them.
 */
export interface Lever {
  readonly id: string;
  /** Edits this month's terms before the markets clear. Month 0 begins a run: what is remembered of another is forgotten. */
  adjust(view: MonthView, terms: MonthTerms): void;
  /** Updates the lever's own state (a stockpile, say) after the markets have cleared with these terms, as all levers left them. */
  carryOver?(view: MonthView, level: Float64Array, priceUsdPerTonne: Float64Array, cleared: MonthTerms): void;
  /** Public stockpiles only: tonnes held now at each market (for results and the mass balance). */
  heldTonnes?(): readonly { readonly market: number; readonly tonnes: number }[];
  /** Money this lever paid out this month (price floors, stockpile purchases less sales), USD; 0 if absent. */
  paidUsd?(): number;
}

/** Months of a run as calendar months; month 0 is the scenario's start. */
export interface Calendar {
  readonly months: number;
  /** `2025-04` */
  label(month: number): string;
  /** Share (0–1) of a month's days that lie in any of the windows; `to` is the last day (inclusive), null = open end. */
  activeShare(month: number, windows: readonly Window[]): number;
}

/** ISO dates, both inclusive; `to: null` means until further notice. */
export interface Window {
  readonly from: string;
  readonly to: string | null;
}

/** What every kind's `compile` receives besides the policy itself. */
export interface CompileContext {
  readonly draft: ModelDraft;
  readonly vocabulary: Vocabulary;
  readonly calendar: Calendar;
  /** when the policy is in force, after suspensions by other events were cut out of its own dates */
  readonly windows: readonly Window[];
}
