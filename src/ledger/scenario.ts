import type { Vocabulary } from "../chain/vocabulary.ts";
import { vocabularyOf } from "../chain/vocabulary-of.ts";
import {
  type Dataset,
  InputError,
  type MapEntry,
  type MapTree,
  mergeMaps,
  type Problem,
  placedAt,
  resolveExtends,
  sortProblems,
  type Tree,
  validateTree,
  type YamlReading,
} from "../dataset/index.ts";
import { type Scenario, scenarioSchema } from "../simulation/scenario.ts";
import { shiftDays } from "./days.ts";
import { withoutLists } from "./list.ts";
import { nameProblems } from "./name-problems.ts";
import { actingEntry } from "./policy.ts";
import { lonelySuspensions } from "./suspensions.ts";
import { uncertainInSound } from "./uncertain-in-sound.ts";

/** Farthest that a scenario may move an event of the ledger, in days: fifty years. */
export const MOST_DELAY_DAYS = 18_263;

/**
 * Reads a scenario with all it `extends` and all it takes from the ledger. An entry `my-id: { ledger: id, … }` is the
 * event's policy with the fields beside it laid over; `delayDays` moves every day in it first.
 * @param load text of the scenario file at a path, or the tree it has been read into
 * @param also events by id that happen besides, as written elsewhere; an event of the scenario of that name stays
 * @throws InputError with every problem at file:line:column
 */
export function loadScenario(
  path: string,
  load: (path: string) => string | MapTree,
  dataset: Dataset,
  vocabulary: Vocabulary = vocabularyOf(dataset),
  also?: MapTree,
): YamlReading<Scenario> {
  const problems: Problem[] = [];
  const written = resolveExtends(path, load, (tree) => withoutLists(tree, problems));
  const { tree, broken } = expandLedger(also ? withEvents(written, also) : written, dataset, problems);
  try {
    const reading = validateTree(tree, scenarioSchema, (value) => nameProblems(value, vocabulary));
    if (problems.length === 0) return reading;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
  }
  const known = new Set(problems.map(({ file, line, column }) => `${file}:${line}:${column}`));
  const more = uncertainInSound(tree, broken).filter((p) => !known.has(`${p.file}:${p.line}:${p.column}`));
  throw new InputError(sortProblems([...problems, ...more]));
}

function withEvents(scenario: MapTree, also: MapTree): MapTree {
  const own = scenario.entries.get("events");
  if (own?.value.kind !== "map") return scenario;
  const value: MapTree = { ...own.value, entries: new Map([...also.entries, ...own.value.entries]) };
  return { ...scenario, entries: new Map([...scenario.entries, ["events", { ...own, value }]]) };
}

/** A scenario tree in which references to the ledger are replaced by what they mean. Errors: InputError with all problems. */
export function withLedger(scenario: MapTree, dataset: Dataset): MapTree {
  const problems: Problem[] = [];
  const { tree } = expandLedger(scenario, dataset, problems);
  if (problems.length > 0) throw new InputError(sortProblems(problems));
  return tree;
}

/** The same, with what is wrong added to the problems and the entries it is wrong with left out, to look at the rest. */
function expandLedger(
  scenario: MapTree,
  dataset: Dataset,
  problems: Problem[],
): { readonly tree: MapTree; readonly broken: ReadonlySet<string> } {
  const broken = new Set<string>();
  const entries = new Map(scenario.entries);
  for (const section of ["events", "measures"]) {
    const entry = entries.get(section);
    if (entry?.value.kind !== "map") continue;
    const named = [...entry.value.entries].map(([id, own]) => {
      const before = problems.length;
      const value = expanded(own.value, { dataset, problems, path: `${section}.${id}` });
      if (problems.length > before) broken.add(id);
      return [id, { ...own, value }] as const;
    });
    entries.set(section, { ...entry, value: { ...entry.value, entries: new Map(named) } });
  }
  problems.push(...lonelySuspensions(scenario, { ...scenario, entries }));
  for (const section of ["events", "measures"]) {
    const entry = entries.get(section);
    if (entry?.value.kind !== "map") continue;
    const sound = new Map([...entry.value.entries].filter(([id]) => !broken.has(id)));
    entries.set(section, { ...entry, value: { ...entry.value, entries: sound } });
  }
  return { tree: { ...scenario, entries }, broken };
}

/** An entry that is called like an event of the ledger, or moves one, but does not say that it takes it. */
function forgottenLedger(entry: MapTree, { dataset, path }: Context): Problem[] {
  const id = path.slice(path.indexOf(".") + 1);
  const known = dataset.events.some((event) => event.id === id);
  const at = entry.entries.get("delayDays")?.keyAt ?? (known ? entry.at : undefined);
  if (!at) return [];
  const remedy = `add ledger: ${known ? id : "and the id of an event"} to take it from the ledger, or kind: for one of your own`;
  return [{ ...at, message: `${path}: has neither ledger nor kind`, remedy }];
}

interface Context {
  readonly dataset: Dataset;
  readonly problems: Problem[];
  /** `events.my-id` */
  readonly path: string;
}

function expanded(entry: Tree, context: Context): Tree {
  if (entry.kind !== "map") return entry;
  const { ledger, delayDays, ...rest } = Object.fromEntries(entry.entries);
  if (!ledger) {
    if (!entry.entries.has("kind")) context.problems.push(...forgottenLedger(entry, context));
    return entry;
  }
  const say = ({ value: { at } }: MapEntry, message: string, remedy: string): void => {
    context.problems.push({ ...at, message: `${context.path}${message}`, remedy });
  };
  if (ledger.value.kind !== "scalar" || typeof ledger.value.value !== "string") {
    say(ledger, ".ledger: expected the id of an event", "monazite events lists them");
    return entry;
  }
  if (rest.kind) say(rest.kind, ": has both ledger and kind", "remove one of them");
  const days = delayDays === undefined ? 0 : daysOf(delayDays.value);
  if (days === undefined)
    say(delayDays!, `.delayDays: expected a whole number of days`, "write 60, or -30 for earlier");
  const event = actingEntry(context.dataset, ledger.value.value);
  if ("message" in event) {
    say(ledger, `: ${event.message}`, event.remedy);
    return entry;
  }
  const policy = placedAt(shiftDays(event, days ?? 0), ledger.value.at) as MapTree;
  return mergeMaps(policy, { ...entry, entries: new Map(Object.entries(rest)) });
}

function daysOf(tree: Tree): number | undefined {
  const days = tree.kind === "scalar" ? tree.value : undefined;
  return typeof days === "number" && Number.isInteger(days) && Math.abs(days) <= MOST_DELAY_DAYS ? days : undefined;
}
