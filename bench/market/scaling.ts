import { pathToFileURL } from "node:url";
import { fittedExponent, highsMs, type Measurement, measure, type Workload } from "./measure.ts";
import { mulberry32, syntheticTrade } from "./synthetic.ts";

/** Exports of the largest exporter cut to a tenth and let back to 45 % over a year, cold from ten sets of prices up to e times off. */
export function syntheticWorkload(countries: number, seed = 1): Workload {
  const { network, restricted, basePriceUsdPerTonne } = syntheticTrade(countries, seed);
  const random = mulberry32(seed + 100);
  const months = Array.from({ length: 12 }, (_, month) => restricted(0.1 + (0.35 * month) / 11, 1 + 0.002 * month));
  return {
    name: `${countries} countries`,
    network,
    cold: {
      terms: months[0]!,
      starts: Array.from({ length: 10 }, () => basePriceUsdPerTonne.map((price) => price * Math.exp(2 * random() - 1))),
    },
    months,
  };
}

/** Prints clear times for growing worlds and how they compare with HiGHS' QP on the largest one that it finishes. */
export function reportScaling(print: (line: string) => void = console.log): void {
  print("market clearing, synthetic trade of 8 commodities (fastest of 15; steps are Newton steps)");
  print(header());
  const rows = [30, 60, 120, 240].map((countries) => {
    const row = measure(syntheticWorkload(countries));
    print(line(row));
    return row;
  });
  const exponents = (["coldMs", "warmMs"] as const).map((field) => fittedExponent(rows, field).toFixed(2));
  print(`time grows as markets^${exponents[0]} cold, markets^${exponents[1]} warm (target ≤ 1.3)`);
  print("");
  reportHighs(
    [8, 10, 14, 20, 30].map((countries) => syntheticWorkload(countries)),
    120,
    print,
  );
}

/**
 * Compares with HiGHS on workloads of growing size until it fails or takes more than `timeLimitSeconds`.
 * The identical month, in the same process; HiGHS starts cold, for its QP solver takes no start.
 */
export function reportHighs(
  workloads: readonly Workload[],
  timeLimitSeconds: number,
  print: (line: string) => void = console.log,
): void {
  print(
    `the same months by HiGHS' QP (up to ${timeLimitSeconds} s; targets on the largest it finishes: cold ≥ 20×, warm ≥ 500×)`,
  );
  for (const workload of workloads) {
    const theirs = highsMs(workload.network, workload.cold.terms, timeLimitSeconds);
    const size = `${workload.name}: ${workload.network.marketNames.length} markets × ${workload.network.activityNames.length} activities`;
    if (theirs === undefined) {
      print(`${size}: HiGHS does not finish`);
      return;
    }
    const ours = measure(workload);
    const times = (ms: number) => `${ms.toFixed(2)} ms, ${Math.round(theirs / ms)}× faster`;
    print(`${size}: HiGHS ${theirs.toFixed(0)} ms; cold ${times(ours.coldMs)}; warm ${times(ours.warmMs)}`);
  }
}

const columns: [title: string, width: number, value: (row: Measurement) => string][] = [
  ["world", 15, (row) => row.name],
  ["markets", 9, (row) => String(row.markets)],
  ["activities", 12, (row) => String(row.activities)],
  ["factor nz", 11, (row) => String(row.factorNonZeros)],
  ["prepare ms", 12, (row) => row.prepareMs.toFixed(1)],
  ["cold ms", 9, (row) => row.coldMs.toFixed(2)],
  ["steps", 7, (row) => row.coldSteps.toFixed(1)],
  ["warm ms", 9, (row) => row.warmMs.toFixed(2)],
  ["steps", 7, (row) => row.warmSteps.toFixed(1)],
  ["ms/step", 9, (row) => (row.warmMs / row.warmSteps).toFixed(2)],
];

export function header(): string {
  return columns.map(([title, width]) => title.padStart(width)).join("");
}

export function line(row: Measurement): string {
  return columns.map(([, width, value]) => value(row).padStart(width)).join("");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) reportScaling();
