// npm run validation: writes docs/validation.md from the replays of data/episodes.csv.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replayed } from "../src/cli/commands/replay.ts";
import { readDataset, readEpisodes } from "../src/cli/io/read-dataset.ts";
import { validationPage } from "../src/replay/index.ts";

export const validationFile = join(import.meta.dirname, "../docs/validation.md");

/** The page as the shipped data and code make it. */
export function shippedValidation(): string {
  const dataset = readDataset();
  const found = readEpisodes(dataset);
  const ids = found.episodes.episodes.map((e) => e.id);
  const variants = ids.map((id) => [id, variantsOf(id).map((file) => replayed(id, dataset, found, file))] as const);
  return validationPage(
    ids.map((id) => replayed(id, dataset, found)),
    new Map(variants),
  );
}

/** Scenario files that change one assumption of an episode. */
function variantsOf(id: string): string[] {
  const folder = join(import.meta.dirname, "../scenarios/variants", id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(validationFile, shippedValidation());
  process.stderr.write(`wrote ${validationFile}\n`);
}
