import { baci } from "./baci.ts";
import { comtrade } from "./comtrade.ts";
import { euCrm2023 } from "./eu-crm.ts";
import { ieaEv } from "./iea-ev.ts";
import { ieaMinerals } from "./iea-minerals.ts";
import type { Importer } from "./importer.ts";
import { usgsMcs } from "./usgs-mcs.ts";
import { wgi } from "./wgi.ts";
import { wmd } from "./wmd.ts";

/** Every source `monazite data import` knows. */
export const importers: readonly Importer[] = [baci, comtrade, euCrm2023, ieaEv, ieaMinerals, usgsMcs, wgi, wmd];
