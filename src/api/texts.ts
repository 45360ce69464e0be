/** Everything the interface answers from, as text; read once, before the first request. */
export interface ApiTexts {
  /** tables of the dataset by name relative to data/, those of statistics/ included */
  readonly tables: ReadonlyMap<string, string>;
  /** `scenarios/us-japan-framework.yaml`, `plans/small.yaml` … → YAML */
  readonly documents: ReadonlyMap<string, string>;
  /** files of the built page by path, such as `index.html`; empty where it is not built */
  readonly site: ReadonlyMap<string, Uint8Array>;
  readonly version: string;
}
