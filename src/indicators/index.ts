export { type DeraRisk, deraGroup, deraRisk, type GovernedSupplier } from "./dera.ts";
export { type EuUse, euEconomicImportance } from "./eu-economic-importance.ts";
export {
  type EuSupplyData,
  type EuSupplyRiskInput,
  euSupplyRisk,
  euSupplyRiskOfStages,
  isEuCritical,
} from "./eu-supply-risk.ts";
export {
  COPPER_VALUE_USD_PER_KG,
  type GeoPolRiskFlow,
  type GeoPolRiskInput,
  type GeoPolRiskResult,
  geoPolRisk,
} from "./geopolrisk.ts";
export { type GeoPolRiskBatch, type GeoPolRiskColumns, geoPolRiskBatch } from "./geopolrisk-batch.ts";
export { euGovernanceWeight, geoPolRiskInstability } from "./governance.ts";
export { hhi, hhiRange, weightedHhi } from "./hhi.ts";
export { importShares } from "./import-shares.ts";
export { largestSupplier, type Supplier } from "./largest-supplier.ts";
export { nMinusOneCoverage } from "./n-minus-one.ts";
export {
  disruptionPotential,
  economicVulnerability,
  type NassarIndustry,
  type NassarProducer,
  nassarSupplyRisk,
  tradeExposure,
} from "./nassar.ts";
export { apparentConsumption, type Balance, euImportReliance, netImportReliance } from "./net-import-reliance.ts";
