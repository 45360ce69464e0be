// One hash of everything that decides the bytes of a sweep: the rooms that compute it and the packages they import.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

export const computingRooms = ["chain", "dataset", "market", "planning", "policy", "simulation", "store"];
export const computingPackages = ["highs", "hyparquet", "hyparquet-writer", "piscina", "yaml", "zod"];

/** sha-256 (hex) over names and texts of src/<rooms> and the locked versions of the packages. */
export function hashOfCode(root) {
  const hash = createHash("sha256");
  for (const room of computingRooms) {
    const files = readdirSync(join(root, "src", room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        path,
        name: path
          .slice(root.length + 1)
          .split(sep)
          .join("/"),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { path, name } of files) {
      const text = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
      hash.update(`${name} ${text.length}\n${text}`);
    }
  }
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  for (const name of computingPackages) hash.update(`${name} ${packages[`node_modules/${name}`].version}\n`);
  return hash.digest("hex");
}
