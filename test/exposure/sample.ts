import type { Bom, BomInput, BomProduct } from "../../src/exposure/bom.ts";
import type { ActivitySeries, PolicyNote, Rehearsal, Run, UseSeries } from "../../src/simulation/result.ts";

/** A shipment of magnets that carries `baseline` t in an ordinary month. */
export function ship(from: string, to: string, baseline: number, tonnes: readonly number[], commodity = "magnet") {
  return activity(`ship:${commodity}:${from}>${to}`, "ship", commodity, from, baseline, tonnes, { destination: to });
}

export function press(country: string, baseline: number, tonnes: readonly number[], commodity = "magnet") {
  return activity(`press:${commodity}@${country}`, "press", commodity, country, baseline, tonnes, {
    entries: [
      { commodity: "oxide", coefficient: -0.3 },
      { commodity, coefficient: 1 },
    ],
  });
}

export function activity(
  id: string,
  kind: string,
  commodity: string,
  country: string,
  baselineTonnesPerMonth: number,
  tonnes: readonly number[],
  more: Partial<ActivitySeries>,
): ActivitySeries {
  const rentUsdPerTonne = tonnes.map(() => 0);
  return { id, kind, commodity, country, baselineTonnesPerMonth, tonnes, rentUsdPerTonne, ...more };
}

/** A use of magnets in a country that receives these shares of what it needs. */
export function use(country: string, demandTonnes: number, deliveredShare: readonly number[]): UseSeries {
  const demand = deliveredShare.map(() => demandTonnes);
  const delivered = deliveredShare.map((share) => share * demandTonnes);
  const short = deliveredShare.map((share) => 1 - share);
  const common = { demandTonnes: demand, deliveredTonnes: delivered, shortfallShare: short, valueAtRiskUsd: short };
  const inputs = [{ commodity: "magnet", tonnesPerTonne: 1 }];
  const applications = [{ application: "motor", productValueUsdPerTonne: 1, inputs, ...common }];
  return { country, use: "vehicles", ...common, productShortfallShare: short, firstShortMonth: null, applications };
}

export function runOf(months: readonly string[], activities: ActivitySeries[], uses: UseSeries[] = []): Run {
  const checks = {
    maxBalanceResidualTonnes: 0,
    maxMassBalanceShare: 0,
    maxBaselineDriftShare: 0,
    objectiveUsd: [],
    maxPrimalResidualShare: 0,
    maxComplementarityShare: 0,
    maxDualityGapShare: 0,
    newtonSteps: [],
  };
  return { months, markets: [], uses, activities, tiers: [], stockpiles: [], paid: [], checks };
}

/** Something happens from the first month on, so that the flows of the run count in all of them. */
const EVENT: PolicyNote = {
  ...{ id: "stop", kind: "export-ban", title: "A stop", from: "2027-01-01", to: null },
  ...{ source: "hypothetical", status: "assumed" },
};

export function rehearsalOf(run: Run, withoutMeasures: Run | null = null): Rehearsal {
  const words = { scenario: "sample", title: "A sample", description: "" };
  const rest = {
    viewpoint: [],
    events: [EVENT],
    measures: [],
    blocs: [],
    heldBack: [],
    withoutEffect: [],
    untouched: [],
    summary: [],
    assumptions: [],
  };
  return { ...run, ...words, ...rest, withoutMeasures };
}

export const input = (
  daysOfStock: number,
  suppliers: Record<string, number>,
  more: Partial<BomInput> = {},
): BomInput => ({
  line: 2,
  commodity: "magnet",
  kgPerUnit: 1,
  daysOfStock,
  suppliers: Object.entries(suppliers).map(([country, share]) => ({ given: country, country, share })),
  ...more,
});

/** 3,650 units a month are 120 a day: 3,650 × 12 / 365. */
export const product = (inputs: readonly BomInput[], more: Partial<BomProduct> = {}): BomProduct => ({
  product: "motor",
  unitsPerMonth: 3650,
  marginUsdPerUnit: 10,
  givenCountry: "BBB",
  country: "BBB",
  inputs,
  ...more,
});

export const bomOf = (...products: BomProduct[]): Bom => ({ file: "bom.csv", products });
