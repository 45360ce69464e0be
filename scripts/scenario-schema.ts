// npm run schema: writes scenarios/scenario.schema.json, which editors use to complete and check scenario files.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDataset } from "../src/cli/io/read-dataset.ts";
import { acts } from "../src/ledger/index.ts";
import { scenarioJsonSchema } from "../src/simulation/json-schema.ts";

const ledgerIds = readDataset()
  .events.filter(acts)
  .map((event) => event.id);
const path = join(fileURLToPath(new URL("..", import.meta.url)), "scenarios", "scenario.schema.json");
writeFileSync(path, `${JSON.stringify(scenarioJsonSchema(ledgerIds), null, 2)}\n`);
process.stderr.write(`wrote ${path}\n`);
