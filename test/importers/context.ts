import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { ImportContext, ImportResult } from "../../src/importers/importer.ts";

/** The mappings, corrections and countries that ship. */
export function shippedContext(): ImportContext {
  const names = [
    "corrections.csv",
    "countries.csv",
    "statistics/trade_codes.csv",
    ...readdirSync("data/mappings").map((name) => `mappings/${name}`),
  ];
  return { files: new Map(names.map((name) => [name, readFileSync(join("data", name), "utf8")])), progress: () => {} };
}

/** A folder that is removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "monazite-importers-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Every fault of an import as `file:row: message`, without the folder. */
export function faultsOf(result: ImportResult, folder: string): string[] {
  return [...result.problems, ...result.rejects.map((r) => r.problem)].map(
    (p) => `${p.file.replace(`${folder}/`, "")}:${p.line}: ${p.message}`,
  );
}
