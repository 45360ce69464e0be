import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Bom } from "../../exposure/bom.ts";
import { exposureCsv } from "../../exposure/csv.ts";
import { exposureOf } from "../../exposure/exposure.ts";
import { readBom } from "../../exposure/read-bom.ts";
import { rehearse } from "../../simulation/rehearse.ts";
import { packageRoot } from "../io/package-root.ts";
import { readOwnFile } from "../io/read-bom.ts";
import { chainsOf, readScenario } from "../io/read-scenario.ts";
import { type GlobalOptions, openFor } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderExposure } from "../render/exposure.ts";
import { progress } from "../render/progress.ts";
import { terminal } from "../render/terminal.ts";

const DEFAULT_SCENARIO = "us-japan-framework";

interface ExposureCommandOptions extends GlobalOptions {
  readonly scenario?: string;
  readonly country?: string;
  readonly from?: string;
  readonly secondSource?: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `monazite exposure`: which of a company's products stops first, when, at what loss, and what buys time. */
export function exposureCommand(streams: Streams): Command {
  return new Command("exposure")
    .description("what a scenario does to a company's own products (its file never leaves the machine)")
    .argument("<bom>", "bill of materials (CSV, described in docs/exposure.md)")
    .option("--scenario <path>", `scenario file (default: the shipped ${DEFAULT_SCENARIO})`)
    .option("--country <code>", "where products are built whose rows name no country (ISO alpha-3)")
    .option("--from <YYYY-MM>", "month in which the stock is as the file says (default: the first of the run)")
    .option("--second-source <share>", "share of the order a tried second source takes over (default: 0.3)", share)
    .option("--json", "print the whole result as JSON")
    .addOption(new Option("--csv", "print products and remedies as one CSV table").conflicts("json"))
    .addHelpText("after", EXAMPLES)
    .action((path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExposureCommandOptions>();
      const { file, text } = readOwnFile(path);
      const scenarioPath = options.scenario ?? join(packageRoot(), "scenarios", `${DEFAULT_SCENARIO}.yaml`);
      const country = options.country === undefined ? {} : { country: options.country };
      let bom: Bom | undefined;
      const workbench = openFor(streams, options, (known) => {
        bom = readBom(file, text, known.vocabulary, country);
        const chains = chainsOf([scenarioPath])(known);
        const own = bom.products.flatMap((product) => product.inputs.map((input) => input.commodity));
        return chains.size === 0 ? chains : new Set([...chains, ...own]); // none means every chain
      });
      const { id, scenario, locate } = readScenario(scenarioPath, workbench);
      const report = progress(streams.stderr, { enabled: options.quiet !== true });
      const rehearsal = locate(() =>
        rehearse(workbench, id, scenario, {
          skipWorth: true,
          onRun: (done, total, label) => report.update(`rehearsing ${scenario.months} months: ${label}`, done, total),
        }),
      );
      report.update("following every product day by day");
      const exposure = exposureOf(rehearsal, bom!, {
        ...(options.from === undefined ? {} : { from: options.from }),
        ...(options.secondSource === undefined ? {} : { secondSourceShare: options.secondSource }),
      });
      report.finish();
      if (options.json) streams.stdout.write(`${JSON.stringify(exposure)}\n`);
      else if (options.csv) streams.stdout.write(exposureCsv(exposure));
      else
        streams.stdout.write(
          renderExposure(exposure, { ...terminal(streams.stdout), chosenForYou: options.scenario === undefined }),
        );
    });
}

function share(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || !(value > 0 && value <= 1))
    throw new InvalidArgumentError(`got "${text}", expected a share above 0, at most 1`);
  return value;
}

const EXAMPLES = `
Examples:
  monazite exposure examples/bom.csv
  monazite exposure examples/bom.csv --scenario scenarios/full-stop-japan.yaml --json
  monazite exposure examples/bom.csv --from 2026-12 --second-source 0.5`;
