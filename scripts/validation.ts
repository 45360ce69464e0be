// npm run validation: writes docs/validation.md from the replays of data/episodes.csv.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { replayed } from "../src/cli/commands/replay.ts";
import { readDataset, readEpisodes } from "../src/cli/io/read-dataset.ts";
import { validationPage } from "../src/replay/index.ts";

export const validationFile = join(import.meta.dirname, "../docs/validation.md");

/** The page as the shipped data and code make it. */
export function shippedValidation(): string {
  const dataset = readDataset();
  const found = readEpisodes(dataset);
  return validationPage(found.episodes.episodes.map(({ id }) => replayed(id, dataset, found)));
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(validationFile, shippedValidation());
  process.stderr.write(`wrote ${validationFile}\n`);
}
