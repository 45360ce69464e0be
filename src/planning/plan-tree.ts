import { InputError, type MapEntry, type MapTree, type Problem, quote, type Tree } from "../dataset/index.ts";

/**
 * A plan whose list of candidates is a map by id: `- us-magnets-10x` becomes `us-magnets-10x: {}`, and so does
 * `us-magnets-10x:` with nothing after it; `- my-id: {…}` becomes `my-id: {…}`.
 * @throws InputError for an item that is neither, and for an id that comes twice
 */
export function withoutCandidateList(plan: MapTree): MapTree {
  const entry = plan.entries.get("candidates");
  if (!entry || entry.value.kind === "scalar") return plan;
  const problems: Problem[] = [];
  const found = new Map<string, MapEntry>();
  const items: Iterable<readonly [string, MapEntry]> =
    entry.value.kind === "map" ? entry.value.entries : entry.value.items.flatMap((item) => itemEntries(item, problems));
  for (const [id, own] of items) {
    const before = found.get(id);
    if (before) {
      const message = `candidates: ${quote(id)} comes twice (first on line ${before.keyAt.line})`;
      problems.push({ ...own.keyAt, message, remedy: "remove or rename one" });
    } else found.set(id, { ...own, value: emptyAsMap(own.value) });
  }
  if (problems.length > 0) throw new InputError(problems);
  const value: MapTree = { kind: "map", at: entry.value.at, entries: found };
  return { ...plan, entries: new Map([...plan.entries, ["candidates", { ...entry, value }]]) };
}

function itemEntries(item: Tree, problems: Problem[]): (readonly [string, MapEntry])[] {
  if (item.kind === "map") return [...item.entries];
  if (item.kind === "scalar" && typeof item.value === "string")
    return [[item.value, { keyAt: item.at, value: { kind: "map", at: item.at, entries: new Map() } }]];
  const got = item.kind === "list" ? "a list" : String(item.value);
  const message = `candidates: got ${got}, expected the id of a measure or an entry`;
  problems.push({ ...item.at, message, remedy: "write - us-magnets-10x, or - my-plant: { policy: … }" });
  return [];
}

function emptyAsMap(value: Tree): Tree {
  return value.kind === "scalar" && value.value === null ? { kind: "map", at: value.at, entries: new Map() } : value;
}
