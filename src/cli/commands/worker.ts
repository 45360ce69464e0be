import { Command, Option } from "commander";
import { runWorker } from "../../queue/worker.ts";
import { numberBetween } from "../io/numbers.ts";
import { onStop } from "../io/on-stop.ts";
import { type QueueOptions, queueOptions, requiredPlace } from "../io/queue-options.ts";
import { readVersioned } from "../io/run-store.ts";
import { workersOf, workersOption } from "../io/workers.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";

interface WorkerCommandOptions extends GlobalOptions, QueueOptions {
  readonly workers?: number;
  readonly lease: number;
}

const PATIENCE_SECONDS = 600;

/** `monazite worker`: computes for other machines' sweeps and plans until it is stopped. */
export function workerCommand(streams: Streams): Command {
  const command = new Command("worker")
    .description("compute for sweeps and plans that others start with --queue, until stopped")
    .addOption(workersOption())
    .addOption(
      new Option("--lease <seconds>", "a worker not heard of for this long loses its chunks to the others")
        .argParser(numberBetween(1, 3600))
        .default(15),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<WorkerCommandOptions>();
      const place = requiredPlace(options);
      const { tables, versions } = await readVersioned(options.data);
      const stop = onStop();
      try {
        await runWorker({
          place,
          tables,
          versions,
          workers: workersOf(options.workers),
          leaseSeconds: options.lease,
          patienceSeconds: options.patience ?? PATIENCE_SECONDS,
          say: (message) => {
            if (!options.quiet) streams.stderr.write(`${message}\n`);
          },
          signal: stop.signal,
        });
      } finally {
        stop.off();
      }
    });
  for (const option of queueOptions(PATIENCE_SECONDS)) command.addOption(option);
  return command;
}

const EXAMPLES = `
Examples:
  monazite worker --queue redis://queue.example:6379
  monazite worker --queue rediss://:secret@queue.example:6380/2 --workers 8`;
