import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countryNamesCsv, countryNamesFile } from "../../scripts/country-names.ts";
import { readDataset, readStatistics, readTables } from "../../src/cli/io/read-dataset.ts";
import { policyKinds } from "../../src/policy/kinds/index.ts";
import { checkWords } from "../../src/reading/check-words.ts";
import { draftKinds } from "../../src/reading/index.ts";
import { readWordTables } from "../../src/reading/lexicon.ts";

const files = readTables("data", (name) => name.startsWith("reading/"));
const { rows, problems } = readWordTables(files);
const minerals = readStatistics().materials.map((row) => row.id);

test("drafts have the kinds of policy there are, and context", () => {
  expect([...draftKinds].sort()).toEqual([...Object.keys(policyKinds), "context"].sort());
});

describe("the word tables", () => {
  test("name only what is known, each word once", () => {
    expect([...problems, ...checkWords(rows, readDataset(), minerals)]).toEqual([]);
  });

  test("have every country of the package's in three languages (otherwise: npx tsx scripts/country-names.ts)", () => {
    expect(readFileSync(countryNamesFile, "utf8")).toBe(countryNamesCsv());
  });

  test("have every mineral of the statistics in three languages", () => {
    for (const language of ["de", "en", "ja"]) {
      const named = new Set(rows.materialWords.filter((row) => row.language === language).map((row) => row.material));
      const missing = minerals.filter((id) => !named.has(id) && id !== "rare-earths");
      expect({ language, missing }).toEqual({ language, missing: [] });
    }
  });

  test("a misspelt name is a problem with its line", () => {
    const wrong = readWordTables(
      new Map([...files, ["reading/material_words.csv", "material,language,word\ndysprosum,en,dysprosium\n"]]),
    );
    expect(checkWords(wrong.rows, readDataset(), minerals)).toContainEqual(
      expect.objectContaining({ file: "reading/material_words.csv", line: 2, remedy: 'did you mean "dysprosium"?' }),
    );
  });
});
