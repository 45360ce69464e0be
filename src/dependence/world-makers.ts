import type { Statistics } from "../dataset/index.ts";
import { concentrationOf } from "./concentration.ts";
import type { Governance } from "./governance.ts";
import { partsOf, sharesOf, sumBy } from "./parts.ts";
import type { WorldSupply } from "./result.ts";
import { rowsWith } from "./rows-with.ts";

const OTHERS = "OTH";
const WORLD = "WLD";
type ProductionRow = Statistics["worldProduction"][number];

/**
 * Who makes a material, by stage and form: the newest year of each form that a publisher prints by country. A stage
 * nobody counts in tonnes falls back to the EU's printed shares of global supply.
 */
export function worldMakers(statistics: Statistics, material: string, governance: Governance): WorldSupply[] {
  const counted = countedSupply(statistics, material, governance);
  const stages = new Set(counted.map((s) => s.stage));
  return [...counted, ...printedShares(statistics, material, governance).filter((s) => !stages.has(s.stage))].sort(
    (a, b) =>
      stageOrder(a.stage) - stageOrder(b.stage) ||
      (a.cited.years < b.cited.years ? 1 : a.cited.years > b.cited.years ? -1 : 0) ||
      (b.totalTonnes ?? 0) - (a.totalTonnes ?? 0),
  );
}

function stageOrder(stage: string): number {
  return stage === "mining" ? 0 : 1;
}

function countedSupply({ worldProduction }: Statistics, material: string, governance: Governance): WorldSupply[] {
  const series = new Map<string, ProductionRow[]>();
  for (const row of rowsWith(worldProduction, "material", material)) {
    const key = `${row.stage}|${row.form}`;
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  return [...series.values()].flatMap((rows): WorldSupply[] => {
    const newest = newestOf(rows);
    const named = newest.filter((r) => r.country !== WORLD && r.country !== OTHERS && r.tonnes !== null);
    const amounts = sumBy(
      named,
      (r) => r.country,
      (r) => r.tonnes!,
    );
    const sum = [...amounts.values()].reduce((a, b) => a + b, 0);
    if (!(sum > 0)) return [];
    const printed = newest.find((r) => r.country === WORLD)?.tonnes ?? null;
    const others = newest.filter((r) => r.country === OTHERS).reduce((t, r) => t + (r.tonnes ?? 0), 0);
    // a printed total is rounded and may fall short of its own parts
    const total = Math.max(sum + others, printed ?? 0);
    const makers = partsOf(amounts, total);
    const othersShare = Math.max(0, 1 - sum / total);
    const first = newest[0]!;
    return [
      {
        stage: first.stage,
        form: first.form,
        cited: { source: first.source, years: String(first.year), locator: first.locator },
        makers,
        othersShare,
        groups: [],
        inGroups: [],
        under: [],
        totalTonnes: total,
        withheld: newest.filter((r) => r.tonnes === null && r.country !== WORLD).map((r) => r.country),
        concentration: concentrationOf(makers, { others: othersShare, groups: [] }, governance),
      },
    ];
  });
}

/** The newest year that names countries; of two sources for it the one that names more. */
function newestOf(rows: readonly ProductionRow[]): ProductionRow[] {
  const usable = rows.filter((r) => r.country !== WORLD && r.tonnes !== null && r.tonnes > 0);
  const year = usable.reduce((latest, r) => Math.max(latest, r.year), 0);
  const bySource = new Map<string, ProductionRow[]>();
  for (const row of rows.filter((r) => r.year === year))
    bySource.set(row.source, [...(bySource.get(row.source) ?? []), row]);
  const [best] = [...bySource.values()].sort((a, b) => b.length - a.length || (a[0]!.source < b[0]!.source ? -1 : 1));
  return best ?? [];
}

function printedShares({ supplyShares }: Statistics, material: string, governance: Governance): WorldSupply[] {
  return (["mining", "refining"] as const).flatMap((stage): WorldSupply[] => {
    const rows = rowsWith(supplyShares, "material", material).filter((r) => r.stage === stage && r.market === WORLD);
    const { named, under, othersShare } = sharesOf(rows.map((r) => ({ ...r, below: r.below === "yes" })));
    if (named.length === 0) return [];
    return [
      {
        stage,
        form: stage === "mining" ? "extraction" : "processing",
        cited: { source: rows[0]!.source, years: "2016–2020", locator: rows[0]!.locator },
        makers: named,
        othersShare,
        groups: [],
        inGroups: [],
        under,
        totalTonnes: null,
        withheld: [],
        concentration: concentrationOf(named, { others: othersShare, groups: [] }, governance),
      },
    ];
  });
}
