// npm run schema: writes scenarios/scenario.schema.json and plans/plan.schema.json, by which editors complete and check those files.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDataset } from "../src/cli/io/read-dataset.ts";
import { acts } from "../src/ledger/index.ts";
import { planJsonSchema } from "../src/planning/plan-json-schema.ts";
import { scenarioJsonSchema } from "../src/simulation/json-schema.ts";

const { events, measures } = readDataset();
const ledgerIds = events.filter(acts).map((event) => event.id);
const measureIds = measures.map((measure) => measure.id);
const root = fileURLToPath(new URL("..", import.meta.url));
const schemas = {
  "scenarios/scenario.schema.json": scenarioJsonSchema(ledgerIds),
  "plans/plan.schema.json": planJsonSchema(measureIds, ledgerIds),
};
for (const [path, schema] of Object.entries(schemas)) {
  writeFileSync(join(root, path), `${JSON.stringify(schema, null, 2)}\n`);
  process.stderr.write(`wrote ${path}\n`);
}
