import { createHash } from "node:crypto";

/** sha-256 (hex) over the names and texts of the curated tables, in order of name. */
export function dataVersion(tables: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const name of [...tables.keys()].sort()) {
    const text = tables.get(name)!;
    hash.update(`${name} ${text.length}\n`).update(text);
  }
  return hash.digest("hex");
}
