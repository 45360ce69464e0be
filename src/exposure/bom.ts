/** One material that a product needs, as a row of the bill of materials says. */
export interface BomInput {
  /** 1-based line of the file */
  readonly line: number;
  /** id of data/commodities.csv */
  readonly commodity: string;
  readonly kgPerUnit: number;
  /** who delivers it; shares sum to 1 */
  readonly suppliers: readonly BomSupplier[];
  /** days of full production the stock lasts without deliveries; also the stock that is rebuilt afterwards */
  readonly daysOfStock: number;
}

export interface BomSupplier {
  /** the code in the file */
  readonly given: string;
  /** the country of the model it stands for: itself or an aggregate such as XEU */
  readonly country: string;
  readonly share: number;
}

/** A product with everything it needs: without any one of its inputs it cannot be made. */
export interface BomProduct {
  readonly product: string;
  readonly unitsPerMonth: number;
  /** margin lost with every unit that is not made, USD */
  readonly marginUsdPerUnit: number;
  /** where it is built: the code in the file and the country of the model it stands for */
  readonly givenCountry: string;
  readonly country: string;
  /** in order of commodity id, so that the order of rows changes nothing */
  readonly inputs: readonly BomInput[];
}

/** A company's bill of materials, checked. */
export interface Bom {
  readonly file: string;
  /** in order of product name */
  readonly products: readonly BomProduct[];
}

/** Columns of the file; docs/exposure.md says what each holds. */
export const bomColumns = {
  required: [
    "product",
    "units_per_month",
    "margin_usd_per_unit",
    "commodity",
    "kg_per_unit",
    "supplier_shares",
    "days_of_stock",
  ],
  optional: ["stage", "country"],
} as const;

export type BomColumn = (typeof bomColumns.required)[number] | (typeof bomColumns.optional)[number];
