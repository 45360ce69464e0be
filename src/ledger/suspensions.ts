import { type MapTree, nodeAt, type Problem, quote } from "../dataset/index.ts";

const sections = ["events", "measures"];

/**
 * Suspensions taken from the ledger whose event the scenario does not have under the ledger's name; such a scenario
 * would be told of an unknown policy it never wrote.
 * @param written the scenario before references were replaced
 * @param meant the scenario after that
 */
export function lonelySuspensions(written: MapTree, meant: MapTree): Problem[] {
  const entries = sections.flatMap((section) => {
    const map = nodeAt(meant, [section]);
    return map?.kind === "map" ? [...map.entries.keys()].map((id) => ({ section, id })) : [];
  });
  return entries.flatMap(({ section, id }) => {
    const kind = nodeAt(meant, [section, id, "kind"]);
    const of = nodeAt(meant, [section, id, "of"]);
    if (kind?.kind !== "scalar" || kind.value !== "suspension" || of?.kind !== "scalar") return [];
    if (!nodeAt(written, [section, id, "ledger"]) || entries.some((entry) => entry.id === of.value)) return [];
    const name = String(of.value);
    const message = `${section}.${id}: it suspends ${quote(name)}, which the scenario does not have`;
    return [{ ...of.at, message, remedy: `add ${name} to the events, or say with of: what it is called here` }];
  });
}
