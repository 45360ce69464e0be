import { calibrate } from "../../src/chain/calibrate.ts";
import { modelNetwork } from "../../src/chain/network.ts";
import { buildSkeleton } from "../../src/chain/skeleton.ts";
import { createCalendar } from "../../src/policy/calendar.ts";
import { compilePolicies } from "../../src/policy/compile.ts";
import { named } from "../../src/simulation/rehearse.ts";
import { monthClearer, run } from "../../src/simulation/run.ts";
import type { shipped } from "./workload.ts";

const DRAWS = 40; // the engine takes some twenty to compile them well
const TARGET_MS = 120; // 10,000 draws in 10 minutes on two cores

/** Where the time of one draw goes: what is made anew for each, and the months. Fastest of some, one thread. */
export function reportDraw({ workbench, scenario }: ReturnType<typeof shipped>, print: (line: string) => void): void {
  const { dataset, reconciliation, vocabulary, contractingRatePerMonth } = workbench;
  const skeleton = buildSkeleton(dataset);
  const calendar = createCalendar(scenario.start, scenario.months);
  const policies = [...named(scenario.events), ...named(scenario.measures)];
  const times = { calibrate: fastest(), compile: fastest(), months: fastest(), draw: fastest() };
  const central = compilePolicies(policies, workbench.model, vocabulary, calendar).model;
  const network = modelNetwork(central);
  const clearer = monthClearer(network);
  let steps = 0;
  for (let i = 0; i < DRAWS; i++)
    times.draw.time(() => {
      const model = times.calibrate.time(() => calibrate(dataset, skeleton, reconciliation.level));
      const compiled = times.compile.time(() => compilePolicies(policies, model, vocabulary, calendar));
      const options = { contractingRatePerMonth, record: "light", clearer } as const;
      const { newtonSteps } = times.months.time(() => run(compiled.model, compiled.levers, scenario.months, options));
      steps = newtonSteps.reduce((a, b) => a + b, 0);
    });
  print(
    `one draw (${network.marketNames.length} markets × ${network.activityNames.length} activities, ${clearer.factorNonZeros} non-zeros in the factor, ` +
      `${scenario.months} months, ${policies.length} policies): calibrate ${times.calibrate.ms()} ms, compile ${times.compile.ms()} ms, ` +
      `months ${times.months.ms()} ms for ${steps} Newton steps; together ${times.draw.ms()} ms (target ${TARGET_MS}); fastest of ${DRAWS}`,
  );
}

function fastest() {
  let best = Number.POSITIVE_INFINITY;
  return {
    time<T>(work: () => T): T {
      const start = performance.now();
      const result = work();
      best = Math.min(best, performance.now() - start);
      return result;
    },
    ms: () => best.toFixed(1),
  };
}
