import type { BomProduct } from "./bom.ts";
import type { SupplierExposure } from "./result.ts";

/** A company that takes more than this share of a route moves the market that the run describes without it. */
const LARGE_SHARE = 0.5;

/** What a reader should know before believing a row. */
export function notesOf(
  product: BomProduct,
  needTonnesPerMonth: number,
  suppliers: readonly SupplierExposure[],
): string[] {
  const notes: string[] = [];
  if (product.givenCountry !== product.country)
    notes.push(`${product.givenCountry} is part of ${product.country} in the model`);
  for (const { given, country, share, rule, baselineTonnesPerMonth } of suppliers) {
    if (given !== country) notes.push(`${given} is part of ${country} in the model`);
    if (rule === "exports" || rule === "new-exports" || (rule === "uses" && country !== product.country))
      notes.push(
        `nothing goes from ${given} to ${product.givenCountry} in an ordinary month of the model: a control on that route alone would not show`,
      );
    const order = share * needTonnesPerMonth;
    if (rule !== "uses" && order > LARGE_SHARE * baselineTonnesPerMonth)
      notes.push(
        `${short(order)} t a month from ${given} against ${short(baselineTonnesPerMonth)} t in the model: the flow is too small to stand for this order`,
      );
  }
  return [...new Set(notes)];
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
