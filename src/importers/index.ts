import { baci } from "./baci.ts";
import { euCrm2023 } from "./eu-crm.ts";
import { ieaMinerals } from "./iea-minerals.ts";
import type { Importer } from "./importer.ts";
import { usgsMcs } from "./usgs-mcs.ts";
import { wgi } from "./wgi.ts";

/** Every source `monazite data import` knows. */
export const importers: readonly Importer[] = [baci, euCrm2023, ieaMinerals, usgsMcs, wgi];
