import type { MapEntry, MapTree } from "./tree.ts";

/**
 * Lays one map over another: maps merge key by key, anything else replaces, `null` removes the key. Positions stay those
 * of the file that each part came from.
 */
export function mergeMaps(base: MapTree, over: MapTree): MapTree {
  const entries = new Map<string, MapEntry>(base.entries);
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key)?.value;
    if (entry.value.kind === "scalar" && entry.value.value === null && below) entries.delete(key);
    else if (entry.value.kind === "map" && below?.kind === "map") {
      entries.set(key, { keyAt: entry.keyAt, value: mergeMaps(below, entry.value) });
    } else entries.set(key, entry);
  }
  return { kind: "map", at: over.at, entries };
}
