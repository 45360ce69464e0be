export {
  ALL_STAGES,
  byNearness,
  isOtherForm,
  isTrifle,
  NET_IMPORT_RELIANCE,
  narrowest,
  nearestSupply,
  type StageLine,
  stageLines,
} from "./choose.ts";
export { type DependenceQuestion, dependenceOf, riskOf } from "./dependence.ts";
export { type ModelPlaces, modelPlaces } from "./model-places.ts";
export type * from "./result.ts";
