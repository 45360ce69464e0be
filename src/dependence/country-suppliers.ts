import type { Statistics } from "../dataset/index.ts";
import { concentrationOf } from "./concentration.ts";
import type { Governance } from "./governance.ts";
import { importFlows } from "./import-flows.ts";
import { partsOf, sumBy } from "./parts.ts";
import type { Citation, ImportSupply } from "./result.ts";
import type { Viewpoint } from "./viewpoint.ts";

const OTHERS = "OTH";
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
  return statistics.tradeCodes
    .filter((code) => code.material === material)
    .flatMap((code): ImportSupply[] => {
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
        supplyOf(partsOf(amounts, total), 0, governance, {
          stage: code.stage,
          form: code.form,
          cited,
          fit: code.fit,
          caveat: [
            code.note,
            unweighed > 0 ? `${unweighed === 1 ? "1 flow" : `${unweighed} flows`} without weight left out` : "",
          ]
            .filter((n) => n !== "")
            .join("; "),
          importsTonnes: total,
          importsThousandUsd: flows.reduce((sum, f) => sum + f.valueThousandUsd, 0),
        }),
      ];
    });
}

function printedSources(
  { importSources }: Statistics,
  material: string,
  { members }: Viewpoint,
  governance: Governance,
): ImportSupply[] {
  const rows = importSources.filter((r) => r.material === material && members.size === 1 && members.has(r.importer));
  const forms = [...new Set(rows.map((r) => r.form))];
  return forms.flatMap((form) => {
    const of = rows.filter((r) => r.form === form);
    return fromShares(
      of,
      { form, stage: "all stages", fit: "as printed", caveat: "", years: of[0]!.years },
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
    const rows = supplyShares.filter((r) => r.material === material && r.stage === stage && r.market === "EUU");
    const caveat = "the EU's own production counts as a supplier";
    return fromShares(rows, { form: "EU sourcing", stage, fit: "sourcing", caveat, years: "2016–2020" }, governance);
  });
}

interface ShareRow {
  readonly share: number;
  readonly source: string;
  readonly locator: string;
  readonly country?: string;
  readonly exporter?: string;
}

function fromShares(
  rows: readonly ShareRow[],
  about: { form: string; stage: string; fit: string; caveat: string; years: string },
  governance: Governance,
): ImportSupply[] {
  const place = (r: ShareRow) => r.exporter ?? r.country ?? OTHERS;
  const amounts = sumBy(
    rows.filter((r) => place(r) !== OTHERS),
    place,
    (r) => r.share,
  );
  const sum = [...amounts.values()].reduce((a, b) => a + b, 0);
  if (!(sum > 0)) return [];
  const { years, ...rest } = about;
  return [
    supplyOf(partsOf(amounts, Math.max(1, sum), false), Math.max(0, 1 - sum), governance, {
      ...rest,
      cited: { source: rows[0]!.source, years, locator: rows[0]!.locator },
      importsTonnes: null,
      importsThousandUsd: null,
    }),
  ];
}

function supplyOf(
  suppliers: ImportSupply["suppliers"],
  othersShare: number,
  governance: Governance,
  about: Omit<ImportSupply, "suppliers" | "concentration" | "leftWithoutLargest"> & { readonly cited: Citation },
): ImportSupply {
  const concentration = concentrationOf(suppliers, othersShare, governance);
  return { ...about, suppliers, concentration, leftWithoutLargest: Math.max(0, 1 - concentration.largestShare) };
}
