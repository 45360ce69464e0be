export { type DependenceQuestion, dependenceOf, riskOf } from "./dependence.ts";
export type * from "./result.ts";
