import type { PolicyKind } from "../../src/policy/kinds/index.ts";

const route = { materials: ["oxide", "magnet"], origins: ["AAA"] };

/** One policy of every kind that changes something in the fixture while it is in force. */
export const samples = {
  "export-ban": { kind: "export-ban", ...route, leakage: { share: 0.1, premiumShare: 0.5, via: "CCC" } },
  licence: {
    kind: "licence",
    ...route,
    processingWorkingDays: 10,
    approvals: [{ from: "2025-01-01", approvalShare: 0.3 }],
    resubmitShare: 0.5,
    endUseSelectivity: { defence: 0.5 },
    leakage: { share: 0.1, premiumShare: 0.5, via: "CCC" },
  },
  quota: { kind: "quota", ...route, quotaShareOfBase: 0.5 },
  "export-tax": { kind: "export-tax", ...route, adValoremShare: 0.2 },
  "import-tariff": { kind: "import-tariff", materials: ["magnet"], destinations: ["CCC"], changeShare: -0.05 },
  suspension: { kind: "suspension", of: "ban" },
  outage: { kind: "outage", countries: ["AAA"], lossShare: 0.4 },
  "route-closure": { kind: "route-closure", between: ["AAA"], lossShare: 0.5, extraCostShare: 0.1 },
  "demand-change": { kind: "demand-change", uses: ["vehicles"], stepShare: 0.2 },
  facility: {
    kind: "facility",
    country: "CCC",
    recipe: "press-magnet",
    capacityTonnesPerYear: 240,
    breakEvenPriceFactor: 0.9,
  },
  offtake: { kind: "offtake", commodity: "oxide", origin: "BBB", destination: "AAA", shareOfOriginOutput: 0.5 },
  "price-floor": { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 60 },
  "public-stockpile": {
    kind: "public-stockpile",
    country: "BBB",
    commodity: "oxide",
    targetTonnes: 10,
    openingTonnes: 2,
    buildTonnesPerMonth: 3,
    buildPriceMultiple: 1.1,
    release: { priceMultiple: 1.5, maxTonnesPerMonth: 4 },
  },
  "joint-stockpile": {
    kind: "joint-stockpile",
    partners: ["PAIR"],
    holdings: [
      {
        commodity: "magnet",
        holder: "BBB",
        targetTonnes: 20,
        openingTonnes: 6,
        buildTonnesPerMonth: 5,
        maxReleaseTonnesPerMonth: 4,
      },
    ],
    buildPriceMultiple: 1.1,
    release: { priceMultiple: 1.3 },
  },
  recycling: {
    kind: "recycling",
    countries: ["BBB"],
    recipe: "recycle-scrap",
    capacityTonnesPerYear: 12,
    collectTonnesPerYear: 24,
    breakEvenPriceFactor: 0.9,
  },
  substitution: {
    kind: "substitution",
    variant: "ferrite",
    countries: ["PAIR"],
    materials: ["magnet"],
    uses: ["vehicles"],
    maxShare: 0.2,
    premiumShare: 0.1,
  },
} as const satisfies Record<PolicyKind, object>;

/** The policies of a sample: a suspension needs something to suspend. */
export function sampleOf(kind: PolicyKind, dates: { from: string; to: string | null }): Record<string, object> {
  const policy = { ...samples[kind], ...dates };
  return kind === "suspension" ? { ban: { ...samples["export-ban"], ...dates }, pause: policy } : { [kind]: policy };
}
