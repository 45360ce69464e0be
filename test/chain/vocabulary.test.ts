import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { miniDataset } from "./mini-dataset.ts";

const vocabulary = vocabularyOf(miniDataset());

describe("vocabulary", () => {
  test("a material means its commodities at the wanted stages, a group its members", () => {
    expect([...vocabulary.commodities(["dysprosium"])]).toEqual(["dysprosium-oxide"]);
    expect([...vocabulary.commodities(["rare-earths"], ["separation"])]).toEqual(["dysprosium-oxide", "cerium-oxide"]);
    expect([...vocabulary.commodities(["rare-earths"], ["mining"])]).toEqual([]);
  });

  test("countries outside the model count under their aggregate, blocs as their members", () => {
    expect([...vocabulary.countries(["FRA"])]).toEqual(["XRW"]);
    expect([...vocabulary.countries(["G7"])]).toEqual(["JPN", "XRW"]);
    expect([...vocabulary.countries(["WLD"])]).toEqual(["CHN", "JPN", "XRW"]);
  });

  test("a parameter that is not there is an error that names it", () => {
    expect(() => vocabulary.parameter("tideHeight")).toThrow(/no tideHeight/);
  });
});
