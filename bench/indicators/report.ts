import { geoPolRiskBatch } from "../../src/indicators/index.ts";
import { casesOf, computeOneByOne } from "./definition.ts";
import { readExtract, shippedExtract } from "./extract.ts";

const ROUNDS = 200;
const SLOW_ROUNDS = 20;

/** Prints how many GeoPolRisk results a second one core makes; `path`: another cut of BACI than the shipped one. */
export function reportIndicators(path = process.env.MONAZITE_BENCH_BACI): void {
  const extract = path ? readExtract(path) : shippedExtract();
  const { columns, results, build } = extract;
  const batch = medianSeconds(ROUNDS, () => geoPolRiskBatch(columns));
  const whole = medianSeconds(SLOW_ROUNDS, () => geoPolRiskBatch(build()));
  const cases = casesOf(columns);
  const slow = medianSeconds(SLOW_ROUNDS, () => computeOneByOne(cases));
  console.log(`GeoPolRisk, one core; ${extract.name}`);
  console.log(`  flows                 ${columns.tonnes.length} (${extract.withoutQuantity} more have no quantity)`);
  console.log(`  HS codes, countries   ${columns.materials}, ${columns.countries}`);
  console.log(`  results               ${results}: pairs of importer and HS code with imports, one year`);
  console.log(`  in batch              ${speed(results, batch)}`);
  console.log(`  with making columns   ${speed(results, whole)}`);
  console.log(`  one by one            ${speed(results, slow)}`);
  console.log(
    "  geopolrisk-py         50 to 65 results a second (quoted for this class of machine, not measured here)",
  );
  console.log(
    "  A result is HHI, import risk, score, value and midpoint cf. In batch: HHI of each code, sums over all flows",
  );
  console.log(
    "  in the order of the files, results, and the memory for them. Making columns: countries and codes numbered",
  );
  console.log(
    "  from flows as objects. One by one: geoPolRisk, which computes the HHI anew for each. Reading files: none of these.",
  );
}

function speed(results: number, seconds: number): string {
  const perSecond = Math.round(results / seconds).toLocaleString("en");
  return `${perSecond} results a second (median ${(seconds * 1000).toFixed(3)} ms for all)`;
}

/** The median of the rounds, after as many unmeasured ones that let the engine compile. */
function medianSeconds(rounds: number, work: () => unknown): number {
  for (let round = 0; round < rounds; round++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[rounds / 2]! / 1000;
}
