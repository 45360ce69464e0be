import { openAtoms } from "../../src/planning/atoms.ts";
import { bruteForce } from "../../src/planning/brute-force.ts";
import type { Evaluator } from "../../src/planning/evaluator.ts";
import { evaluatorOf, openPlanning } from "../../src/planning/market-evaluator.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { openThreadedEvaluator } from "../../src/store/plan-threads.ts";
import { solveMonolith } from "./monolith.ts";
import { smallPlan } from "./small-plan.ts";
import { type PlanningWorkload, planningWorkload } from "./workload.ts";

const THREADS = 2;
const MONOLITH_SECONDS = 60;

/** A plan of full size on two threads; brute force on one small enough; HiGHS alone on one smaller still. */
export async function reportPlanning(print: (line: string) => void = console.log): Promise<void> {
  const workload = await planningWorkload();
  await reportSolve(workload, print);
  await reportBruteForce(workload, print);
  await reportMonolith(workload, print);
}

async function reportSolve({ tables, dataset, plan }: PlanningWorkload, print: (line: string) => void) {
  const atoms = plan.futures.reduce((sum, { draws }) => sum + draws, 0);
  print(
    `planning: ${plan.candidates.length} candidates × ${atoms} futures × ${plan.months} months, ${THREADS} threads`,
  );
  const clock = startClock();
  const evaluator = await openThreadedEvaluator(tables, plan, THREADS, { dataset });
  print(`  reference runs and months made ready: ${clock()}`);
  try {
    const solving = startClock();
    const found = await solvePlan(plan, evaluator);
    const chosen = found.x.filter((scale) => scale > 0).length;
    print(
      `  solved to a gap of ${share(found.gapShare)} (asked ${share(plan.gapShare)}): ${solving()}; ${found.iterations} portfolios, ` +
        `${found.clearings} market clearings; ${chosen} candidates for ${million(found.costUsd)}, expected loss ${million(found.expectedLossUsd)}; target 300 s`,
    );
    const one = Float64Array.from(plan.candidates, () => 0.5);
    const pace = startClock();
    const { clearings } = await evaluator.evaluate(one);
    print(`  one portfolio: ${clearings} clearings in ${pace(clearings)}`);
  } finally {
    await evaluator.close();
  }
}

async function reportBruteForce({ dataset, plan: like }: PlanningWorkload, print: (line: string) => void) {
  const plan = smallPlan(dataset, like);
  const { evaluator } = openHere(dataset, plan);
  let clock = startClock();
  const found = await solvePlan({ ...plan, gapShare: 1e-9 }, evaluator);
  const solved = clock();
  clock = startClock();
  let clearings = 0;
  const counted: Evaluator = {
    ...evaluator,
    async evaluate(x) {
      const evaluation = await evaluator.evaluate(x);
      clearings += evaluation.clearings;
      return evaluation;
    },
  };
  const { best, portfolios } = await bruteForce(plan, counted);
  const same = best!.x.every((scale, k) => scale === found.x[k]);
  print(
    `  12 on/off candidates × 3 futures × 18 months: cuts ${solved}, ${found.iterations} portfolios, ${found.clearings} clearings, gap ${found.gapShare.toExponential(1)}; ` +
      `brute force ${clock()}, ${portfolios} portfolios within the budget, ${clearings} clearings: ${same ? "the same portfolio" : "ANOTHER PORTFOLIO"}, ` +
      `objectives ${million(found.objectiveUsd)} and ${million(best!.objectiveUsd)}`,
  );
}

async function reportMonolith({ dataset, plan: like }: PlanningWorkload, print: (line: string) => void) {
  print("  the whole in one quadratic program by HiGHS (in part and without whole numbers: a bound from below):");
  for (const months of [4, 5, 6]) {
    const small = smallPlan(dataset, like, months);
    const mean: Plan = {
      ...small,
      futures: small.futures.map((future) => ({ ...future, draws: 1 })),
      objective: { ...small.objective, tailWeight: 0 },
    };
    const { evaluator, problems } = openHere(dataset, mean);
    const clock = startClock();
    const found = await solvePlan({ ...mean, gapShare: 1e-6 }, evaluator);
    const ours = clock();
    const theirs = await solveMonolith(mean, problems[0]!, MONOLITH_SECONDS);
    const answer =
      theirs.objectiveUsd === undefined
        ? `no answer after ${theirs.seconds.toFixed(1)} s (${theirs.why})`
        : `at least ${million(theirs.objectiveUsd)} after ${theirs.seconds.toFixed(1)} s`;
    print(
      `    ${months} months of one future, ${theirs.columns} × ${theirs.rows}: HiGHS ${answer}; cuts ${million(found.objectiveUsd)} in whole numbers, ${ours}, ${found.clearings} clearings`,
    );
    if (theirs.objectiveUsd === undefined) break;
  }
}

function openHere(dataset: PlanningWorkload["dataset"], plan: Plan) {
  const opened = openAtoms(dataset, plan);
  const planning = openPlanning(opened, plan);
  const evaluator = evaluatorOf(
    plan,
    opened.atoms,
    async (x) => planning.values(x),
    async () => {},
  );
  return { evaluator, problems: planning.problems };
}

/** Says how long it has been, and what the processor had to do. */
function startClock(): (clearings?: number) => string {
  const start = performance.now();
  const before = process.cpuUsage();
  return (clearings) => {
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1e6;
    const each = clearings === undefined ? "" : `, ${((1000 * cpu) / clearings).toFixed(2)} ms of the processor each`;
    return `${((performance.now() - start) / 1000).toFixed(1)} s (processor ${cpu.toFixed(1)} s${each})`;
  };
}

const share = (value: number) => `${(100 * value).toFixed(2)} %`;
const million = (usd: number) => `${(usd / 1e6).toFixed(2)} m USD`;
