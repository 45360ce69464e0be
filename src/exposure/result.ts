import type { AvailabilityRule } from "./availability.ts";

/** How exposed a company is to a scenario: plain data, described in docs/exposure.md. */
export interface Exposure {
  readonly scenario: string;
  readonly title: string;
  /** first and last day counted, ISO dates */
  readonly from: string;
  readonly to: string;
  /** `2027-01`, … */
  readonly months: readonly string[];
  readonly settings: ExposureSettings;
  /** with all measures of the scenario; the first to slow down first */
  readonly products: readonly ProductExposure[];
  /** the same without the measures; null when the scenario has none */
  readonly withoutMeasures: { readonly products: readonly ProductExposure[] } | null;
}

export interface ExposureSettings {
  /** share of the order that a tried second source takes over */
  readonly secondSourceShare: number;
  /** days of stock that are tried on top */
  readonly extraStockDays: readonly number[];
  /** once suppliers are no longer short, stock is brought back with at most this multiple of the order */
  readonly mostOfOrder: number;
  readonly slowBelowShare: number;
  readonly stoppedBelowShare: number;
}

export interface ProductExposure {
  readonly product: string;
  /** where it is built: the code in the file, and the country of the model it stands for */
  readonly country: string;
  readonly modelCountry: string;
  readonly unitsPerMonth: number;
  readonly marginUsdPerUnit: number;
  /** first day on which under 95 % of it can be made; null if none */
  readonly slowsOn: string | null;
  /** first day on which under 5 % of it can be made; null if none */
  readonly stopsOn: string | null;
  /** days from the first under-delivery of an input to `slowsOn`; null if it never slows */
  readonly coverDays: number | null;
  readonly lostUnits: number;
  readonly lostMarginUsd: number;
  /** lost units over all that would have been made */
  readonly lostShare: number;
  /** commodity that is scarcest on the day it slows; null if it never slows */
  readonly limiting: string | null;
  readonly inputs: readonly InputExposure[];
  /** the most days gained first */
  readonly remedies: readonly Remedy[];
  /** second sources that cannot deliver as much, and why */
  readonly leftOut: readonly { readonly country: string; readonly reason: string }[];
}

export interface InputExposure {
  /** row of the file */
  readonly line: number;
  readonly commodity: string;
  readonly needTonnesPerMonth: number;
  readonly daysOfStock: number;
  /** first day on which suppliers deliver under 95 % of need; null if none */
  readonly pressedOn: string | null;
  /** first day on which this input alone would let under 95 % be made; null if none */
  readonly slowsOn: string | null;
  /** days from `pressedOn` to `slowsOn`: stock, stretched by what still arrives */
  readonly coverDays: number | null;
  readonly suppliers: readonly SupplierExposure[];
  /** what a reader should know before believing this row */
  readonly notes: readonly string[];
}

export interface SupplierExposure {
  /** the code in the file */
  readonly given: string;
  readonly country: string;
  readonly share: number;
  readonly rule: AvailabilityRule;
  readonly baselineTonnesPerMonth: number;
  /** by month, 0–1: delivered over ordered */
  readonly availability: readonly number[];
}

/** A second source or more stock, in place from the first day. */
export interface Remedy {
  /** for the limiting input; stock-of-all is for every input of the product */
  readonly kind: "second-source" | "stock" | "stock-of-all";
  /** second sources: who */
  readonly country: string | null;
  readonly rule: AvailabilityRule | null;
  /** second sources: the order over all that the country ships (or, at home, keeps) in a mean month */
  readonly shareOfSupply: number | null;
  /** stock: how many days on top */
  readonly extraDays: number | null;
  readonly slowsOn: string | null;
  /** days by which the product slows later; to the end of the run when it no longer slows */
  readonly daysGained: number;
  /** the product no longer slows within the run */
  readonly holds: boolean;
  readonly marginSavedUsd: number;
}
