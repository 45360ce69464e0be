import type { AppliedIndicator } from "./applied.ts";
import { euEconomicImportanceOverTable } from "./eu-economic-importance.ts";
import { euSupplyRisk2023OverTable, euSupplyRiskOverTable } from "./eu-supply-risk.ts";
import { geoPolRiskOverCases } from "./geopolrisk.ts";
import { nassarOverCases } from "./nassar.ts";
import { netImportRelianceOverTable } from "./net-import-reliance.ts";
import { supplierParts } from "./supplier-parts.ts";
import { suppliersOverTable } from "./suppliers.ts";

export type { AppliedIndicator, IndicatorResult } from "./applied.ts";

/** What `monazite indicators` computes over a user's own file. */
export const appliedIndicators: readonly AppliedIndicator[] = [
  euSupplyRiskOverTable,
  euSupplyRisk2023OverTable,
  euEconomicImportanceOverTable,
  geoPolRiskOverCases,
  suppliersOverTable,
  ...supplierParts,
  netImportRelianceOverTable,
  nassarOverCases,
];
