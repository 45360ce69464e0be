import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { type Dataset, parseDataset } from "../../dataset/index.ts";
import { renderSweepReport } from "../../report/sweep/index.ts";
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
import { readScenario } from "../io/read-scenario.ts";
import { readVersioned, runFolderOf, storeOption } from "../io/run-store.ts";
import { runSweep } from "../io/run-sweep.ts";
import { VERSION } from "../io/version.ts";
import { checkWritable, writeWhole } from "../io/write.ts";
import { type GlobalOptions, namesOf } from "../open.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";
import { renderRun } from "../render/run.ts";
import { terminal } from "../render/terminal.ts";

/** What `monazite simulate --draws` takes besides the options of every simulation. */
export interface DrawOptions extends GlobalOptions {
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

const MOST_WORKERS = 256;

/** A whole number between bounds, as an option gives it. */
export const numberBetween = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InvalidArgumentError(`got "${text}", expected a whole number from ${least} to ${most}`);
};

/** `--workers`, as every command that computes draws has it. */
export const workersOption = () =>
  new Option("--workers <n>", "threads of this machine (default: its cores)").argParser(numberBetween(1, MOST_WORKERS));

/** The threads to use when the user does not say. */
export const workersOf = (given: number | undefined) => given ?? availableParallelism();

/** Options of a sweep. */
export function drawOptions(): Option[] {
  return [
    new Option("--draws <n>", "draw the uncertain inputs n times and keep the runs").argParser(
      numberBetween(1, MOST_DRAWS),
    ),
    new Option("--seed <n>", "which draws (default: 1)").argParser(numberBetween(0, 0xffff_ffff)),
    new Option("--design <kind>", "how the inputs are drawn (default: random)").choices([
      "random",
      "sobol",
      "sensitivity",
    ]),
    workersOption(),
    new Option("--without-measures", "draw the scenario's events without its measures"),
    new Option("--chunk <n>", "draws that are computed and kept together (default: 100)").argParser(
      numberBetween(1, MOST_CHUNK_DRAWS),
    ),
    storeOption(),
    new Option("--name <id>", "name of the run (default: scenario and a hash of plan, code and data)"),
  ];
}

/** Options that mean something only with `--draws`. Errors: UsageError. */
export function refuseWithoutDraws(options: DrawOptions): void {
  const given = (["seed", "design", "workers", "withoutMeasures", "chunk", "name"] as const).filter(
    (key) => options[key] !== undefined,
  );
  if (given.length === 0) return;
  const flags = given.map((key) => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  throw new UsageError(`${flags.join(", ")}: only with --draws; say how many draws, such as --draws 1000`);
}

/** `monazite simulate --draws`: starts or completes a sweep, prints its summary and writes the report if asked. */
export async function simulateDraws(streams: Streams, path: string, options: DrawOptions): Promise<void> {
  if (options.html !== undefined) checkWritable("--html", options.html);
  const { tables, versions } = await readVersioned(options.data);
  const dataset = parseDataset(tables);
  const run = prepareRun(streams, path, dataset, versions, options);
  const summary = await runSweep(streams, run, { tables, workers: workersOf(options.workers), quiet: options.quiet });
  const names = namesOf(dataset);
  if (options.html !== undefined)
    writeWhole(options.html, renderSweepReport(summary, { generatedWith: `monazite ${VERSION}`, names }));
  if (options.json) streams.stdout.write(`${JSON.stringify({ run: run.manifest, summary })}\n`);
  else streams.stdout.write(renderRun(run, summary, { ...terminal(streams.stdout), names }));
  if (options.html !== undefined && !options.quiet) streams.stderr.write(`report: ${options.html}\n`);
}

/** The run of this plan: the one that is there, or a new one. */
function prepareRun(
  streams: Streams,
  path: string,
  dataset: Dataset,
  versions: Versions,
  options: DrawOptions,
): RunFolder {
  const report = progress(streams.stderr, { enabled: options.quiet !== true });
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
  if (isRun(folder)) return resumed(streams, openRun(folder), plan, versions, options);
  report.update("balancing the figures and looking at the central run");
  const { columns } = locate(() => openSweep(dataset, plan));
  report.finish();
  return createRun(folder, createManifest(name, plan, columns, options.chunk ?? 100, versions));
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
