import { z } from "zod";
import { InputError } from "../../dataset/index.ts";
import { geoPolRisk } from "../geopolrisk.ts";
import type { AppliedIndicator, IndicatorResult } from "./applied.ts";
import { readCases } from "./read-cases.ts";

const quantity = z.number().min(0).max(1e15);
const label = z.union([z.string().min(1), z.number()]);

const caseSchema = z.strictObject({
  material: z.string().min(1),
  year: z.int().min(1900).max(2100),
  importer: label,
  production: z.record(z.string(), quantity),
  trade: z.array(
    z.strictObject({ partner: label, value_kusd: quantity, qty_t: quantity, wgi: z.number().min(-0.2).max(1.2) }),
  ),
  domestic: quantity,
  expected: z.unknown().optional(),
});
const casesSchema = z.strictObject({ cases: z.array(caseSchema).min(1) });
type Case = z.infer<typeof caseSchema>;

export const geoPolRiskOverCases: AppliedIndicator = {
  id: "geopolrisk",
  title: "GeoPolRisk: score, value and midpoint characterisation factor",
  formula: "score = HHI × Σ(qty × wgi) ÷ (Σ qty + domestic); value = score × price; cf = value ÷ 0.409412948 (copper)",
  variant: "geopolrisk-py: wgi is political instability rescaled to 0–1, price in USD/kg, cf in kg Cu eq/kg",
  source: "Gemechu et al. 2016; Santillán-Saldivar et al. 2022; Koyamparambath et al. 2024",
  input:
    "JSON, one case or a list: material, year, importer, production {country: t}, trade [{partner, value_kusd, qty_t, wgi}], domestic",
  compute(file, text) {
    const reading = readCases(file, text, casesSchema);
    const { cases } = reading;
    const problems = cases.flatMap((one, i) => [
      ...repeatedPartners(one).map((t) =>
        reading.problem(
          ["cases", i, "trade", t, "partner"],
          `partner ${one.trade[t]!.partner} comes twice`,
          "add the two up",
        ),
      ),
      ...(Object.values(one.production).some((p) => p > 0)
        ? []
        : [reading.problem(["cases", i, "production"], "nobody produces anything", "give production by country")]),
      ...(one.domestic > 0 || one.trade.some((t) => t.qty_t > 0)
        ? []
        : [reading.problem(["cases", i, "trade"], "neither imports nor domestic production", "give one of the two")]),
    ]);
    if (problems.length > 0) throw new InputError(problems);
    return cases.map(resultOf);
  },
};

function repeatedPartners({ trade }: Case): number[] {
  return trade.flatMap((flow, i) => (trade.findIndex((t) => t.partner === flow.partner) < i ? [i] : []));
}

function resultOf({ material, year, importer, production, trade, domestic }: Case): IndicatorResult {
  const result = geoPolRisk({
    production: Object.values(production),
    domesticTonnes: domestic,
    flows: trade.map((t) => ({ tonnes: t.qty_t, valueThousandUsd: t.value_kusd, instability: t.wgi })),
  })!;
  return {
    material,
    year,
    importer,
    ...result,
    ...(result.price === null ? { cfNote: "no imports, so no import price" } : {}),
  };
}
