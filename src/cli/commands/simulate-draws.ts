import { Option } from "commander";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { InputError, parseDataset } from "../../dataset/index.ts";
import { planProblem } from "../../simulation/draws/bench.ts";
import { openSweep, type SweepPlan } from "../../simulation/draws/sweep.ts";
import {
  checkVersions,
  createManifest,
  MOST_CHUNK_DRAWS,
  MOST_DRAWS,
  orderedPlan,
  runIdOf,
  type Versions,
} from "../../store/manifest.ts";
import { createRun, isRun, openRun, type RunFolder } from "../../store/run-folder.ts";
import { UsageError } from "../failure.ts";
import { answerRun } from "../io/answer-run.ts";
import { numberBetween } from "../io/numbers.ts";
import { crewOf, type QueueOptions, queueOptions } from "../io/queue-options.ts";
import { readScenario } from "../io/read-scenario.ts";
import { readVersioned, runFolderOf, storeOption } from "../io/run-store.ts";
import { type RunSweepOptions, runSweep } from "../io/run-sweep.ts";
import { workersOption } from "../io/workers.ts";
import { checkWritable } from "../io/write.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";

/** What `monazite simulate --draws` takes besides the options of every simulation. */
export interface DrawOptions extends GlobalOptions, QueueOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly design?: SweepPlan["design"];
  readonly workers?: number;
  readonly withoutMeasures?: boolean;
  readonly chunk?: number;
  readonly store: string;
  readonly name?: string;
  readonly months?: number;
  readonly country?: readonly string[];
  readonly json?: boolean;
  readonly html?: string;
}

const PATIENCE_SECONDS = 60;

/** Options of a sweep. */
export function drawOptions(): Option[] {
  return [
    new Option("--draws <n>", "draw the uncertain inputs n times and keep the runs").argParser(
      numberBetween(2, MOST_DRAWS),
    ),
    new Option("--seed <n>", "which draws (default: 1)").argParser(numberBetween(0, 0xffff_ffff)),
    new Option("--design <kind>", "how the inputs are drawn (default: random)").choices([
      "random",
      "sobol",
      "sensitivity",
    ]),
    workersOption(),
    ...resumeQueueOptions(),
    new Option("--without-measures", "draw the scenario's events without its measures"),
    new Option("--chunk <n>", "draws that are computed and kept together (default: 100)").argParser(
      numberBetween(1, MOST_CHUNK_DRAWS),
    ),
    storeOption(),
    new Option("--name <id>", "name of the run (default: scenario and a hash of plan, code and data)"),
  ];
}

/** `--queue` and `--patience`, also for who resumes. */
export const resumeQueueOptions = () => queueOptions(PATIENCE_SECONDS);

/** Options that mean something only with `--draws`. Errors: UsageError. */
export function refuseWithoutDraws(options: DrawOptions): void {
  const given = (
    ["seed", "design", "workers", "withoutMeasures", "chunk", "name", "queue", "patience"] as const
  ).filter((key) => options[key] !== undefined);
  if (given.length === 0) return;
  const flags = given.map((key) => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  throw new UsageError(`${flags.join(", ")}: only with --draws; say how many draws, such as --draws 1000`);
}

/** `monazite simulate --draws`: starts or completes a sweep and prints its summary. */
export async function simulateDraws(streams: Streams, path: string, options: DrawOptions): Promise<void> {
  if (options.html !== undefined) checkWritable("--html", options.html);
  const { tables, versions } = await readVersioned(options.data);
  const execution = executionOf(tables, options);
  const { run, isNew } = prepareRun(streams, path, tables, versions, options);
  const summary = await runSweep(streams, run, { ...execution, isNew });
  answerRun(streams, run, summary, tables, options);
}

/** Where draws are computed and with how much patience, as the options say. Errors: UsageError, InputError. */
export function executionOf(
  tables: ReadonlyMap<string, string>,
  options: QueueOptions & GlobalOptions & { readonly workers?: number },
): RunSweepOptions {
  return {
    tables,
    ...crewOf(options, PATIENCE_SECONDS),
    quiet: options.quiet,
    data: options.data,
  };
}

/** The run of this plan: the one that is there, or a new one. */
function prepareRun(
  streams: Streams,
  path: string,
  tables: ReadonlyMap<string, string>,
  versions: Versions,
  options: DrawOptions,
): { readonly run: RunFolder; readonly isNew: boolean } {
  const report = progress(streams.stderr, { enabled: options.quiet !== true });
  report.update("reading the dataset");
  const dataset = parseDataset(tables);
  const { id, scenario, locate } = readScenario(
    path,
    { dataset, vocabulary: vocabularyOf(dataset) },
    {
      months: options.months,
      viewpoint: options.country,
    },
  );
  const plan = orderedPlan({
    scenarioId: id,
    scenario,
    withoutMeasures: options.withoutMeasures === true,
    seed: options.seed ?? 1,
    draws: options.draws!,
    design: options.design ?? "random",
  });
  const name = options.name ?? runIdOf(plan, versions);
  const folder = runFolderOf(options.store, name);
  if (isRun(folder)) return { run: resumed(streams, openRun(folder), plan, versions, options), isNew: false };
  const unfit = planProblem(dataset, plan);
  if (unfit) throw new InputError([{ file: "--draws", line: 1, ...unfit }]);
  report.clear();
  hintAtDesign(streams, plan, options);
  report.update("balancing the figures and looking at the central run");
  const { columns } = locate(() => openSweep(dataset, plan));
  report.finish();
  const manifest = createManifest(name, plan, columns, options.chunk ?? 100, versions);
  return { run: createRun(folder, manifest), isNew: true };
}

/** Sobol points fill the space evenly where their number is a power of two. */
function hintAtDesign(streams: Streams, { design, draws }: SweepPlan, { quiet }: DrawOptions): void {
  const below = 2 ** Math.floor(Math.log2(draws));
  if (design !== "sobol" || quiet || below === draws) return;
  streams.stderr.write(
    `--design sobol: ${draws} draws; a power of two covers evenly, such as ${below} or ${2 * below}\n`,
  );
}

function resumed(
  streams: Streams,
  run: RunFolder,
  plan: SweepPlan,
  versions: Versions,
  { chunk }: DrawOptions,
): RunFolder {
  const { manifest, folder } = run;
  checkVersions(`${folder}/manifest.json`, manifest, versions);
  if (JSON.stringify(orderedPlan(manifest.plan)) !== JSON.stringify(plan))
    throw new UsageError(
      `${folder}: the run of this name has another plan; choose another --name or delete the folder`,
    );
  if (chunk !== undefined && chunk !== manifest.chunkDraws)
    streams.stderr.write(`${folder}: the run was begun with --chunk ${manifest.chunkDraws} and goes on with it\n`);
  return run;
}
