import { InputError, type MapEntry, type MapTree, type Problem, quote, type Tree } from "../dataset/index.ts";

/** Sections of a plan that may be a list of measures or a map by id. */
const sections = ["candidates", "decided"] as const;
type Section = (typeof sections)[number];

/**
 * A plan whose lists of candidates and of what is decided are maps by id: `- us-magnets-10x` becomes `us-magnets-10x: {}`, and so does
 * `us-magnets-10x:` with nothing after it; `- my-id: {…}` becomes `my-id: {…}`.
 * @throws InputError for an item that is neither, and for an id that comes twice
 */
export function withoutCandidateList(plan: MapTree): MapTree {
  return sections.reduce(withoutList, plan);
}

function withoutList(plan: MapTree, section: Section): MapTree {
  const entry = plan.entries.get(section);
  if (!entry || entry.value.kind === "scalar") return plan;
  const problems: Problem[] = [];
  const found = new Map<string, MapEntry>();
  const items: Iterable<readonly [string, MapEntry]> =
    entry.value.kind === "map"
      ? entry.value.entries
      : entry.value.items.flatMap((item) => itemEntries(item, section, problems));
  for (const [id, own] of items) {
    const before = found.get(id);
    if (before) {
      const message = `${section}: ${quote(id)} comes twice (first on line ${before.keyAt.line})`;
      problems.push({ ...own.keyAt, message, remedy: "remove or rename one" });
    } else found.set(id, { ...own, value: emptyAsMap(own.value) });
  }
  if (problems.length > 0) throw new InputError(problems);
  const value: MapTree = { kind: "map", at: entry.value.at, entries: found };
  return { ...plan, entries: new Map([...plan.entries, [section, { ...entry, value }]]) };
}

function itemEntries(item: Tree, section: Section, problems: Problem[]): (readonly [string, MapEntry])[] {
  if (item.kind === "map") return [...item.entries];
  if (item.kind === "scalar" && typeof item.value === "string")
    return [[item.value, { keyAt: item.at, value: { kind: "map", at: item.at, entries: new Map() } }]];
  const got = item.kind === "list" ? "a list" : String(item.value);
  const message = `${section}: got ${got}, expected the id of a measure or an entry`;
  problems.push({ ...item.at, message, remedy: "write - us-magnets-10x, or - my-plant: { policy: … }" });
  return [];
}

function emptyAsMap(value: Tree): Tree {
  return value.kind === "scalar" && value.value === null ? { kind: "map", at: value.at, entries: new Map() } : value;
}
