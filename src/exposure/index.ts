export { type Availability, type AvailabilityRule, type Supply, supplyOf } from "./availability.ts";
export { type Bom, type BomInput, type BomProduct, type BomSupplier, bomColumns } from "./bom.ts";
export { exposureCsv } from "./csv.ts";
export { type ExposureOptions, exposureOf } from "./exposure.ts";
export { type ReadBomOptions, readBom } from "./read-bom.ts";
export type {
  Exposure,
  ExposureSettings,
  InputExposure,
  ProductExposure,
  Remedy,
  SupplierExposure,
} from "./result.ts";
