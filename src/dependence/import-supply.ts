import { concentrationOf } from "./concentration.ts";
import type { Governance } from "./governance.ts";
import type { ImportSupply } from "./result.ts";

type Derived = "concentration" | "leftWithoutLargest" | "leftAtLeast";

/** A supply with how concentrated it is and what is left without its largest supplier; a shared heading cannot say. */
export function importSupply(supply: Omit<ImportSupply, Derived>, governance: Governance): ImportSupply {
  const groups = supply.groups.map((g) => g.share);
  const others = supply.othersShare - groups.reduce((a, b) => a + b, 0);
  const concentration = concentrationOf(supply.suppliers, { others: Math.max(0, others), groups }, governance);
  const { largest, largestShare } = concentration;
  const isShared = supply.fit === "shared";
  return {
    ...supply,
    concentration,
    leftWithoutLargest: isShared || largest === null ? null : Math.max(0, 1 - largestShare),
    leftAtLeast: isShared ? null : Math.max(0, 1 - Math.max(largestShare, ...groups)),
  };
}
