import type { AppliedIndicator } from "./applied.ts";
import { suppliersOverTable } from "./suppliers.ts";

/** One indicator alone out of those that a table of suppliers gives. */
function part(about: Omit<AppliedIndicator, "input" | "compute">, fields: readonly string[]): AppliedIndicator {
  return {
    ...about,
    input: suppliersOverTable.input,
    compute: (file, text) =>
      suppliersOverTable
        .compute(file, text)
        .map((result) =>
          Object.fromEntries(Object.entries(result).filter(([name]) => name === "material" || fields.includes(name))),
        ),
  };
}

/** The indicators over suppliers one by one; `suppliers` has them side by side. */
export const supplierParts: readonly AppliedIndicator[] = [
  part(
    {
      id: "hhi",
      title: "Herfindahl–Hirschman index, plain and weighted with governance",
      formula: "HHI = Σ share²; weighted = Σ share² × 2 (2.5 − WGI)",
      variant: "0–1 and points (0–10,000); weights of the EU methodology without the trade parameter",
      source: "Herfindahl 1950; Hirschman 1964; European Commission 2017",
    },
    ["hhi", "hhiPoints", "governanceWeightedHhi", "governanceNote"],
  ),
  part(
    {
      id: "n-1",
      title: "N−1 coverage: what is left without the largest supplier",
      formula: "1 − tonnes of the largest supplier ÷ tonnes of all",
      variant: "the need is what all supply today; nobody else steps in",
      source: "the N−1 criterion of Regulation (EU) 2017/1938, annex II, applied to suppliers",
    },
    ["largestSupplier", "largestShare", "nMinusOneCoverage"],
  ),
  part(
    {
      id: "dera",
      title: "Concentration and weighted country risk as DERA classes them",
      formula: "HHI = Σ (share in %)²; country risk = Σ share × WGI",
      variant: "HHI 1,500 and 2,500 points, country risk 0.5 and −0.5; needs governance of every supplier",
      source: "DERA, Rohstoffliste",
    },
    ["hhiPoints", "weightedCountryRisk", "deraRiskGroup", "governanceNote"],
  ),
];
