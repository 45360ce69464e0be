import { join } from "node:path";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readScenario } from "../../src/cli/io/read-scenario.ts";
import type { Dataset } from "../../src/dataset/index.ts";
import type { Candidate, Plan } from "../../src/planning/plan.ts";
import { type Policy, policySchema } from "../../src/policy/kinds/index.ts";

const plants: readonly (readonly [
  country: string,
  recipe: string,
  tonnesPerYear: number,
  breakEven: number,
  usd: number,
])[] = [
  ["USA", "refine-gallium", 40, 1.5, 20e6],
  ["JPN", "refine-gallium", 20, 1.3, 8e6],
  ["KOR", "refine-gallium", 15, 1.3, 9e6],
  ["DEU", "refine-gallium", 30, 1.2, 15e6],
  ["USA", "refine-germanium", 15, 1.4, 30e6],
  ["DEU", "refine-germanium", 6, 1.3, 12e6],
  ["JPN", "refine-germanium", 5, 1.3, 6e6],
  ["CAN", "refine-germanium", 12, 1.2, 10e6],
];
const stores: readonly (readonly [country: string, commodity: string, tonnes: number, usd: number])[] = [
  ["USA", "gallium-metal", 8, 5e6],
  ["JPN", "gallium-metal", 15, 9e6],
  ["USA", "germanium-metal", 6, 14e6],
  ["JPN", "germanium-metal", 4, 10e6],
];

/** Twelve on/off candidates against a stop of gallium and germanium: small enough to try every portfolio. */
export function smallPlan(dataset: Dataset, like: Plan, months = 18): Plan {
  const file = join(import.meta.dirname, "../../scenarios/gallium-germanium-stop.yaml");
  const { scenario } = readScenario(file, { dataset, vocabulary: vocabularyOf(dataset) });
  const plain = { title: "a candidate", source: "the bench", status: "assumed", from: "2026-12-01" };
  const candidate = (id: string, form: object, usd: number): Candidate => ({
    ...like.candidates[0]!,
    id,
    policy: policySchema.parse({ ...plain, ...form }) satisfies Policy,
    sizing: "on-off",
    costs: [{ payer: "USA", year: 2026, usd }],
    delayMonths: { kind: "uniform", low: 0, high: 6 },
  });
  const release = (tonnes: number) => ({ priceMultiple: 2, maxTonnesPerMonth: tonnes / 4 });
  return {
    ...like,
    start: scenario.start,
    months,
    partners: ["USA", "JPN", "DEU", "KOR", "CAN"].map((country) => ({
      id: country,
      title: country,
      countries: [country],
    })),
    futures: [{ id: "stop", title: "stop", scenario: { ...scenario, measures: {} }, probability: 1, draws: 3 }],
    budgets: [{ payer: "USA", fromYear: 2026, toYear: 2028, mostUsd: 60e6 }],
    candidates: [
      ...plants.map(([country, recipe, tonnes, breakEvenPriceFactor, usd]) => {
        const form = {
          kind: "facility",
          country,
          recipe,
          capacityTonnesPerYear: tonnes,
          breakEvenPriceFactor,
          rampMonths: 6,
        };
        return candidate(`${recipe}-${country}`, form, usd);
      }),
      ...stores.map(([country, commodity, tonnes, usd]) => {
        const size = { targetTonnes: tonnes, openingTonnes: 0, buildTonnesPerMonth: tonnes / 3, from: "2026-10-01" };
        const form = {
          kind: "public-stockpile",
          country,
          commodity,
          ...size,
          buildPriceMultiple: 1.5,
          release: release(tonnes),
        };
        return candidate(`${commodity}-store-${country}`, form, usd);
      }),
    ],
  };
}
