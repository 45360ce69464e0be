import { Command } from "commander";
import { onStop } from "../io/on-stop.ts";
import { readApiTexts } from "../io/read-api-texts.ts";
import { whereOf } from "../io/where-of.ts";
import { workersOf, workersOption } from "../io/workers.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";

/** `monazite mcp`: the same functions for assistants, over standard input and output. */
export function mcpCommand(streams: Streams): Command {
  return new Command("mcp")
    .description("serve scenarios, dependence, events, figures and plans to assistants (Model Context Protocol, stdio)")
    .addOption(workersOption())
    .addHelpText("after", EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { readonly workers?: number }>();
      const { serveMcp } = await import("../../api/index.ts");
      const stop = onStop();
      const serving = await serveMcp(readApiTexts(options.data), {
        threads: workersOf(options.workers),
        onFault: (error) => streams.stderr.write(`monazite: a call failed: ${whereOf(error)}\n`),
      });
      const stopped = new Promise<void>((resolve) => {
        stop.signal.addEventListener("abort", () => resolve(), { once: true });
      });
      await Promise.race([serving.ended, stopped]);
      stop.off();
      await serving.close();
    });
}

const EXAMPLES = `
An assistant's settings name the command, such as
  { "mcpServers": { "monazite": { "command": "npx", "args": ["monazite", "mcp"] } } }`;
