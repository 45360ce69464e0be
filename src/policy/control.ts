import type { ModelDraft } from "../chain/draft.ts";
import { limit } from "./bounds.ts";
import { type Leak, type Leakage, openLeaks } from "./leakage.ts";
import type { MonthTerms } from "./lever.ts";

/** Caps shipments at a multiple of their base flow and opens the ways around for part of the rest. */
export function holdBack(
  draft: ModelDraft,
  terms: MonthTerms,
  control: { readonly shipments: readonly number[]; readonly leaks: readonly Leak[]; readonly leakage?: Leakage },
  admittedMultiple: (shipment: number) => number,
): void {
  for (const shipment of control.shipments) {
    const multiple = admittedMultiple(shipment);
    if (multiple < Number.POSITIVE_INFINITY) limit(terms, shipment, multiple * draft.baseLevel[shipment]!);
  }
  openLeaks(
    terms,
    control.leaks,
    control.leakage?.share ?? 0,
    (shipment) => draft.baseLevel[shipment]!,
    admittedMultiple,
  );
}
