import type { Importer } from "./importer.ts";

/** Every source `monazite data import` knows. */
export const importers: readonly Importer[] = [];
