import { Command } from "commander";
import { rehearse } from "../../simulation/rehearse.ts";
import { chainsOf, type Known, readScenario } from "../io/read-scenario.ts";
import { type GlobalOptions, namesOf, openFor } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderCompare } from "../render/compare.ts";
import { progress } from "../render/progress.ts";
import { terminal } from "../render/terminal.ts";
import { monthCount } from "./simulate.ts";

interface CompareOptions extends GlobalOptions {
  readonly months?: number;
  readonly country?: readonly string[];
  readonly json?: boolean;
}

/** `monazite compare`: two scenarios side by side, use by use. */
export function compareCommand(streams: Streams): Command {
  return new Command("compare")
    .description("rehearse two scenarios and show them side by side")
    .argument("<a>", "scenario file (YAML)")
    .argument("<b>", "scenario file (YAML)")
    .option("--months <n>", "length of both runs instead of the scenarios'", monthCount)
    .option("--country <codes...>", "answer for these countries instead of the scenarios' viewpoints")
    .option("--json", "print both results as JSON")
    .addHelpText("after", EXAMPLES)
    .action((pathA: string, pathB: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CompareOptions>();
      const workbench = openFor(streams, options, chainsOf([pathA, pathB]));
      const viewpoint = options.country ?? bothViewpoints([pathA, pathB], workbench);
      const overrides = { months: options.months, viewpoint };
      const report = progress(streams.stderr, { enabled: options.quiet !== true });
      const [a, b] = [pathA, pathB]
        .map((path) => readScenario(path, workbench, overrides))
        .map(({ id, scenario, locate }) =>
          locate(() =>
            rehearse(workbench, id, scenario, {
              skipWorth: true,
              onRun: (done, total, label) => report.update(`rehearsing ${id}: ${label}`, done, total),
            }),
          ),
        );
      report.finish();
      if (options.json) streams.stdout.write(`${JSON.stringify({ a, b })}\n`);
      else
        streams.stdout.write(renderCompare(a!, b!, { ...terminal(streams.stdout), names: namesOf(workbench.dataset) }));
    });
}

/** Both scenarios answer for every country that either is about. */
function bothViewpoints(paths: readonly string[], known: Known): string[] {
  return [...new Set(paths.flatMap((path) => readScenario(path, known).scenario.viewpoint))];
}

const EXAMPLES = `
Examples:
  monazite compare scenarios/april-2025-controls.yaml scenarios/truce-general-licences.yaml
  monazite compare scenarios/full-stop-japan.yaml scenarios/taiwan-strait.yaml --country JPN --months 24`;
