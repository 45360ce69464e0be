/** data-HASH.json as scripts/build-web.mjs writes it; paths as the repository has them, tables relative to data/. */
export interface DataFile {
  readonly tables: Readonly<Record<string, string>>;
  /** `scenarios/us-japan-framework.yaml`, `scenarios/variants/x.yaml` … → text */
  readonly scenarios: Readonly<Record<string, string>>;
  readonly plans: Readonly<Record<string, string>>;
  /** `examples/bom.csv` → text */
  readonly examples: Readonly<Record<string, string>>;
}

/** A name with what a list of choices needs. `name` is English; the page words others. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What there is to choose from besides what the page's own catalogue says (src/web/data/catalogue.ts). */
export interface Inventory {
  readonly uses: readonly string[];
  readonly applications: readonly (Named & { readonly use: string })[];
  readonly measures: readonly (Named & {
    readonly kind: string;
    /** "" = several */
    readonly country: string;
    readonly stage: string;
    readonly phase: string;
    readonly parties: readonly string[];
    readonly status: string;
  })[];
  /** minerals of the dependence table */
  readonly minerals: readonly (Named & { readonly symbol: string })[];
  readonly ledger: readonly LedgerEntry[];
  /** kinds of hypothetical events, with what each means (English) */
  readonly policyKinds: readonly { readonly kind: string; readonly description: string }[];
  /** a bill of materials to begin with, CSV */
  readonly exampleBom: string;
}

/** An event of the ledger; `from`, `to` and `announced` as precisely as they are known. */
export interface LedgerEntry extends Named {
  readonly kind: string;
  readonly announced: string;
  readonly from: string;
  /** "" = until further notice */
  readonly to: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly materials: readonly string[];
  readonly description: string;
  readonly source: string;
  readonly status: string;
  /** the model can act on it */
  readonly acts: boolean;
}
