// npm run schema: writes scenarios/scenario.schema.json, which editors use to complete and check scenario files.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scenarioJsonSchema } from "../src/simulation/scenario.ts";

const path = join(fileURLToPath(new URL("..", import.meta.url)), "scenarios", "scenario.schema.json");
writeFileSync(path, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
process.stderr.write(`wrote ${path}\n`);
