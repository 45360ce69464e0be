import { InputError, type MapEntry, type MapTree, type Problem, quote, type Tree } from "../dataset/index.ts";

const sections = ["events", "measures"];

/**
 * A scenario whose lists of events and measures are maps by id: `- cn-2025-04-licences` becomes
 * `cn-2025-04-licences: { ledger: cn-2025-04-licences }`, and `- my-id: {…}` becomes `my-id: {…}`.
 * @param collect gets an item that is neither, and an id that comes twice (the first stays), for who tells more with them
 * @throws InputError with these when they are not collected
 */
export function withoutLists(scenario: MapTree, collect?: Problem[]): MapTree {
  const problems = collect ?? [];
  const entries = [...scenario.entries].map(([key, entry]): [string, MapEntry] => {
    if (!sections.includes(key) || entry.value.kind !== "list") return [key, entry];
    const found = new Map<string, MapEntry>();
    for (const item of entry.value.items)
      for (const [id, named] of itemEntries(item, key, problems)) {
        const before = found.get(id);
        if (before) {
          const message = `${key}: ${quote(id)} comes twice (first on line ${before.keyAt.line})`;
          problems.push({ ...named.keyAt, message, remedy: "remove or rename one" });
        } else found.set(id, named);
      }
    return [key, { ...entry, value: { kind: "map", at: entry.value.at, entries: found } }];
  });
  if (collect === undefined && problems.length > 0) throw new InputError(problems);
  return { ...scenario, entries: new Map(entries) };
}

function itemEntries(item: Tree, section: string, problems: Problem[]): Iterable<[string, MapEntry]> {
  if (item.kind === "map") return item.entries;
  if (item.kind === "scalar" && typeof item.value === "string") {
    const reference: MapEntry = { keyAt: item.at, value: item };
    const value: MapTree = { kind: "map", at: item.at, entries: new Map([["ledger", reference]]) };
    return [[item.value, { keyAt: item.at, value }]];
  }
  const got = item.kind === "list" ? "a list" : String(item.value);
  const message = `${section}: got ${got}, expected the id of an event or an entry`;
  problems.push({ ...item.at, message, remedy: "write - cn-2025-04-licences, or - my-event: { kind: … }" });
  return [];
}
