/** The names a scenario may use, resolved to what the model knows. Built from the dataset. */
export interface Vocabulary {
  /**
   * Commodity ids meant by material names (an element such as `dysprosium`, a commodity id, or a group such as
   * `rare-earth-magnets`), kept to the given stages when any are given.
   */
  commodities(materials: readonly string[], stages?: readonly string[]): ReadonlySet<string>;
  /** Model countries meant by ISO alpha-3 codes, aggregates, blocs (`EU`, `G7`, …) or `WLD` (everyone). */
  countries(names: readonly string[]): ReadonlySet<string>;
  /** Application ids meant by end-use or application ids. */
  applications(names: readonly string[]): ReadonlySet<string>;
  /** Commodity ids that these end uses or applications need. */
  inputs(uses: readonly string[]): ReadonlySet<string>;
  readonly recipe: (id: string) => Recipe | undefined;
  /** A named assumption of data/parameters.csv; throws if it is not there. */
  parameter(name: string, scope?: string): number;
  /** product value of an application, USD per tonne of material, and so on are in the model, not here */
  /** the name that a common word, a symbol or a country's English name stands for: `DRC` → `COD`, `Ga` → `gallium` */
  meant?(kind: keyof Vocabulary["names"], name: string): string | undefined;
  readonly names: {
    readonly materials: readonly string[];
    readonly stages: readonly string[];
    readonly countries: readonly string[];
    readonly uses: readonly string[];
    readonly recipes: readonly string[];
  };
}

/** Tonnes used (−) and made (+) per tonne of the recipe's unit (main output; feed for separation). */
export interface Recipe {
  readonly id: string;
  readonly kind: "separate" | "refine" | "reduce" | "press" | "recycle" | "substitute";
  /** the commodity its level is counted in */
  readonly commodity: string;
  readonly coefficients: ReadonlyMap<string, number>;
}
