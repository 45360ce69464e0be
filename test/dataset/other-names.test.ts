import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { countryMeant } from "../../src/dataset/other-names.ts";

const dataset = readDataset();
const { meant, names } = vocabularyOf(dataset);

describe("what people write instead of a code", () => {
  test.each([
    ["DRC", "COD"],
    ["DR Congo", "COD"],
    ["UK", "GBR"],
    ["USA", "USA"],
    ["U.S.", "USA"],
    ["uae", "ARE"],
    ["South Korea", "KOR"],
    ["Germany", "DEU"],
    ["china", "CHN"],
    ["Turkiye", "TUR"],
    ["jpn", "JPN"],
    ["DE", "DEU"],
    ["European Union", "EU"],
  ])("%s is %s", (got, code) => expect(countryMeant(dataset, got)).toBe(code));

  test.each([
    ["Ga", "gallium"],
    ["Dy", "dysprosium"],
    ["W", "tungsten"],
    ["Aluminum", "aluminium"],
    ["Cobalt", "cobalt"],
    ["NdFeB", "ndfeb"],
    ["Heavy rare earths", "heavy-rare-earths"],
  ])("%s is %s", (got, name) => {
    expect(meant!("materials", got)).toBe(name);
    expect(names.materials).toContain(name);
  });

  test("nonsense means nothing", () => {
    for (const got of ["", "Q", "constructor", "Atlantis"]) {
      expect(countryMeant(dataset, got)).toBeUndefined();
      expect(meant!("materials", got)).toBeUndefined();
    }
  });
});

test("everything the tables mean is in the dataset", async () => {
  const { COUNTRIES, MATERIALS } = await import("../../src/dataset/other-names.ts");
  for (const word of Object.keys(COUNTRIES))
    expect([word, countryMeant(dataset, word)]).toEqual([word, COUNTRIES[word]]);
  for (const name of Object.values(MATERIALS)) expect(names.materials).toContain(name);
});
