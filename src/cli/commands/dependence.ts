import { Command, Option } from "commander";
import { dependenceCsv } from "../../dependence/csv.ts";
import { type Dependence, dependenceOf } from "../../dependence/index.ts";
import { openWorkbench } from "../../simulation/workbench.ts";
import { readDataset, readStatistics } from "../io/read-dataset.ts";
import { type GlobalOptions, namesOf } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderDependence, renderMaterial } from "../render/dependence.ts";
import { progress } from "../render/progress.ts";
import { terminal } from "../render/terminal.ts";

interface DependenceOptions extends GlobalOptions {
  readonly commodity?: readonly string[];
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly model: boolean;
}

/** `monazite dependence`: on whom a country depends, mineral by mineral and stage by stage. */
export function dependenceCommand(streams: Streams): Command {
  return new Command("dependence")
    .description("on whom a country depends for every critical mineral, stage by stage, with the published indicators")
    .argument("<country>", "ISO alpha-3 code, a bloc (EU, G7, …) or WLD")
    .option("--commodity <minerals...>", "everything known of these minerals, such as gallium")
    .option("--no-model", "published statistics only, without what the balanced chain of the model adds (faster)")
    .option("--json", "print as JSON")
    .addOption(new Option("--csv", "print makers, suppliers and indicators as one long CSV table").conflicts("json"))
    .addHelpText("after", EXAMPLES)
    .action((country: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DependenceOptions>();
      const { dependence, names } = answer(streams, country, options);
      const looks = { ...terminal(streams.stdout), names };
      if (options.json) streams.stdout.write(`${JSON.stringify(dependence)}\n`);
      else if (options.csv) streams.stdout.write(dependenceCsv(dependence));
      else if (options.commodity)
        streams.stdout.write(dependence.materials.map((m) => renderMaterial(m, dependence, looks)).join("\n"));
      else streams.stdout.write(renderDependence(dependence, looks));
    });
}

function answer(
  streams: Streams,
  country: string,
  options: DependenceOptions,
): { dependence: Dependence; names: ReturnType<typeof namesOf> } {
  const report = progress(streams.stderr, { enabled: options.quiet !== true });
  report.update("reading the statistics");
  const dataset = readDataset(options.data);
  const statistics = readStatistics(options.data);
  if (options.model) report.update("balancing the figures of the model");
  const model = options.model ? openWorkbench(dataset).model : null;
  const question = { country, ...(options.commodity ? { materials: options.commodity } : {}) };
  const dependence = dependenceOf(statistics, dataset, model, question);
  report.finish();
  return { dependence, names: namesOf(dataset) };
}

const EXAMPLES = `
Examples:
  monazite dependence JPN
  monazite dependence EU --commodity gallium graphite
  monazite dependence USA --commodity dysprosium --json`;
