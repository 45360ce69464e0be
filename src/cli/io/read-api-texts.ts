import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { ApiTexts } from "../../api/index.ts";
import { packageRoot } from "./package-root.ts";
import { readDataTables } from "./read-dataset.ts";
import { VERSION } from "./version.ts";

/** Reads everything a server answers from: the dataset, the shipped scenarios and plans, the built page. */
export function readApiTexts(dataFolder?: string): ApiTexts {
  const root = packageRoot();
  const text = (bytes: Buffer) => bytes.toString("utf8");
  const yaml = (folder: string) =>
    [...filesUnder(join(root, folder), /\.yaml$/)].map(([name, bytes]) => [`${folder}/${name}`, text(bytes)] as const);
  return {
    tables: readDataTables(dataFolder),
    documents: new Map([...yaml("scenarios"), ...yaml("plans")]),
    site: filesUnder(join(root, "dist", "web"), /^(?!.*(?:^|\/)\.)/),
    version: VERSION,
  };
}

/** Files of a folder by their path in it, with `/`; none when there is no folder. */
function filesUnder(folder: string, wanted: RegExp): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => ({ path: join(folder, name), name: name.split(sep).join("/") }))
    .filter(({ path, name }) => wanted.test(name) && statSync(path).isFile())
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(names.map(({ path, name }) => [name, readFileSync(path)]));
}
