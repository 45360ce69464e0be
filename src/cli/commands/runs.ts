import { Command, Option } from "commander";
import type { KnownNames } from "../../charts/names.ts";
import { InputError } from "../../dataset/index.ts";
import { checkRun } from "../../store/check.ts";
import { compareRuns } from "../../store/compare.ts";
import { type ExportRows, exportCsv, exportParquet } from "../../store/export.ts";
import { listRun } from "../../store/listing.ts";
import { checkVersions } from "../../store/manifest.ts";
import { listPlan } from "../../store/plan-listing.ts";
import { manifestPath, resumeCommand as resumeCommandOf } from "../../store/run-folder.ts";
import { UsageError } from "../failure.ts";
import { answerRun } from "../io/answer-run.ts";
import type { QueueOptions } from "../io/queue-options.ts";
import { readDataset } from "../io/read-dataset.ts";
import { findPlan, findRun, planIds, readVersioned, runFolderOf, runIds, storeOption } from "../io/run-store.ts";
import { runSweep } from "../io/run-sweep.ts";
import { showPlan } from "../io/show-plan.ts";
import { workersOption } from "../io/workers.ts";
import { checkWritable } from "../io/write.ts";
import { type GlobalOptions, namesOf } from "../open.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";
import { renderRuns, renderUnfinished } from "../render/run.ts";
import { renderComparison } from "../render/run-comparison.ts";
import { terminal } from "../render/terminal.ts";
import { executionOf, resumeQueueOptions } from "./simulate-draws.ts";

interface StoreOptions extends GlobalOptions {
  readonly store: string;
  readonly json?: boolean;
  readonly html?: string;
}

/** `monazite runs`: the sweeps and plans that were kept. */
export function runsCommand(streams: Streams): Command {
  return new Command("runs")
    .description("what simulate --draws and plan kept: list and show; of sweeps also go on with, compare, export")
    .addCommand(listCommand(streams))
    .addCommand(showCommand(streams))
    .addCommand(resumeCommand(streams))
    .addCommand(compareCommand(streams))
    .addCommand(exportCommand(streams));
}

function listCommand(streams: Streams): Command {
  return new Command("list")
    .description("every run of the store with what it is and how far it has come")
    .addOption(storeOption())
    .option("--json", "print as JSON")
    .addHelpText("after", "\nExample:\n  monazite runs list")
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<StoreOptions>();
      const { versions } = await readVersioned(options.data);
      const { store } = options;
      const runs = runIds(store).map((id) => listRun(id, runFolderOf(store, id), versions));
      const plans = planIds(store).map((id) => listPlan(id, runFolderOf(store, id), versions));
      if (options.json) streams.stdout.write(`${JSON.stringify([...runs, ...plans])}\n`);
      else streams.stdout.write(renderRuns(runs, plans, store, terminal(streams.stdout)));
    });
}

function showCommand(streams: Streams): Command {
  return new Command("show")
    .description("a run's summary or a plan's report, after a look at every byte of it")
    .argument("<id>", "name of the run")
    .addOption(storeOption())
    .option("--json", "print as JSON")
    .option("--html <path>", "write the report as one self-contained HTML file")
    .addHelpText("after", "\nExample:\n  monazite runs show us-japan-framework-1a2b3c4d")
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<StoreOptions>();
      if (options.html !== undefined) checkWritable("--html", options.html);
      const plan = findPlan(options.store, id);
      if (plan !== undefined) return showPlan(streams, plan, options);
      const run = findRun(options.store, id, planIds(options.store));
      const report = progress(streams.stderr, { enabled: options.quiet !== true });
      const { committedDraws, summary } = await checkRun(run, (done) =>
        report.update("looking at every byte:", done, run.manifest.plan.draws),
      ).finally(() => report.clear());
      if (summary !== undefined) {
        const { tables } = await readVersioned(options.data);
        answerRun(streams, run, summary, tables, options);
      } else if (options.html !== undefined)
        throw new UsageError(`--html: ${id} is not finished; ${resumeCommandOf(run.folder, options.data)}`);
      else if (options.json)
        streams.stdout.write(`${JSON.stringify({ run: run.manifest, committedDraws, summary: null })}\n`);
      else
        streams.stdout.write(
          renderUnfinished(run, committedDraws, { ...terminal(streams.stdout), data: options.data }),
        );
    });
}

function resumeCommand(streams: Streams): Command {
  const command = new Command("resume")
    .description("compute what a run lacks: it was stopped, killed, or its files are damaged")
    .argument("<id>", "name of the run")
    .addOption(storeOption())
    .addOption(workersOption())
    .option("--json", "print the summary as JSON")
    .addHelpText("after", "\nExample:\n  monazite runs resume us-japan-framework-1a2b3c4d --workers 2")
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<StoreOptions & QueueOptions & { workers?: number }>();
      const run = findRun(options.store, id);
      const { tables, versions } = await readVersioned(options.data);
      checkVersions(manifestPath(run.folder), run.manifest, versions);
      const summary = await runSweep(streams, run, executionOf(tables, options));
      answerRun(streams, run, summary, tables, options);
    });
  for (const option of resumeQueueOptions()) command.addOption(option);
  return command;
}

function compareCommand(streams: Streams): Command {
  return new Command("compare")
    .description("outcomes of two runs: draw by draw when seed, design and number of draws agree")
    .argument("<a>", "name of a run")
    .argument("<b>", "name of the run to hold against it")
    .addOption(storeOption())
    .option("--all", "every outcome that differs, not those that differ most")
    .option("--json", "print as JSON")
    .addHelpText("after", "\nExample:\n  monazite runs compare framework-with framework-without")
    .action(async (a: string, b: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<StoreOptions & { all?: boolean }>();
      const comparison = await compareRuns(findRun(options.store, a), findRun(options.store, b));
      if (options.json) streams.stdout.write(`${JSON.stringify(comparison)}\n`);
      else {
        const names = namesIfReadable(streams, options);
        streams.stdout.write(
          renderComparison(comparison, { ...terminal(streams.stdout), names, all: options.all === true }),
        );
      }
    });
}

/** Names for the rows; a dataset that cannot be read takes nothing from the figures, so ids stand for them then. */
function namesIfReadable(streams: Streams, options: StoreOptions): KnownNames | undefined {
  try {
    return namesOf(readDataset(options.data));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (options.quiet !== true)
      streams.stderr.write("the dataset cannot be read, so ids stand for names; monazite data check says why\n");
    return undefined;
  }
}

interface ExportOptions extends StoreOptions {
  readonly csv?: string;
  readonly parquet?: string;
  readonly rows: ExportRows;
}

function exportCommand(streams: Streams): Command {
  return new Command("export")
    .description("all draws of a finished run as one file")
    .argument("<id>", "name of the run")
    .addOption(new Option("--csv <file>", "write CSV; an empty cell is what did not happen"))
    .addOption(new Option("--parquet <file>", "write Parquet").conflicts("csv"))
    .addOption(
      new Option("--rows <kind>", "draws: inputs and outcomes, one row a draw; months: series, one a draw and month")
        .choices(["draws", "months"])
        .default("draws"),
    )
    .addOption(storeOption())
    .addHelpText("after", "\nExample:\n  monazite runs export us-japan-framework-1a2b3c4d --parquet draws.parquet")
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const [flag, file, write] =
        options.csv === undefined
          ? (["--parquet", options.parquet, exportParquet] as const)
          : (["--csv", options.csv, exportCsv] as const);
      if (file === undefined) throw new UsageError("runs export: expected --csv FILE or --parquet FILE");
      checkWritable(flag, file);
      const run = findRun(options.store, id);
      await write(run, options.rows, file);
      streams.stdout.write(
        `${run.manifest.plan.draws} draws, one row a ${options.rows === "draws" ? "draw" : "draw and month"}: ${file}\n`,
      );
    });
}
