import { Command } from "commander";
import { compareCommand } from "./commands/compare.ts";
import { dataCommand } from "./commands/data.ts";
import { dependenceCommand } from "./commands/dependence.ts";
import { eventsCommand } from "./commands/events.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { exposureCommand } from "./commands/exposure.ts";
import { indicatorsCommand } from "./commands/indicators.ts";
import { mcpCommand } from "./commands/mcp.ts";
import { planCommand } from "./commands/plan.ts";
import { readCommand } from "./commands/read.ts";
import { replayCommand } from "./commands/replay.ts";
import { runsCommand } from "./commands/runs.ts";
import { serveCommand } from "./commands/serve.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { workerCommand } from "./commands/worker.ts";
import { tablesOver } from "./io/read-dataset.ts";
import { VERSION } from "./io/version.ts";
import type { GlobalOptions } from "./open.ts";

/** Where a command reads and writes; tests pass their own. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

// biome-ignore format: one a line, so that a command more is a line more
const COMMANDS = [
  simulateCommand,
  planCommand,
  runsCommand,
  serveCommand,
  mcpCommand,
  workerCommand,
  compareCommand,
  dependenceCommand,
  exposureCommand,
  replayCommand,
  indicatorsCommand,
  eventsCommand,
  readCommand,
  dataCommand,
  explainCommand,
  exportCommand,
];

/** The whole command line; throws CommanderError instead of leaving the process. */
export function buildProgram(streams: Streams): Command {
  const program = new Command("monazite")
    .description("Rehearse the next export control before it happens.")
    .version(VERSION)
    .option(
      "--data <dir>",
      "dataset folder; one with only some tables lies over the shipped dataset, which is the default",
    )
    .option("--quiet", "no progress on stderr");
  program.hook("preAction", (_, command) => {
    const { data, quiet } = command.optsWithGlobals<GlobalOptions>();
    if (data !== undefined && !quiet && command.name() !== "import") streams.stderr.write(overlayLine(data));
  });
  for (const command of COMMANDS) program.addCommand(command(streams));
  program.addHelpText("after", EXAMPLES);
  for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)])
    command.exitOverride().configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  return program;
}

/** Says that most of the dataset is the shipped one, where it is. */
function overlayLine(folder: string): string {
  const tables = tablesOver(folder);
  if (tables === 0) return "";
  const what = tables === 1 ? "1 table" : `${tables} tables`;
  return `${what} of ${folder.replace(/[\\/]*$/, "/")} ${tables === 1 ? "lies" : "lie"} over the shipped ones\n`;
}

const EXAMPLES = `
Examples:
  monazite simulate scenarios/us-japan-framework.yaml --html report.html
  monazite plan plans/us-japan.yaml --html plan.html
  monazite compare scenarios/april-2025-controls.yaml scenarios/full-stop-japan.yaml
  monazite exposure examples/bom.csv --country DEU
  monazite events --actor CHN --from 2025
  monazite replay 2023-gallium-germanium
  monazite read examples/article.txt
  monazite data check
  monazite explain prices/dysprosium-oxide@WLD
  monazite export scenarios/us-japan-framework.yaml --month 2025-08 --format lp > month.lp

Exit codes: 0 done, 1 could not answer, 2 the input is at fault.`;
