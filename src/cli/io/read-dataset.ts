import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Dataset, parseDataset } from "../../dataset/index.ts";
import { UsageError } from "../failure.ts";
import { packageRoot } from "./package-root.ts";

/** Reads every CSV under a dataset folder (default: the one that ships). Errors: InputError with all problems. */
export function readDataset(folder = join(packageRoot(), "data")): Dataset {
  return parseDataset(readTables(folder));
}

/** File name relative to the folder (with `/`) → text. */
export function readTables(folder: string): Map<string, string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`${folder}: no such dataset folder; name one with --data or leave it out for the shipped one`);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".csv"))
    .sort();
  return new Map(
    names.map((name) => [
      relative(folder, join(folder, name)).split(sep).join("/"),
      readFileSync(join(folder, name), "utf8"),
    ]),
  );
}
