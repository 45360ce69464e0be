import { type AvailabilityRule, BY_USERS } from "./availability.ts";
import type { BomProduct } from "./bom.ts";
import type { SupplierExposure } from "./result.ts";

/** A company that takes more than this share of a route moves the market that the run describes without it. */
const LARGE_SHARE = 0.5;

const BASIS: Partial<Record<AvailabilityRule, (supplier: string, country: string) => string>> = {
  production: (supplier) => `It is judged by what ${supplier} makes and how well users in ${supplier} are served`,
  "supplier-uses": (supplier) => `It is judged by how well users in ${supplier} are served`,
  uses: (_, country) => `It is judged by how well users in ${country} are served`,
};

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
    if (rule === "exports")
      notes.push(
        `nothing goes from ${given} to ${product.givenCountry} in an ordinary month of the model: a control on that route alone would not show`,
      );
    if (BY_USERS.has(rule))
      notes.push(
        `this row cannot be judged by its own route: ${given} ${country === product.country ? "keeps none of what it makes" : "ships none"} in an ordinary month of the model. ${BASIS[rule]!(given, product.givenCountry)}`,
      );
    const order = share * needTonnesPerMonth;
    if (!rule.endsWith("uses") && order > LARGE_SHARE * baselineTonnesPerMonth)
      notes.push(
        `${short(order)} t a month from ${given} against ${short(baselineTonnesPerMonth)} t in the model: the flow is too small to stand for this order`,
      );
  }
  return [...new Set(notes)];
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
