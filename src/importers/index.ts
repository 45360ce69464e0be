import { euCrm2023 } from "./eu-crm.ts";
import type { Importer } from "./importer.ts";
import { usgsMcs } from "./usgs-mcs.ts";
import { wgi } from "./wgi.ts";

/** Every source `monazite data import` knows. */
export const importers: readonly Importer[] = [wgi, euCrm2023, usgsMcs];
