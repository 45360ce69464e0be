import { Command, InvalidArgumentError, Option } from "commander";
import { renderReport } from "../../report/index.ts";
import { resultCsv } from "../../simulation/csv.ts";
import { rehearse } from "../../simulation/rehearse.ts";
import { MOST_MONTHS } from "../../simulation/scenario.ts";
import { UsageError } from "../failure.ts";
import { chainsOf, readScenario } from "../io/read-scenario.ts";
import { VERSION } from "../io/version.ts";
import { checkWritable, writeWhole } from "../io/write.ts";
import { namesOf, openFor } from "../open.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";
import { renderRehearsal } from "../render/rehearsal.ts";
import { terminal } from "../render/terminal.ts";
import { type DrawOptions, drawOptions, refuseWithoutDraws, simulateDraws } from "./simulate-draws.ts";

interface SimulateOptions extends DrawOptions {
  readonly csv?: boolean;
  readonly worth: boolean;
}

/** `monazite simulate`: who runs short, when, by how much, at what price, and what each measure is worth. */
export function simulateCommand(streams: Streams): Command {
  const command = new Command("simulate")
    .description("rehearse a scenario month by month")
    .argument("<scenario>", "scenario file (YAML)")
    .option("--months <n>", "length of the run instead of the scenario's", monthCount)
    .option("--country <codes...>", "answer for these countries (ISO alpha-3) instead of the scenario's viewpoint")
    .option("--json", "print the whole result as JSON")
    .addOption(new Option("--csv", "print prices, uses and flows as one long CSV table").conflicts("json"))
    .option("--html <path>", "write the report as one self-contained HTML file")
    .option("--no-worth", "leave out what each measure is worth (faster)")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<SimulateOptions>();
      if (options.draws !== undefined) {
        if (options.csv) throw new UsageError("--csv: not with --draws; monazite runs export writes CSV and Parquet");
        return simulateDraws(streams, path, options);
      }
      refuseWithoutDraws(options);
      if (options.html !== undefined) checkWritable("--html", options.html);
      const workbench = openFor(streams, options, chainsOf([path]));
      const { id, scenario, locate } = readScenario(path, workbench, {
        months: options.months,
        viewpoint: options.country,
      });
      const report = progress(streams.stderr, { enabled: options.quiet !== true });
      const rehearsal = locate(() =>
        rehearse(workbench, id, scenario, {
          skipWorth: !options.worth,
          onRun: (done, total, label) => report.update(`rehearsing ${scenario.months} months: ${label}`, done, total),
        }),
      );
      report.finish();
      const names = namesOf(workbench.dataset);
      if (options.html !== undefined)
        writeWhole(options.html, renderReport(rehearsal, { generatedWith: `monazite ${VERSION}`, names }));
      if (options.json) streams.stdout.write(`${JSON.stringify(rehearsal)}\n`);
      else if (options.csv) streams.stdout.write(resultCsv(rehearsal));
      else streams.stdout.write(renderRehearsal(rehearsal, { ...terminal(streams.stdout), names }));
      if (options.html !== undefined && !options.quiet) streams.stderr.write(`report: ${options.html}\n`);
    });
  for (const option of drawOptions()) command.addOption(option);
  return command;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1) throw new InvalidArgumentError(`got "${text}", expected a whole number from 1`);
  return value;
}

/** Months of a run as an option gives them. */
export function monthCount(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > MOST_MONTHS)
    throw new InvalidArgumentError(`got "${text}", expected a whole number from 1 to ${MOST_MONTHS}`);
  return value;
}

const EXAMPLES = `
Examples:
  monazite simulate scenarios/us-japan-framework.yaml
  monazite simulate scenarios/april-2025-controls.yaml --country DEU KOR --html reports/april.html
  monazite simulate scenarios/taiwan-strait.yaml --months 24 --json > result.json
  monazite simulate scenarios/us-japan-framework.yaml --draws 1000 --seed 7 --workers 2`;
