/** Names of everything that can be chosen: small, there before the dataset is. Names are English; see `words/names.ts`. */
export interface Catalogue {
  readonly countries: readonly CatalogueCountry[];
  readonly blocs: readonly { readonly id: string; readonly members: readonly string[] }[];
  /** materials and groups that scenarios may name, with the commodities they stand for */
  readonly materials: readonly CatalogueMaterial[];
  readonly commodities: readonly CatalogueCommodity[];
  readonly scenarios: readonly CatalogueScenario[];
  readonly plans: readonly CataloguePlan[];
  /** how many figures, sources and events the dataset has */
  readonly counts: { readonly figures: number; readonly sources: number; readonly events: number };
}

export interface CatalogueCountry {
  readonly id: string;
  readonly name: string;
  /** an aggregate such as `XRW` can be in a result, but has no view of its own */
  readonly kind: "country" | "aggregate";
  /** itself, or the aggregate that stands for it in the model */
  readonly modelCountry: string;
}

export interface CatalogueMaterial {
  readonly id: string;
  readonly name: string;
  readonly group: boolean;
  readonly commodities: readonly string[];
}

export interface CatalogueCommodity {
  readonly id: string;
  readonly name: string;
  readonly material: string;
  readonly stage: string;
}

export interface CatalogueScenario {
  readonly id: string;
  /** `scenarios/us-japan-framework.yaml` */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly months: number;
  readonly viewpoint: readonly string[];
  readonly events: readonly string[];
  readonly measures: readonly string[];
  /** commodities its chains are opened for; empty: every chain */
  readonly commodities: readonly string[];
}

export interface CataloguePlan {
  readonly id: string;
  readonly path: string;
  readonly title: string;
}
