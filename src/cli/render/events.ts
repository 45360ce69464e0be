import { stringify } from "yaml";
import { contextReasons, type EventRow } from "../../dataset/index.ts";
import { acts } from "../../ledger/index.ts";
import type { Policy } from "../../policy/kinds/index.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";

const LEAST_TITLE = 28;
const GAP = 2;
/** What gives way to the title, and what is left when it has. */
const COLUMNS = [["announced", "event", "kind"], ["announced", "event"], ["event"]] as const;

/** Events as a table, one a line; the title is always there and gets what is left: other columns go before it is cut short. */
export function renderEvents(events: readonly EventRow[], options: RenderOptions = {}): string {
  const width = options.width ?? 80;
  if (events.length === 0) return "no event fits; leave an option out, or see all with: monazite events\n";
  const cell = { announced: (e: EventRow) => e.announced, event: (e: EventRow) => e.id, kind: (e: EventRow) => e.kind };
  const longest = (title: keyof typeof cell) =>
    Math.max(...[title, ...events.map(cell[title])].map((word) => [...word].length));
  const leftBy = (titles: readonly (keyof typeof cell)[]) =>
    titles.reduce((left, title) => left - longest(title) - GAP, width);
  const kept = COLUMNS.find((titles) => leftBy(titles) >= LEAST_TITLE);
  const made = kept
    ? table(
        [...kept.map((title) => ({ title })), { title: "what" }],
        events.map((e) => [...kept.map((title) => cell[title](e)), shorten(plain(e.title), leftBy(kept))]),
        options,
      )
    : events
        .flatMap((e) => [shorten(plain(e.id), width), ...wrap(plain(e.title), width - 2).map((l) => `  ${l}`)])
        .join("\n");
  const lost = COLUMNS[0].filter((title) => title !== "event" && !kept?.includes(title as never));
  const acting = events.filter(acts).length;
  const room =
    lost.length === 0
      ? ""
      : ` No room for ${lost.map((title) => `“${title}”`).join(" and ")} (--csv and --json have all).`;
  const summary = `${events.length} ${events.length === 1 ? "event" : "events"}, ${acting} of them the model can act on (those that are not context). One in full: monazite events <event>.${room}`;
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
