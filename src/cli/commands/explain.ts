import { Command } from "commander";
import { explainFigure, findFigure } from "../../dataset/index.ts";
import { UsageError } from "../failure.ts";
import { readDataset } from "../io/read-dataset.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderExplanation } from "../render/explanation.ts";
import { terminal } from "../render/terminal.ts";

/** `monazite explain`: where a number comes from. */
export function explainCommand(streams: Streams): Command {
  return new Command("explain")
    .description("where a figure comes from, with its source, range and line")
    .argument("<figure>", "name of a figure, such as prices/dysprosium-oxide@WLD, or part of one")
    .option("--json", "print as JSON")
    .addHelpText("after", EXAMPLES)
    .action((query: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { json?: boolean }>();
      const dataset = readDataset(options.data);
      const found = findFigure(dataset, query);
      if (found.figures.length === 0)
        throw new UsageError(
          `no figure is called "${query}"${found.suggestions.length > 0 ? `; did you mean ${found.suggestions.join(", ")}?` : ""}`,
        );
      const explained = found.figures.map((figure) => explainFigure(dataset, figure));
      if (options.json) streams.stdout.write(`${JSON.stringify(explained)}\n`);
      else streams.stdout.write(explained.map((e) => renderExplanation(e, terminal(streams.stdout))).join("\n"));
    });
}

const EXAMPLES = `
Examples:
  monazite explain prices/dysprosium-oxide@WLD
  monazite explain trade/ndfeb-high-coercivity
  monazite explain parameters/contractingRatePerMonth --json`;
