import type { parameterUnits } from "./parameters.ts";

/** What a row of parameters.csv may be about: its unit and the smallest and largest value that make sense. */
export interface ParameterName {
  readonly unit: (typeof parameterUnits)[number];
  readonly range: readonly [number, number];
  readonly about: string;
  /** may be left out: nothing rests on it unless a scenario asks for it */
  readonly optional?: boolean;
}

const share = (about: string, most = 1): ParameterName => ({ unit: "share", range: [0, most], about });
const elasticity = (about: string): ParameterName => ({ unit: "1", range: [0.001, 100], about });

/** Every parameter the model knows; all but the optional ones must be given. */
export const parameterNames: Readonly<Record<string, ParameterName>> = {
  armingtonElasticity: elasticity("how readily a buyer changes suppliers, by stage"),
  contractingRatePerMonth: {
    unit: "share/month",
    range: [0, 1],
    about: "share of the gap between habitual and actual shipments that closes in a month, by stage",
  },
  coverCurveStockShare: share("cover curve: stock as a share of normal, by step", 100),
  coverCurveValueShare: share("cover curve: worth of a tonne as a share of its base price, by step", 1000),
  deliveryMarginShare: share("price on arrival over the export price, by stage", 10),
  demandGrowthPerYear: { unit: "share", range: [-0.9, 10], about: "growth of demand, by use", optional: true },
  disposeScaleShare: {
    unit: "1",
    range: [0.000001, 1_000_000],
    about: "multiple of turnover disposed of at a price as far below zero as the base price is above it",
  },
  entryCostShare: share("extra cost of a route that was never used, as a share of price, by stage", 10),
  figureSigmaShare: { unit: "share", range: [0.001, 10], about: "standard deviation of a figure, by status" },
  leakPremiumShare: { ...share("extra cost of a shipment around a control, as a share of price", 10), optional: true },
  leakVolumeShare: { ...share("largest leak as a share of the trade under control"), optional: true },
  newRouteScaleShare: share("reference scale of an unused route as a share of use at its end, by stage"),
  payability: share("price of a concentrate over the value of the oxides in it, by class"),
  substitutionLargestShare: share("largest share of use a substitute can take, by variant"),
  substitutionPremiumShare: share("how much dearer a substitute is, by variant", 10),
  substitutionRampMonths: { unit: "months", range: [0, 600], about: "time to full use of a substitute, by variant" },
  substitutionReductionShare: { ...share("share of the scarce metal a substitute saves, by variant"), optional: true },
  supplyElasticity: elasticity("short-run price elasticity of supply, by kind of activity"),
  utilisation: { unit: "share", range: [0.01, 1], about: "output over capacity where no capacity is given, by kind" },
};
