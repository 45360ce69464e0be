import type { Judged, Made, PlanReport, ReportCandidate } from "../../../src/planning/plan-report.ts";

/** A made-up result with the shape of a real plan: two partners, seven candidates, three futures, five budgets. */
export function samplePlanReport(): PlanReport {
  const months = Array.from(
    { length: 60 },
    (_, i) => `${2026 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  return {
    plan: "us-japan",
    title: "What the United States and Japan should build together",
    description: "Mines, separation, magnets and stocks against three ways in which Chinese licences could go on.",
    months,
    years: [2026, 2027, 2028, 2029, 2030],
    partners: [
      { id: "usa", title: "United States", countries: ["USA"] },
      { id: "japan", title: "Japan", countries: ["JPN"] },
    ],
    futures: [
      { id: "licences", title: "Licences as now", probability: 0.5, draws: 10 },
      { id: "full-stop", title: "Full stop to Japan", probability: 0.2, draws: 10 },
      { id: "calm", title: "Calm after the truce <2026>", probability: 0.3, draws: 10 },
    ],
    objective: { tailWeight: 0.3, tailShare: 0.05, costWeight: 1, discountPerYear: 0.03, count: "partners" },
    budgets: [
      { payer: "usa", fromYear: 2026, toYear: 2030, mostUsd: 1.4e9 },
      { payer: "japan", fromYear: 2026, toYear: 2030, mostUsd: 0.6e9 },
    ],
    seed: 1,
    gapShare: 0.01,
    candidates: CANDIDATES,
    agreements: [
      {
        id: "us-japan-framework",
        title: "US–Japan framework",
        parties: ["usa", "japan"],
        candidates: ["heavy-separation", "shared-stockpile"],
        source: "https://www.whitehouse.gov/framework",
        status: "reported",
        terms: ["grants, guarantees, loans, equity and offtake", "first support within six months"],
      },
    ],
    targets: [
      {
        id: "recycling",
        title: "Recycled share",
        unit: "share",
        least: 0.1,
        have: 0.13,
        reached: 0.19,
        source: "Regulation (EU) 2024/1252",
      },
    ],
    nothing: judged(41e9, 92e9),
    planningNothing: { expectedLossUsd: 44e9, tailLossUsd: 96e9 },
    frontier: [
      point(0, [0, 0, 0, 0, 0, 0, 0], 44e9, 96e9, judged(41e9, 92e9)),
      point(0.25, [0, 0, 1, 0, 0.4, 0, 0], 28e9, 70e9, judged(27e9, 66e9)),
      point(0.5, [0, 0, 1, 0, 1, 0.6, 0], 19e9, 45e9, judged(19.5e9, 44e9)),
      point(1, [1, 0, 1, 0, 1, 0.62, 0], 12.4e9, 31e9, judged(12e9, 30e9)),
      point(1.5, [1, 1, 1, 0, 1, 1, 0], 9.8e9, 24e9, judged(9.9e9, 23e9)),
    ],
    chosen: 3,
    byUse: [
      use("japan", "electric-vehicles", 14e9, 3.1e9),
      use("usa", "electric-vehicles", 9e9, 3.4e9),
      use("japan", "industrial-motors-robots", 7e9, 2.2e9),
      use("usa", "defence", 3.2e9, 0.4e9),
      use("japan", "wind-direct-drive", 0.6e9, 0.7e9),
      use("usa", "consumer-electronics", 0, 0),
    ],
    worth: [
      candidateWorth("mine", 330e6, 0.4e9, 1.1e9, "surplus"),
      candidateWorth("heavy-separation", 380e6, 0.3e9, 9e9, "products", ["mine"]),
      candidateWorth("shared-stockpile", 590e6, 0.1e9, 0.2e9, "neither"),
    ],
    purses: [{ candidate: "shared-stockpile", chargedUsd: 590e6, expectedUsd: -40e6 }],
    neighbours: null,
    gantt: [],
    withAndWithout: [
      made("mine", "having", 534e6, 330e6, [0, 4e6, 120e6, 200e6, 210e6]),
      made("heavy-separation", "having", 4.2e9, 710e6, [0, 0.3e9, 1.9e9, 1.2e9, 0.8e9], { together: ["mine"] }),
      made("second-plant", "adding", 1.3e9, 900e6, [0, 0, 0.2e9, 0.5e9, 0.6e9], { together: ["price-floor"], instead: ["mine"] }), // biome-ignore format: a row
      made("shared-stockpile", "having", 2.5e9, 590e6, [0.9e9, 1.4e9, 0.2e9, 0, 0]),
      made("price-floor", "adding", 0, 240e6, [0, 0, 0, 0, 0]),
      made("tariff-cut", "adding", 3e6, 0, null),
    ],
    marginal: [
      { candidate: "recycling", chosenScale: 0.62, unit: "tonne a year of capacity", perScale: 500, worthUsd: 2.4e6, byYearUsd: [0, 0, 1e6, 1.4e6, null], costUsd: 1.7e6 }, // biome-ignore format: a row
    ],
    costFactors: [
      { candidate: "mine", chosen: true, factor: 1.23, low: 0.8, high: 1.5, change: { adds: ["second-plant"], more: [], less: [], drops: ["mine"] } }, // biome-ignore format: a row
      { candidate: "heavy-separation", chosen: true, factor: null, low: 0.8, high: 1.5, change: null },
      { candidate: "shared-stockpile", chosen: true, factor: 1.9, low: 0.8, high: 1.5, change: { adds: [], more: [], less: [], drops: ["shared-stockpile"] } }, // biome-ignore format: a row
      { candidate: "second-plant", chosen: false, factor: 0.86, low: 0.8, high: 1.5, change: { adds: ["second-plant"], more: [], less: ["recycling"], drops: [] } }, // biome-ignore format: a row
      { candidate: "price-floor", chosen: false, factor: null, low: 0.8, high: 1.5, change: null },
    ],
    split: {
      method: "exact",
      measure: "value at risk",
      blocking: [],
      blockingShapley: [],
      coalitions: [],
      portfolios: 5,
      bySurplus: null,
      partners: [
        {
          partner: "usa",
          costUsd: 1.3e9,
          benefitUsd: 10e9,
          netUsd: 8.7e9,
          shapleyUsd: 9.6e9,
          aloneUsd: 6.1e9,
          outsideUsd: 4.4e9,
          transferUsd: 0.9e9,
          betterInside: true,
        },
        {
          partner: "japan",
          costUsd: 0.6e9,
          benefitUsd: 19e9,
          netUsd: 18.4e9,
          shapleyUsd: 17.5e9,
          aloneUsd: 3.9e9,
          outsideUsd: 2.2e9,
          transferUsd: -0.9e9,
          betterInside: true,
        },
      ],
      byAgreement: [
        { agreement: "us-japan-framework", partner: "usa", withUsd: 5.6e9, withoutUsd: 11e9 },
        { agreement: "us-japan-framework", partner: "japan", withUsd: 6.4e9, withoutUsd: 21e9 },
      ],
    },
    regret: {
      futures: ["licences", "full-stop", "calm"],
      portfolios: [
        {
          label: "",
          budgetMultiple: 0,
          frontier: 0,
          regretUsd: [24e9, 52e9, 0],
          worstUsd: 52e9,
          mostRegretUsd: [25e9, 53e9, 0.1e9],
        },
        {
          label: "",
          budgetMultiple: 0.5,
          frontier: 2,
          regretUsd: [5e9, 14e9, 0.4e9],
          worstUsd: 14e9,
          mostRegretUsd: [6e9, 15e9, 0.5e9],
        },
        {
          label: "",
          budgetMultiple: 1,
          frontier: 3,
          regretUsd: [0, 3e9, 1.2e9],
          worstUsd: 3e9,
          mostRegretUsd: [1e9, 4e9, 1.3e9],
        },
      ],
    },
    robust: [
      { candidate: "mine", inShare: 0.62, always: false },
      { candidate: "heavy-separation", inShare: 1, always: true },
      { candidate: "shared-stockpile", inShare: 1, always: false },
      { candidate: "price-floor", inShare: 0, always: false },
    ],
    robustOf: 13,
    evaluatedOf: 31,
    flips: [
      { future: "licences", from: 0.5, at: null, adds: [], more: [], less: [], drops: [] },
      { future: "full-stop", from: 0.2, at: 0.34, adds: ["second-plant"], more: [], less: [], drops: ["recycling"] },
      { future: "calm", from: 0.3, at: 0.81, adds: [], more: [], less: [], drops: ["mine"] },
    ],
    sureness: {
      lowerBoundUsd: 17.8e9,
      upperBoundUsd: 17.94e9,
      gapShare: 0.0078,
      iterations: 41,
      referenceClearings: 5_400,
      clearings: 73_800,
      judgedClearings: 9_000,
      planningLossUsd: 12.4e9,
      simulatedLossUsd: 11.9e9,
      differenceShare: -0.04,
      bruteForce: { portfolios: 128, objectiveUsd: 17.94e9, same: true, worseUsd: 0 },
    },
    assumptions: [{ figure: "heavy-separation cost", value: "USD 400 m", note: "by the size of a like plant" }],
    notes: [
      "The chosen portfolio: Its cost is covered by the surplus.",
      "A price floor has no direct effect in the planning loss: it counts through the plants that need it.",
    ],
  };
}

const CANDIDATES: readonly ReportCandidate[] = [
  candidate("mine", "Mine and concentrator, Nechalacho <stage 2>", 350e6, "2026-01", "2028-01-01", 12),
  candidate("second-plant", "Second heavy separation plant", 700e6, "2026-07", "2029-01-01", 12),
  candidate("heavy-separation", "Heavy rare-earth separation, Kyushu", 400e6, "2026-01", "2027-07-01", 12),
  candidate("price-floor", "Price floor of USD 110/kg NdPr", 250e6, "2026-01", "2026-07-01", 0),
  candidate("shared-stockpile", "Complementary stockpiles of Dy, Tb and SmCo", 600e6, "2026-01", "2026-04-01", 6),
  {
    ...candidate("recycling", "Recycling of magnets", 900e6, "2026-01", "2027-01-01", 24),
    sizing: "scalable",
    delayMonths: null,
  },
  candidate("tariff-cut", "Tariff cut on magnets", 0, "2026-01", "2026-07-01", 0),
];

function candidate(
  id: string,
  title: string,
  costUsd: number,
  decision: string,
  start: string,
  rampMonths: number,
): ReportCandidate {
  return {
    id,
    title,
    kind: id.includes("stockpile") ? "stockpile" : id === "price-floor" ? "price-floor" : "new-capacity",
    sizing: "on-off",
    most: 1,
    parties: ["usa", "japan"],
    costUsd,
    costRangeUsd: { low: 0.8 * costUsd, high: 1.5 * costUsd },
    payers: [
      { partner: "usa", usd: 0.7 * costUsd },
      { partner: "japan", usd: 0.3 * costUsd },
    ],
    decision,
    start,
    end: id === "shared-stockpile" ? "2029-12" : null,
    delayMonths: { p05: 0, p50: 4, p95: 14 },
    rampMonths,
    source: "https://www.example.org/plant",
    status: id === "mine" ? "reported" : "assumed",
    note: "",
  };
}

function made(
  candidate: string,
  of: Made["of"],
  worthUsd: number,
  costUsd: number,
  byYearUsd: readonly number[] | null,
  { together = [], instead = [] }: Partial<Pick<Made, "together" | "instead">> = {},
): Made {
  return { candidate, of, together, instead, worthUsd, byYearUsd, costUsd };
}

function candidateWorth(
  id: string,
  costUsd: number,
  surplusAvoidedUsd: number,
  productsSavedUsd: number,
  covers: "surplus" | "products" | "neither",
  needing: readonly string[] = [],
) {
  return { candidate: id, costUsd, surplusAvoidedUsd, productsSavedUsd, covers, words: "", needing };
}

function point(budgetMultiple: number, scales: number[], expected: number, tail: number, found: Judged) {
  const costUsd = scales.reduce((sum, x, i) => sum + x * CANDIDATES[i]!.costUsd, 0);
  return {
    budgetMultiple,
    budgetUsd: budgetMultiple * 2e9,
    scales,
    costUsd,
    costByPartnerUsd: [
      { partner: "usa", usd: 0.7 * costUsd },
      { partner: "japan", usd: 0.3 * costUsd },
    ],
    planning: {
      expectedLossUsd: expected,
      tailLossUsd: tail,
      objectiveUsd: 0.7 * expected + 0.3 * tail,
      lowerBoundUsd: 0.992 * (0.7 * expected + 0.3 * tail),
      gapShare: 0.0078,
      missedShare: 0.011,
    },
    judged: found,
    costByYearUsd: [],
    difference: {
      planningAvoidedUsd: 31.6e9,
      simulatedAvoidedUsd: 42.3e9 - 0.97 * expected,
      share: -0.041,
      othersGainUsd: 0.3e9,
      simulated: { expectedLossUsd: 13.7e9, tailLossUsd: 32e9, objectiveUsd: 19.1e9 },
      words:
        "The planning approximation said USD 31.6 bn of loss avoided, the month simulation says USD 30.3 bn: 4.1 % less.",
      reasons: ["Private stocks follow the measures in the simulation."],
    },
    worth: {
      costUsd: 0.97 * costUsd,
      surplusAvoidedUsd: 30.3e9,
      productsSavedUsd: 29e9,
      covers: "surplus" as const,
      words: "Its cost is covered by the surplus.",
    },
    conflict: [],
  };
}

function judged(expectedLossUsd: number, tailLossUsd: number): Judged {
  const part = (share: number) => ({
    expectedLossUsd: share * expectedLossUsd,
    tailLossUsd: share * tailLossUsd,
    extraBillUsd: 0.01 * share * expectedLossUsd,
    surplusLostUsd: 0.3 * share * expectedLossUsd,
  });
  return {
    ...part(1),
    paidUsd: 0,
    byPartner: [
      { partner: "usa", ...part(0.4) },
      { partner: "japan", ...part(0.6) },
    ],
    byFuture: [
      { future: "licences", ...part(1) },
      { future: "full-stop", ...part(2.1) },
      { future: "calm", ...part(0.2) },
    ],
  };
}

function use(partner: string, name: string, withoutUsd: number, withUsd: number) {
  return {
    partner,
    use: name,
    demandUsd: 3e10,
    withoutUsd,
    withUsd,
    withoutTailUsd: 2 * withoutUsd,
    withTailUsd: 2 * withUsd,
    shortWithout: withoutUsd > 0 ? 0.8 : 0,
    shortWith: withUsd > 0 ? 0.3 : 0,
    firstShortWithout: withoutUsd > 0 ? "2026-04" : null,
    firstShortWith: withUsd > 0 ? "2028-01" : null,
    shortMonthsWithout: withoutUsd > 0 ? 31 : 0,
    shortMonthsWith: withUsd > 0 ? 6 : 0,
  };
}
