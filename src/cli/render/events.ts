import { stringify } from "yaml";
import { contextReasons, type EventRow } from "../../dataset/index.ts";
import { acts } from "../../ledger/index.ts";
import type { Policy } from "../../policy/kinds/index.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

const LEAST_TITLE = 24;
const GAP = 2;

/** Events as a table, one a line; the title gets what is left of the width. */
export function renderEvents(events: readonly EventRow[], options: RenderOptions = {}): string {
  const width = options.width ?? 80;
  if (events.length === 0) return "no event fits; leave an option out, or see all with: monazite events\n";
  const longest = (words: readonly string[]) => Math.max(...words.map((word) => [...word].length));
  const taken = 10 + longest(events.map((e) => e.id)) + longest(["kind", ...events.map((e) => e.kind)]) + 3 * GAP;
  const left = width - taken;
  const titled = left >= LEAST_TITLE;
  const rows = events.map((e) => [e.announced, e.id, e.kind, titled ? shorten(plain(e.title), left) : ""]);
  const columns = [{ title: "announced" }, { title: "event" }, { title: "kind", drop: 1 }, { title: "what" }];
  const kept = titled ? columns.length : columns.length - 1;
  const made = table(
    columns.slice(0, kept),
    rows.map((row) => row.slice(0, kept)),
    options,
  );
  const acting = events.filter(acts).length;
  const summary = `${events.length} ${events.length === 1 ? "event" : "events"}, ${acting} of them the model can act on (those that are not context). One in full: monazite events <event>`;
  return `${[made, "", ...wrap(summary, width)].join("\n")}\n`;
}

interface Cited {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
}

const LABEL_WIDTH = 12;

/** One event with everything known of it, and the policy it becomes as a scenario would say it. */
export function renderEvent(
  event: EventRow,
  { policy, source }: { readonly policy: Policy | null; readonly source: Cited },
  options: RenderOptions = {},
): string {
  const colours = paint(options.colour);
  const whole = options.width ?? 80;
  const list = (names: readonly string[]) => names.join(", ");
  const facts: [string, string][] = [
    ["announced", event.announced],
    ["in force", event.inForce === "" ? "" : `${event.inForce}${event.ends === "" ? "" : ` to ${event.ends}`}`],
    ["by", list(event.actors)],
    ["aimed at", list(event.targets)],
    ["materials", list(event.materials)],
    ["also", event.unmodelled.length === 0 ? "" : `${list(event.unmodelled)} (not in the model)`],
    ["stages", list(event.stages)],
    ["what", event.description],
    ["figures", event.figures],
    ["related", list(event.related)],
    ["status", `${event.status}, confidence ${event.confidence}`],
    ["source", `${source.publisher}: ${source.title}${event.locator === "" ? "" : `, ${event.locator}`}`],
    ["address", source.url],
    ["note", event.note],
    ["in", `data/${event.file}:${event.line}`],
  ];
  const lines = facts
    .filter(([, text]) => text !== "")
    .flatMap(([label, text]) =>
      (label === "address" ? [plain(text)] : wrap(plain(text), whole - LABEL_WIDTH)).map(
        (line, i) => `${(i === 0 ? label : "").padEnd(LABEL_WIDTH)}${line}`,
      ),
    );
  const use =
    event.because === ""
      ? [
          colours.bold(`The policy it becomes (in a scenario: events: [${event.id}])`),
          stringify({ [event.id]: policy }, { lineWidth: whole }).trimEnd(),
        ]
      : wrap(`Context: the model cannot act on it, because ${contextReasons[event.because]}.`, whole);
  return `${[colours.bold(plain(event.title)), ...lines, "", ...use].join("\n")}\n`;
}
