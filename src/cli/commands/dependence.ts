import { Command, Option } from "commander";
import type { Dataset, Statistics } from "../../dataset/index.ts";
import { dependenceCsv } from "../../dependence/csv.ts";
import { type Dependence, dependenceOf, modelPlaces } from "../../dependence/index.ts";
import { renderDependenceReport } from "../../report/dependence/index.ts";
import { rehearse } from "../../simulation/rehearse.ts";
import { type OpenWorkbench, openWorkbench } from "../../simulation/workbench.ts";
import { readAtlas } from "../io/read-atlas.ts";
import { readDataset, readStatistics } from "../io/read-dataset.ts";
import { VERSION } from "../io/version.ts";
import { checkWritable, writeWhole } from "../io/write.ts";
import { type GlobalOptions, namesOf } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderDependence } from "../render/dependence.ts";
import { renderMaterial } from "../render/dependence-material.ts";
import { progress } from "../render/progress.ts";
import { terminal } from "../render/terminal.ts";
import { wholeNumber } from "./simulate.ts";

interface DependenceOptions extends GlobalOptions {
  readonly commodity?: readonly string[];
  readonly top?: number;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly html?: string;
  readonly model: boolean;
}

/** `monazite dependence`: on whom a country depends, mineral by mineral and stage by stage. */
export function dependenceCommand(streams: Streams): Command {
  return new Command("dependence")
    .description("on whom a country depends for every critical mineral, stage by stage, with the published indicators")
    .argument("<country>", "ISO alpha-3 code, a bloc (EU, G7, …) or WLD")
    .option("--commodity <minerals...>", "everything known of these minerals, by name or symbol, such as gallium or Ga")
    .option("--top <n>", "only the riskiest so many", wholeNumber)
    .option("--no-model", "published statistics only, without what the balanced chain of the model adds (faster)")
    .option("--json", "print as JSON")
    .addOption(new Option("--csv", "print makers, suppliers and indicators as one long CSV table").conflicts("json"))
    .option("--html <path>", "write a page with a world map, bars and the chain from mine to use")
    .addHelpText("after", EXAMPLES)
    .action((country: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DependenceOptions>();
      if (options.html !== undefined) checkWritable("--html", options.html);
      const found = answer(streams, country, options);
      const { dependence, names } = found;
      if (options.html !== undefined) writeWhole(options.html, page(found, options));
      const looks = { ...terminal(streams.stdout), names };
      if (options.json) streams.stdout.write(`${JSON.stringify(dependence)}\n`);
      else if (options.csv) streams.stdout.write(dependenceCsv(dependence));
      else if (options.commodity)
        streams.stdout.write(dependence.materials.map((m) => renderMaterial(m, dependence, looks)).join("\n"));
      else streams.stdout.write(renderDependence(dependence, looks));
      if (options.html !== undefined && !options.quiet) streams.stderr.write(`report: ${options.html}\n`);
    });
}

interface Answer {
  readonly dependence: Dependence;
  readonly names: ReturnType<typeof namesOf>;
  readonly dataset: Dataset;
  readonly statistics: Statistics;
  readonly workbench: OpenWorkbench | null;
}

function answer(streams: Streams, country: string, options: DependenceOptions): Answer {
  const report = progress(streams.stderr, { enabled: options.quiet !== true });
  report.update("reading the statistics");
  const dataset = readDataset(options.data);
  const statistics = readStatistics(options.data);
  if (options.model) report.update("balancing the figures of the model");
  const workbench = options.model ? openWorkbench(dataset) : null;
  const question = {
    country,
    ...(options.commodity ? { materials: options.commodity } : {}),
    ...(options.top === undefined ? {} : { top: options.top }),
  };
  const dependence = dependenceOf(statistics, dataset, workbench?.model ?? null, question);
  report.finish();
  return { dependence, names: namesOf(dataset), dataset, statistics, workbench };
}

function page({ dependence, names, dataset, statistics, workbench }: Answer, options: DependenceOptions): string {
  const ofMaterial = (material: string) => {
    const known = statistics.materials.find((m) => m.id === material)?.modelMaterials.split(" ") ?? [];
    return dataset.commodities.filter((c) => known.includes(c.material));
  };
  const { covered, missing } = modelPlaces(dataset, new Set(dependence.members));
  const used = new Set(dataset.applicationInputs.map((i) => i.commodity));
  return renderDependenceReport(dependence, {
    generatedWith: `monazite ${VERSION}`,
    names,
    atlas: readAtlas(),
    rehearsal: workbench && baselineMonth(workbench, covered),
    missing,
    sources: Object.fromEntries(dataset.sources.map((s) => [s.id, s])),
    inDepth: new Set(options.commodity ? dependence.materials.map((m) => m.material) : []),
    commoditiesOf: (material) => ofMaterial(material).flatMap((c) => (used.has(c.id) ? [c.id] : [])),
    magnetElementsOf: (material) => ofMaterial(material).flatMap((c) => (c.stage === "metal" ? [c.material] : [])),
  });
}

/** The balanced month as the model runs it, seen from all its countries that lie in the viewpoint. */
function baselineMonth(workbench: OpenWorkbench, covered: ReadonlySet<string>) {
  const viewpoint = [...covered].sort();
  if (viewpoint.length === 0) return null;
  const title = "The balanced month";
  const scenario = {
    title,
    description: "",
    start: "2024-01",
    months: 1,
    viewpoint,
    events: {},
    measures: {},
  };
  return rehearse(workbench, "baseline", scenario);
}

const EXAMPLES = `
Examples:
  monazite dependence JPN --top 10
  monazite dependence EU --commodity gallium graphite
  monazite dependence USA --commodity dysprosium --json`;
