import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMALL_SCENARIO } from "../store/small-scenario.ts";

const stock = (id: string, tonnes: number, usd: number) => `  ${id}:
    title: A stock of ${tonnes} t
    parties: [JPN]
    sizing: on-off
    capital: ${usd}
    publicShare: 1
    payers: { JPN: 1 }
    start: 2026-12
    leadMonths: 0
    policy:
      kind: public-stockpile
      country: JPN
      commodity: gallium-metal
      targetTonnes: ${tonnes}
      openingTonnes: ${tonnes}
      buildTonnesPerMonth: 1
      buildPriceMultiple: 1.1
      release: { priceMultiple: 1.2, maxTonnesPerMonth: ${tonnes} }
    source: hypothetical
    status: assumed
`;

/** A plan of three stocks against four months without gallium: seconds, and some dozen answers to keep. */
export const TINY_PLAN = `title: Three stocks of gallium
description: Small enough to be planned again and again.
start: 2026-12
months: 4
partners:
  JPN: { title: Japan, countries: [JPN] }
  USA: { title: United States, countries: [USA] }
scenarios:
  - scenario: gallium.yaml
    probability: 0.7
    draws: 1
    because: a test
  - scenario: gallium-later.yaml
    probability: 0.3
    draws: 1
    because: a test
candidates:
${stock("small", 4, 4e4)}${stock("middle", 10, 2e5)}${stock("large", 30, 4e6)}budgets:
  - { partner: JPN, from: 2026, to: 2028, usd: 3e6, source: hypothetical, status: assumed }
objective: { tailWeight: 0.3, tailShare: 0.1, discountPerYear: 0.03, count: partners }
budgetMultiples: [0, 0.05, 1, 2]
seed: 1
gapShare: 0.01
`;

/** Writes the plan and its scenarios into a folder; the plan's path comes back. */
export function writeTinyPlan(folder: string, changes: (text: string) => string = (text) => text): string {
  writeFileSync(join(folder, "gallium.yaml"), SMALL_SCENARIO);
  writeFileSync(join(folder, "gallium-later.yaml"), SMALL_SCENARIO.replace("from: 2027-01-01", "from: 2027-03-01"));
  const path = join(folder, "tiny.yaml");
  writeFileSync(path, changes(TINY_PLAN));
  return path;
}
