import { join } from "node:path";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readScenario } from "../../src/cli/io/read-scenario.ts";
import type { Dataset } from "../../src/dataset/index.ts";
import type { Candidate, Plan } from "../../src/planning/plan.ts";
import { type Policy, policySchema } from "../../src/policy/kinds/index.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { smallPlan } from "./recourse-world.ts";

const plain = { title: "a candidate", source: "a test", status: "assumed", from: "2026-12-01" };

const more = {
  "germanium-store": {
    kind: "public-stockpile",
    country: "JPN",
    commodity: "germanium-metal",
    targetTonnes: 4,
    openingTonnes: 0.5,
    buildTonnesPerMonth: 1,
    buildPriceMultiple: 1.5,
    release: { priceMultiple: 2, maxTonnesPerMonth: 1 },
    from: "2026-10-01",
  },
  "gallium-store": {
    kind: "public-stockpile",
    country: "USA",
    commodity: "gallium-metal",
    targetTonnes: 6,
    openingTonnes: 2,
    buildTonnesPerMonth: 1,
    buildPriceMultiple: 1.5,
    release: { priceMultiple: 2, maxTonnesPerMonth: 1 },
    from: "2026-10-01",
  },
  "american-gallium": {
    kind: "facility",
    country: "USA",
    recipe: "refine-gallium",
    capacityTonnesPerYear: 40,
    breakEvenPriceFactor: 1.5,
    rampMonths: 6,
  },
};

/** A cut of the shipped data: gallium and germanium without China, in two futures of which one has two draws. */
export function shippedCut(): { readonly dataset: Dataset; readonly plan: Plan } {
  const dataset = readDataset();
  const known = { dataset, vocabulary: vocabularyOf(dataset) };
  const file = join(import.meta.dirname, "../../scenarios/gallium-germanium-answers.yaml");
  const { scenario } = readScenario(file, known);
  const extra = Object.entries(more).map(([id, form]) => [id, policySchema.parse({ ...plain, ...form })] as const);
  const [like] = smallPlan(
    {},
    {
      like: {
        kind: "facility",
        country: "BBB",
        recipe: "press-magnet",
        capacityTonnesPerYear: 1,
        breakEvenPriceFactor: 1,
      },
    },
  ).plan.candidates;
  const candidates = [...Object.entries(scenario.measures), ...extra].map(
    ([id, policy]): Candidate => ({
      ...like!,
      id,
      policy: policy as Policy,
      delayMonths: { kind: "uniform", low: 0, high: 6 },
    }),
  );
  const uncertain: Scenario["uncertain"] = {
    start: {
      title: "start of the stop",
      targets: Object.keys(scenario.events)
        .slice(0, 1)
        .map((event) => ({ event, field: "from" })),
      shiftMonths: { kind: "uniform", low: 0, high: 4 },
      source: "a test",
      status: "assumed",
    },
  };
  const events = { ...scenario, measures: {}, uncertain: undefined };
  return {
    dataset,
    plan: {
      ...smallPlan({}, {}).plan,
      start: scenario.start,
      months: 18,
      partners: [
        { id: "USA", title: "United States", countries: ["USA"] },
        { id: "JPN", title: "Japan", countries: ["JPN"] },
        { id: "EU", title: "European Union", countries: ["XEU", "DEU"] },
      ],
      futures: [
        { id: "stop", title: "stop", scenario: events, probability: 0.4, draws: 1 },
        { id: "later", title: "later", scenario: { ...events, uncertain }, probability: 0.6, draws: 2 },
      ],
      candidates,
      objective: { tailWeight: 0.2, tailShare: 0.05, costWeight: 1, discountPerYear: 0.03, count: "partners" },
    },
  };
}
