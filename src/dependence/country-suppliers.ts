import type { Statistics } from "../dataset/index.ts";
import type { Governance } from "./governance.ts";
import { importFlows } from "./import-flows.ts";
import { importSupply } from "./import-supply.ts";
import { partsOf, sharesOf, sumBy } from "./parts.ts";
import type { ImportSupply } from "./result.ts";
import type { Viewpoint } from "./viewpoint.ts";
import { rowsWith } from "./rows-with.ts";

const EU = "EU";

/** Who supplies the viewpoint: its customs' headings, what the USGS prints for the United States, and the EU's sourcing. */
export function countrySuppliers(
  statistics: Statistics,
  material: string,
  viewpoint: Viewpoint,
  governance: Governance,
): ImportSupply[] {
  return [
    ...tradeSuppliers(statistics, material, viewpoint, governance),
    ...printedSources(statistics, material, viewpoint, governance),
    ...euSourcing(statistics, material, viewpoint, governance),
  ];
}

/** Imports from outside the viewpoint under each heading that stands for the material, by weight. */
function tradeSuppliers(
  statistics: Statistics,
  material: string,
  { members }: Viewpoint,
  governance: Governance,
): ImportSupply[] {
  return rowsWith(statistics.tradeCodes, "material", material).flatMap((code): ImportSupply[] => {
    const flows = importFlows(statistics, code.hs6, members);
    const weighed = flows.filter((f) => f.tonnes !== null);
    const amounts = sumBy(
      weighed,
      (f) => f.exporter,
      (f) => f.tonnes!,
    );
    const total = [...amounts.values()].reduce((a, b) => a + b, 0);
    if (!(total > 0)) return [];
    const unweighed = flows.length - weighed.length;
    const cited = { source: flows[0]!.source, years: String(flows[0]!.year), locator: `HS ${code.hs6}` };
    return [
      importSupply(
        {
          suppliers: partsOf(amounts, total),
          othersShare: 0,
          groups: [],
          under: [],
          stage: code.stage,
          form: code.form,
          cited,
          fit: code.fit,
          makersForm: code.productionForm,
          sharedWith: statistics.tradeCodes
            .filter((c) => c.hs6 === code.hs6 && c.material !== material)
            .map((c) => c.material),
          caveat: [
            code.note,
            unweighed > 0 ? `${unweighed === 1 ? "1 flow" : `${unweighed} flows`} without weight left out` : "",
          ]
            .filter((n) => n !== "")
            .join("; "),
          importsTonnes: total,
          importsThousandUsd: flows.reduce((sum, f) => sum + f.valueThousandUsd, 0),
        },
        governance,
      ),
    ];
  });
}

function printedSources(
  { importSources }: Statistics,
  material: string,
  { members }: Viewpoint,
  governance: Governance,
): ImportSupply[] {
  const rows = rowsWith(importSources, "material", material).filter(
    (r) => members.size === 1 && members.has(r.importer),
  );
  const forms = [...new Set(rows.map((r) => r.form))];
  return forms.flatMap((form) => {
    const of = rows.filter((r) => r.form === form).map((r) => ({ ...r, country: r.exporter, below: false }));
    return fromShares(
      of,
      { form, stage: "all stages", fit: "as printed", caveat: "", makersForm: null, years: of[0]!.years },
      governance,
    );
  });
}

function euSourcing(
  { supplyShares }: Statistics,
  material: string,
  { id }: Viewpoint,
  governance: Governance,
): ImportSupply[] {
  if (id !== EU) return [];
  return (["mining", "refining"] as const).flatMap((stage) => {
    const rows = rowsWith(supplyShares, "material", material)
      .filter((r) => r.stage === stage && r.market === "EUU")
      .map((r) => ({ ...r, below: r.below === "yes" }));
    const caveat = "the EU's own production counts as a supplier";
    return fromShares(
      rows,
      { form: "EU sourcing", stage, fit: "sourcing", caveat, makersForm: null, years: "2016–2020" },
      governance,
    );
  });
}

interface ShareRow {
  readonly country: string;
  readonly share: number;
  readonly below: boolean;
  readonly source: string;
  readonly locator: string;
}

function fromShares(
  rows: readonly ShareRow[],
  about: Pick<ImportSupply, "form" | "stage" | "fit" | "caveat" | "makersForm"> & { readonly years: string },
  governance: Governance,
): ImportSupply[] {
  const { named, ...rest } = sharesOf(rows);
  if (named.length === 0) return [];
  const { years, ...what } = about;
  const cited = { source: rows[0]!.source, years, locator: rows[0]!.locator };
  return [
    importSupply(
      {
        ...what,
        ...rest,
        groups: [],
        sharedWith: [],
        cited,
        suppliers: named,
        importsTonnes: null,
        importsThousandUsd: null,
      },
      governance,
    ),
  ];
}
