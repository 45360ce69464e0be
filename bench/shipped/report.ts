import { named, runPolicies } from "../../src/simulation/rehearse.ts";
import { measure } from "../market/measure.ts";
import { header, line, reportHighs } from "../market/scaling.ts";
import { cutWorkload } from "./cut.ts";
import { cvxoptMs } from "./cvxopt.ts";
import { reportDraw } from "./draws.ts";
import { shipped, shippedWorkload } from "./workload.ts";

/** Speeds on the shipped rare-earth network: one month, the whole scenario, and beside other solvers. */
export function reportShipped(print: (line: string) => void = console.log): void {
  const { workbench, scenario } = shipped();
  const workload = shippedWorkload({ workbench, scenario });
  print("the shipped rare-earth chain under scenarios/us-japan-framework.yaml (fastest of 15; steps are Newton steps)");
  print(header());
  const row = measure(workload);
  print(line(row));

  const policies = [...named(scenario.events), ...named(scenario.measures)];
  const seconds = () => {
    const start = performance.now();
    const { trajectory } = runPolicies(workbench, scenario, policies);
    return { ms: performance.now() - start, steps: trajectory.newtonSteps.reduce((a, b) => a + b, 0) };
  };
  const runs = Array.from({ length: 5 }, seconds);
  const best = runs.reduce((a, b) => (a.ms < b.ms ? a : b));
  print(
    `${scenario.months} months with ${policies.length} policies, compiling and certificates included, calibration not: ` +
      `${best.ms.toFixed(0)} ms (target 500), ${best.steps} Newton steps; fastest of ${runs.length}`,
  );
  reportDraw({ workbench, scenario }, print);
  print("");

  const commodities = [...new Set(workload.network.marketNames.map((m) => m.split("@")[0]!))];
  const cuts = [
    ["samarium", /^samarium/],
    ["magnets", /^(ndfeb|samarium-cobalt)/],
    ["magnets and metals", /^(ndfeb|samarium-cobalt|.*-metal)/],
    ["magnets, metals, swarf", /^(ndfeb|samarium-cobalt|.*-metal|swarf|magnet-scrap)/],
    ["all but light oxides", /^(?!lanthanum|cerium|europium|erbium|ytterbium|holmium|gadolinium)/],
    ["everything", /./],
  ] as const;
  reportHighs(
    cuts.map(([name, pattern]) => {
      const kept = new Set(commodities.filter((c) => pattern.test(c)));
      return cutWorkload(workload, name, (market) => kept.has(market.split("@")[0]!));
    }),
    120,
    print,
  );
  print("");

  const theirs = cvxoptMs(workload.network, workload.cold.terms);
  if (theirs === undefined) print("CVXOPT: not installed here (Debian: python3-cvxopt); skipped");
  else
    print(
      `CVXOPT's interior point on the whole month (${row.markets} markets × ${row.activities} activities): ${theirs.toFixed(0)} ms; ` +
        `cold ${Math.round(theirs / row.coldMs)}× faster (target 10), warm ${Math.round(theirs / row.warmMs)}× faster (target 100)`,
    );
}
