import { z } from "zod";
import { InputError } from "../../dataset/index.ts";
import { disruptionPotential, economicVulnerability, nassarSupplyRisk, tradeExposure } from "../nassar.ts";
import type { AppliedIndicator, IndicatorResult } from "./applied.ts";
import { readCases } from "./read-cases.ts";

const quantity = z.number().min(0).max(1e18);
const share = z.number().min(0).max(1);
const caseSchema = z.strictObject({
  material: z.string().min(1),
  producers: z
    .array(z.strictObject({ country: z.string().min(1), tonnes: quantity, inability: share, unwillingness: share }))
    .min(1),
  production: quantity,
  imports: quantity,
  exports: quantity,
  stock_increase: z.number().default(0),
  gdp: z.number().positive(),
  industries: z.array(
    z.strictObject({
      industry: z.string().min(1),
      value_added: quantity,
      operating_profit: z.number().positive(),
      expenditure: quantity,
    }),
  ),
});
const casesSchema = z.strictObject({ cases: z.array(caseSchema).min(1) });

export const nassarOverCases: AppliedIndicator = {
  id: "nassar",
  title: "USGS supply risk: disruption potential, trade exposure, economic vulnerability",
  formula:
    "SR = (DP × TE × EV)^⅓; DP = Σ share² × inability × unwillingness; TE = net import reliance; EV = Σ VA/GDP × expenditure/profit",
  variant: "Nassar et al. 2020, before its rescaling between commodities; expenditure/profit capped at 1",
  source: "Nassar et al. 2020, Science Advances 6(8) eaay8647",
  input:
    "JSON, one case or a list: material, producers [{country, tonnes, inability, unwillingness}], production, imports, exports, stock_increase, gdp, industries [{industry, value_added, operating_profit, expenditure}]",
  compute: (file, text) =>
    readCases(file, text, casesSchema).cases.map((one, i) => {
      try {
        return resultOf(one);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        const message = `case ${i + 1}, ${one.material}: ${error.message}`;
        throw new InputError([{ file, line: 1, message, remedy: "correct the case" }]);
      }
    }),
};

function resultOf(one: z.infer<typeof caseSchema>): IndicatorResult {
  const disruption = disruptionPotential(one.producers);
  const exposure = tradeExposure({ ...one, stockIncrease: one.stock_increase });
  const vulnerability = economicVulnerability(
    one.industries.map((i) => ({
      valueAdded: i.value_added,
      operatingProfit: i.operating_profit,
      expenditure: i.expenditure,
    })),
    one.gdp,
  );
  const known = disruption !== null && exposure !== null;
  return {
    material: one.material,
    disruptionPotential: disruption,
    tradeExposure: exposure,
    economicVulnerability: vulnerability,
    supplyRisk: known ? nassarSupplyRisk(disruption, exposure, vulnerability) : null,
    ...(known ? {} : { supplyRiskNote: "nobody produces it, or nothing is consumed" }),
  };
}
