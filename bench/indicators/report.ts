import { geoPolRiskBatch } from "../../src/indicators/index.ts";
import { type Extract, readExtract, syntheticExtract } from "./extract.ts";

const ROUNDS = 200;

/** Prints how many GeoPolRisk results a second one core makes; the flows come from the file that MONAZITE_BENCH_BACI names. */
export function reportIndicators(path = process.env.MONAZITE_BENCH_BACI): void {
  const extract = path ? readExtract(path) : syntheticExtract();
  const seconds = medianSeconds(extract);
  const { columns, results } = extract;
  const perSecond = results / seconds;
  console.log(`GeoPolRisk in batch, one core; ${extract.name}`);
  if (!path) console.log("  (set MONAZITE_BENCH_BACI to a cut of BACI, .csv or .csv.gz, to time real flows)");
  console.log(`  flows                 ${columns.tonnes.length} (${extract.withoutQuantity} more have no quantity)`);
  console.log(`  HS codes, countries   ${columns.materials}, ${columns.countries}`);
  console.log(`  results               ${results}: pairs of importer and HS code with imports`);
  console.log(`  time, median          ${(seconds * 1000).toFixed(3)} ms for all of them`);
  console.log(`  results a second      ${Math.round(perSecond).toLocaleString("en")}`);
  console.log(
    "  A result is HHI, import risk, score, value and midpoint cf of one pair. Timed: HHI of each code, sums over",
  );
  console.log(
    "  all flows in the order of the file, results, and the memory for them. Before: reading, numbering the countries.",
  );
}

/** The median of the rounds, after unmeasured ones that let the engine compile. */
function medianSeconds({ columns }: Extract): number {
  for (let round = 0; round < ROUNDS; round++) geoPolRiskBatch(columns);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    geoPolRiskBatch(columns);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS / 2]! / 1000;
}
