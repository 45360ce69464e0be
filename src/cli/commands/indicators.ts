import { Command } from "commander";
import { closest, quote } from "../../dataset/index.ts";
import { type AppliedIndicator, appliedIndicators } from "../../indicators/input/index.ts";
import { UsageError } from "../failure.ts";
import { readCountryCodes } from "../io/read-country-codes.ts";
import { readInput } from "../io/read-input.ts";
import type { Streams } from "../program.ts";
import { renderIndicatorList, renderIndicatorResults } from "../render/indicators.ts";
import { terminal } from "../render/terminal.ts";

interface IndicatorOptions {
  readonly input?: string;
  readonly json?: boolean;
}

/** `monazite indicators`: the field's published indicators over a user's own figures. */
export function indicatorsCommand(streams: Streams): Command {
  return new Command("indicators")
    .description("compute published indicators over a table of your own")
    .argument("[indicator]", "which one; `list` or nothing for what there is, with formula and source")
    .option("--input <file>", "your figures; `monazite indicators` says what each indicator reads")
    .option("--json", "print as JSON")
    .addHelpText("after", EXAMPLES)
    .action((id: string | undefined, options: IndicatorOptions) => {
      const print = (text: string): void => void streams.stdout.write(text);
      if (id === undefined || id === "list") {
        const list = appliedIndicators.map(({ compute: _, steps: __, onlyJson: ___, ...about }) => about);
        return print(options.json ? `${JSON.stringify(list)}\n` : renderIndicatorList(list, terminal(streams.stdout)));
      }
      const indicator = known(id);
      if (options.input === undefined)
        throw new UsageError(`indicators ${id} needs --input <file>; it reads ${indicator.input}`);
      const results = indicator.compute(options.input, readInput(options.input), readCountryCodes());
      if (!options.json) return print(renderIndicatorResults(indicator, results, terminal(streams.stdout)));
      const { compute: _, input: __, steps: ___, onlyJson: ____, id: name, ...about } = indicator;
      const single = results.length === 1 ? { result: results[0] } : {};
      return print(`${JSON.stringify({ indicator: name, ...about, results, ...single })}\n`);
    });
}

function known(id: string): AppliedIndicator {
  const indicator = appliedIndicators.find((i) => i.id === id);
  if (indicator) return indicator;
  const ids = appliedIndicators.map((i) => i.id);
  const near = [...ids.filter((i) => i.startsWith(id)), ...closest(id, ids)][0];
  const meant = near === undefined ? "" : `did you mean "${near}"? `;
  throw new UsageError(`unknown indicator ${quote(id)}; ${meant}there are ${ids.join(", ")}`);
}

const EXAMPLES = `
Examples:
  monazite indicators list
  monazite indicators eu-supply-risk --input examples/eu-supply-risk.csv
  monazite indicators geopolrisk --input examples/geopolrisk.json --json`;
