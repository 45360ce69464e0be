import { type GeoPolRiskColumns, type GeoPolRiskInput, geoPolRisk } from "../../src/indicators/index.ts";

/** The same cases as objects, one per pair of importer and heading with a flow: what `geoPolRisk` takes. */
export function casesOf(columns: GeoPolRiskColumns): readonly GeoPolRiskInput[] {
  const { countries, materials, production } = columns;
  const world = Array.from({ length: materials }, (_, m) => [
    ...production.subarray(m * countries, (m + 1) * countries),
  ]);
  const flowsOf = new Map<number, GeoPolRiskInput["flows"][number][]>();
  for (let i = 0; i < columns.tonnes.length; i++) {
    const pair = columns.material[i]! * countries + columns.importer[i]!;
    const flows = flowsOf.get(pair) ?? [];
    flows.push({
      tonnes: columns.tonnes[i]!,
      valueThousandUsd: columns.valueThousandUsd[i]!,
      instability: columns.instability[columns.exporter[i]!]!,
    });
    flowsOf.set(pair, flows);
  }
  return [...flowsOf].map(([pair, flows]) => ({
    production: world[Math.floor(pair / countries)]!,
    domesticTonnes: production[pair]!,
    flows,
  }));
}

/** Every case by the definition; how many have a result. */
export function computeOneByOne(cases: readonly GeoPolRiskInput[]): number {
  return cases.filter((input) => geoPolRisk(input) !== null).length;
}
