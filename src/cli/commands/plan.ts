import { Command, InvalidArgumentError, Option } from "commander";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { InputError, parseDataset } from "../../dataset/index.ts";
import { MOST_BY_BRUTE_FORCE } from "../../planning/brute-force.ts";
import { PlanConflictError } from "../../planning/conflicts.ts";
import type { Plan } from "../../planning/plan.ts";
import { PolicyProblem } from "../../policy/problem.ts";
import { checkVersions, type Versions } from "../../store/manifest.ts";
import {
  createPlanFolder,
  isPlanRun,
  openPlanFolder,
  type PlanFolder,
  planManifestPath,
} from "../../store/plan-folder.ts";
import { createPlanManifest, type PlanQuestion, planRunId } from "../../store/plan-manifest.ts";
import { isRun } from "../../store/run-folder.ts";
import { UsageError } from "../failure.ts";
import { type AnswerPlanOptions, answerPlan, checkPlanFiles } from "../io/answer-plan.ts";
import { numberBetween } from "../io/numbers.ts";
import { crewOf, type QueueOptions, queueOptions } from "../io/queue-options.ts";
import { type ReadPlan, readPlan } from "../io/read-plan.ts";
import { runPlanInStore } from "../io/run-plan.ts";
import { readVersioned, runFolderOf, storeOption } from "../io/run-store.ts";
import { workersOption } from "../io/workers.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";

interface PlanOptions extends GlobalOptions, AnswerPlanOptions, QueueOptions {
  readonly budgetMultiples?: readonly number[];
  readonly bruteForce?: boolean;
  readonly gap?: number;
  readonly seed?: number;
  /** false: --no-neighbours */
  readonly neighbours?: number | false;
  readonly workers?: number;
  readonly store: string;
  readonly name?: string;
}

const PATIENCE_SECONDS = 60;

/** `monazite plan`: which measures are worth it, for whom, at what budget. */
export function planCommand(streams: Streams): Command {
  const command = new Command("plan")
    .description("choose among agreements, plants and stockpiles: the best portfolio for each budget, and who gains")
    .argument("<plan>", "plan file (YAML)")
    .option(
      "--budget-multiples <list>",
      "budgets of the frontier as multiples of the plan's, such as 0,0.5,1",
      multiples,
    )
    .option("--gap <share>", "stop at a proven gap of this share instead of the plan's, such as 0.01", gapShare)
    .option("--seed <n>", "which draws, instead of the plan's", numberBetween(0, 0xffff_ffff))
    .option("--brute-force", `try every portfolio as well (up to ${MOST_BY_BRUTE_FORCE} on/off candidates)`)
    .option(
      "--neighbours <n>",
      "how many portfolios one measure away are simulated (default: 24, fewer where months are many)",
      numberBetween(0, 10_000),
    )
    .option("--no-neighbours", "simulate none of them")
    .option("--json", "print the whole report as JSON")
    .option("--csv <file>", "write the report as one long CSV table")
    .option("--html <path>", "write the report as one self-contained HTML file")
    .addOption(workersOption())
    .addOption(storeOption())
    .addOption(new Option("--name <id>", "name of the run (default: plan and a hash of plan, code and data)"))
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<PlanOptions>();
      checkPlanFiles(options);
      const { workers, queue } = crewOf(options, PATIENCE_SECONDS);
      const report = progress(streams.stderr, { enabled: options.quiet !== true });
      report.update("reading the plan");
      const { tables, versions } = await readVersioned(options.data);
      const dataset = parseDataset(tables);
      const read = readPlan(path, { dataset, vocabulary: vocabularyOf(dataset) });
      const plan = asked(read.plan, options);
      report.finish();
      const question = { planId: read.id, plan, bruteForce: options.bruteForce === true };
      const run = folderOf(question, versions, options);
      const wayOn = `the same command (monazite plan ${path})`;
      const answer = await runPlanInStore(streams, run, {
        dataset,
        tables,
        plan,
        workers,
        queue,
        notes: read.notes,
        wayOn,
        quiet: options.quiet,
      }).catch((error: unknown) => {
        throw atLines(error, read);
      });
      answerPlan(streams, answer, dataset, options);
    });
  for (const option of queueOptions(PATIENCE_SECONDS)) command.addOption(option);
  return command;
}

/** The plan with what the options say instead. Errors: UsageError for what brute force cannot do. */
function asked(plan: Plan, { budgetMultiples, gap, seed, bruteForce, neighbours }: PlanOptions): Plan {
  const scalable = plan.candidates.filter((c) => c.sizing === "scalable").map((c) => c.id);
  if (bruteForce && (plan.candidates.length > MOST_BY_BRUTE_FORCE || scalable.length > 0))
    throw new UsageError(
      `--brute-force: up to ${MOST_BY_BRUTE_FORCE} on/off candidates; the plan has ${plan.candidates.length}` +
        `${scalable.length > 0 ? `, of which ${scalable.slice(0, 3).join(", ")}${scalable.length > 3 ? " …" : ""} can be scaled` : ""}`,
    );
  return {
    ...plan,
    budgetMultiples: budgetMultiples ?? plan.budgetMultiples,
    gapShare: gap ?? plan.gapShare,
    seed: seed ?? plan.seed,
    ...(typeof neighbours === "number" ? { mostNeighbours: neighbours } : {}),
    ...(neighbours === false ? { mostNeighbours: 0 } : {}),
  };
}

/** The folder of this question: the one that is there, or a new one. */
function folderOf(question: PlanQuestion, versions: Versions, options: PlanOptions): PlanFolder {
  const id = options.name ?? planRunId(question, versions);
  const folder = runFolderOf(options.store, id);
  if (isRun(folder)) throw new UsageError(`${folder}: a sweep has this name; choose another --name`);
  const manifest = createPlanManifest(id, question, versions);
  if (!isPlanRun(folder)) return createPlanFolder(folder, manifest);
  const run = openPlanFolder(folder);
  checkVersions(planManifestPath(folder), run.manifest, versions);
  if (run.manifest.manifestHash !== manifest.manifestHash)
    throw new UsageError(
      `${folder}: the run of this name has another plan; choose another --name or delete the folder`,
    );
  return run;
}

/** What candidates cannot do, and rules that contradict each other, at their lines of the plan. */
function atLines(error: unknown, { located, ruleAt }: ReadPlan): unknown {
  if (error instanceof PolicyProblem) return located(error);
  if (!(error instanceof PlanConflictError)) return error;
  const { constraints } = error;
  const remedy =
    constraints.length === 1
      ? "no portfolio keeps it: loosen it or leave it out"
      : `no portfolio keeps these ${constraints.length} together: loosen one of them or leave it out`;
  return new InputError(constraints.map((c) => ({ ...ruleAt(c.kind, c.index), message: c.words, remedy })));
}

const MOST_MULTIPLES = 20;

/** `0,0.5,1`: ascending, each once. */
export function multiples(text: string): number[] {
  const values = text.split(",").map((word) => (/^\d+(\.\d+)?$/.test(word.trim()) ? Number(word) : Number.NaN));
  if (values.some((v) => !(v >= 0 && v <= 100)) || values.length > MOST_MULTIPLES)
    throw new InvalidArgumentError(
      `got "${text}", expected up to ${MOST_MULTIPLES} numbers from 0 to 100 with commas between, such as 0,0.5,1`,
    );
  return [...new Set(values)].sort((a, b) => a - b);
}

function gapShare(text: string): number {
  const value = /^0?\.\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1e-6 && value <= 0.5) return value;
  throw new InvalidArgumentError(`got "${text}", expected a share from 0.000001 to 0.5, such as 0.01`);
}

const EXAMPLES = `
Examples:
  monazite plan plans/us-japan.yaml --html reports/plan.html
  monazite plan plans/us-japan.yaml --budget-multiples 0,0.25,0.5,1,2
  monazite plan plans/small.yaml --brute-force
  monazite plan plans/small.yaml --json > plan.json
  monazite plan plans/us-japan.yaml --queue redis://queue.example:6379`;
