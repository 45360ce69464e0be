import { Command, Option } from "commander";
import { type Dataset, didYouMean, type EventRow, eventKinds, InputError, quote } from "../../dataset/index.ts";
import { acts, type EventQuery, eventsCsv, findEvents, ledgerPolicy } from "../../ledger/index.ts";
import { UsageError } from "../failure.ts";
import { readDataset } from "../io/read-dataset.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderEvent, renderEvents } from "../render/events.ts";
import { terminal } from "../render/terminal.ts";

interface EventsOptions extends GlobalOptions, EventQuery {
  readonly json?: boolean;
  readonly csv?: boolean;
}

const filters = ["actor", "target", "material", "from", "to", "kind", "acts"] as const satisfies (keyof EventQuery)[];

/** `monazite events`: the ledger of what governments and producers did, and what the model makes of it. */
export function eventsCommand(streams: Streams): Command {
  return new Command("events")
    .description("what governments and producers did since 2008, with sources; one in full with the policy it becomes")
    .argument("[id]", "one event in full, such as cn-2025-04-licences")
    .option("--actor <code>", "only what this country or bloc did")
    .option("--target <code>", "only what is aimed at this country or bloc, or at everyone")
    .option("--material <name>", "only what is about this element, commodity or group")
    .option("--from <date>", "announced or in force from then on (YYYY, YYYY-MM or YYYY-MM-DD)")
    .option("--to <date>", "announced or in force until then")
    .option("--kind <kind>", `only of this kind: ${eventKinds.join(", ")}`)
    .option("--acts", "only what the model can act on, which scenarios may refer to")
    .option("--json", "print as JSON")
    .addOption(new Option("--csv", "print with the columns of data/events.csv").conflicts("json"))
    .addHelpText("after", EXAMPLES)
    .action((id: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<EventsOptions>();
      const given = filters.filter((name) => options[name] !== undefined);
      if (id !== undefined && given.length > 0)
        throw new UsageError(
          `monazite events ${id} shows one event and takes no --${given.join(", --")}; leave one out`,
        );
      const dataset = readDataset(options.data);
      const found = id === undefined ? findEvents(dataset, options) : [eventOf(dataset, id)];
      const looks = terminal(streams.stdout);
      if (options.csv) streams.stdout.write(eventsCsv(found));
      else if (id === undefined)
        streams.stdout.write(options.json ? `${JSON.stringify(found.map(plain))}\n` : renderEvents(found, looks));
      else {
        const [event] = found as [EventRow];
        const policy = acts(event) ? ledgerPolicy(dataset, id) : null;
        const source = dataset.sources.find((row) => row.id === event.source)!;
        const { file: _f, line: _l, figure: _g, ...cited } = source;
        if (options.json) streams.stdout.write(`${JSON.stringify({ ...plain(event), source: cited, policy })}\n`);
        else streams.stdout.write(renderEvent(event, { policy, source: cited }, looks));
      }
    });
}

function eventOf(dataset: Dataset, id: string): EventRow {
  const event = dataset.events.find((row) => row.id === id);
  if (event) return event;
  const ids = dataset.events.map((row) => row.id);
  const message = `no event is called ${quote(id)}`;
  throw new InputError([{ file: "events.csv", line: 1, message, remedy: didYouMean(id, ids) }]);
}

/** An event as data, with whether the model can act on it; `at` is its line in data/. */
function plain(event: EventRow) {
  const { file, line, figure: _name, ...columns } = event;
  return { ...columns, acts: acts(event), at: `${file}:${line}` };
}

const EXAMPLES = `
Examples:
  monazite events --actor CHN --material dysprosium --from 2023
  monazite events --kind licence
  monazite events --acts --csv > events.csv
  monazite events cn-2025-04-licences`;
