import { Command, Option } from "commander";
import { toJson, toLp, toMps } from "../../market/export.ts";
import { monthProblem } from "../../simulation/month-problem.ts";
import { UsageError } from "../failure.ts";
import { chainsOf, readScenario } from "../io/read-scenario.ts";
import { type GlobalOptions, openFor } from "../open.ts";
import type { Streams } from "../program.ts";

interface ExportOptions extends GlobalOptions {
  readonly month: string;
  readonly format: "json" | "lp" | "mps";
}

/** `monazite export`: one month's quadratic problem, so that any other solver can check it. */
export function exportCommand(streams: Streams): Command {
  return new Command("export")
    .description("print the quadratic problem of one month, for another solver")
    .argument("<scenario>", "scenario file (YAML)")
    .requiredOption("--month <YYYY-MM>", "month of the run")
    .addOption(new Option("--format <format>", "how to write it").choices(["json", "lp", "mps"]).default("json"))
    .addHelpText("after", EXAMPLES)
    .action((path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const workbench = openFor(streams, options, chainsOf([path]));
      const { scenario, locate } = readScenario(path, workbench);
      const problem = locate(() => monthProblem(workbench, scenario, options.month));
      if (!problem)
        throw new UsageError(
          `--month ${options.month}: expected a month of the run, ${scenario.months} months from ${scenario.start}`,
        );
      const { network, terms } = problem;
      if (options.format === "json") streams.stdout.write(`${JSON.stringify(toJson(network, terms))}\n`);
      else streams.stdout.write(options.format === "lp" ? toLp(network, terms) : toMps(network, terms));
    });
}

const EXAMPLES = `
Example:
  monazite export scenarios/us-japan-framework.yaml --month 2025-08 --format lp > month.lp
  highs month.lp`;
