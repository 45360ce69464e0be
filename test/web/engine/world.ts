import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDataTables } from "../../../src/cli/io/read-dataset.ts";
import type { DataFile } from "../../../src/web/engine/asks/catalogue.ts";
import { createState, type EngineState } from "../../../src/web/engine/state.ts";
import type { Talk } from "../../../src/web/engine/talk.ts";

const root = join(import.meta.dirname, "../../..");

function yamlUnder(folder: string): Record<string, string> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((n) =>
    n.endsWith(".yaml"),
  );
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), "utf8")]));
}

/** What the build puts into data-HASH.json. */
export function dataFile(): DataFile {
  const tables = readDataTables(undefined, (name) => !name.startsWith("reading/"));
  return {
    tables: Object.fromEntries(tables),
    scenarios: yamlUnder("scenarios"),
    plans: yamlUnder("plans"),
    examples: { "examples/bom.csv": readFileSync(join(root, "examples/bom.csv"), "utf8") },
  };
}

export function openEngine(): EngineState {
  return createState(dataFile());
}

/** A talk that keeps what is said. */
export function listening() {
  const partials: unknown[] = [];
  const talk: Talk<never> = {
    partial: (partial) => void partials.push(partial),
    progress() {},
    pause: async () => {},
  };
  return { partials, talk };
}
