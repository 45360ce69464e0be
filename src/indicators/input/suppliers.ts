import type { Problem } from "../../dataset/index.ts";
import { deraRisk } from "../dera.ts";
import { euGovernanceWeight } from "../governance.ts";
import { hhi, weightedHhi } from "../hhi.ts";
import { importShares } from "../import-shares.ts";
import { largestSupplier } from "../largest-supplier.ts";
import { nMinusOneCoverage } from "../n-minus-one.ts";
import type { AppliedIndicator } from "./applied.ts";
import { groupRows } from "./group-rows.ts";
import { type InputRow, readInputTable } from "./read-table.ts";

const COLUMNS = [
  { name: "material", kind: "text", about: "name of the material" },
  { name: "country", kind: "text", about: "supplier" },
  { name: "tonnes", kind: "number", range: [0, 1e15], about: "what it supplies, in any one unit" },
  { name: "governance", kind: "number", optional: true, range: [-2.5, 2.5], about: "mean of its six WGI estimates" },
] as const;

/** Concentration of supply over a table of suppliers: everything that needs no more than who supplies how much. */
export const suppliersOverTable: AppliedIndicator = {
  id: "suppliers",
  title: "Concentration: HHI, governance-weighted HHI, largest supplier, N−1 coverage, DERA group",
  formula: "HHI = Σ share²; weighted = Σ share² × 2 (2.5 − WGI); N−1 = 1 − largest share; DERA: HHI and Σ share × WGI",
  variant: "HHI 0–1; weights of the EU methodology without the trade parameter; DERA-style classes",
  source: "Herfindahl, Hirschman; European Commission 2017; DERA",
  input: `CSV, a row a supplier: ${COLUMNS.map((c) => c.name).join(",")}`,
  compute(file, text) {
    const rows = readInputTable(file, text, COLUMNS, [], repeats);
    return groupRows(rows, "material").map(([material, all]) => {
      const suppliers = all.map((r) => ({ country: r.text("country"), tonnes: r.number("tonnes")! }));
      const tonnes = suppliers.map((s) => s.tonnes);
      const governance = all.map((r) => r.number("governance"));
      const governed = governance.every((g) => g !== null);
      const dera = governed ? deraRisk(all.map((_, i) => ({ tonnes: tonnes[i]!, governance: governance[i]! }))) : null;
      const largest = largestSupplier(suppliers);
      return {
        material,
        hhi: hhi(tonnes),
        governanceWeightedHhi: governed
          ? weightedHhi(
              tonnes,
              governance.map((g) => euGovernanceWeight(g!)),
            )
          : null,
        ...(governed ? {} : { governanceNote: "not every supplier has a governance estimate" }),
        largestSupplier: largest?.country ?? null,
        largestShare: largest?.share ?? null,
        nMinusOneCoverage: nMinusOneCoverage(suppliers)?.coverage ?? null,
        suppliers: importShares(suppliers).length,
        hhiPoints: dera?.hhiPoints ?? null,
        weightedCountryRisk: dera?.weightedCountryRisk ?? null,
        deraRiskGroup: dera?.riskGroup ?? null,
      };
    });
  },
};

function repeats(rows: readonly InputRow[]): Problem[] {
  const first = new Map<string, InputRow>();
  return rows.flatMap((row) => {
    const key = JSON.stringify([row.text("material"), row.text("country")]);
    const before = first.get(key);
    if (!before) {
      first.set(key, row);
      return [];
    }
    const message = `${row.text("country")} supplies ${row.text("material")} in line ${before.line} already`;
    return [row.problem("country", message, "add the two up")];
  });
}
