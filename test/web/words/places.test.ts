import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { namesInLanguage } from "../../../src/web/data/names-in-language.ts";
import { forPlace, fromPlace, inPlace, place, placeVerb } from "../../../src/web/words/de/places.ts";
import { namesOf } from "../../../src/web/words/names.ts";

const names = namesOf(namesInLanguage(readFileSync("data/names.csv", "utf8"), "de"), "de");
const country = (id: string) => names.name("country", id).text;

describe("German places", () => {
  test.each([
    ["JPN", "Japan", "für Japan", "in Japan", "aus Japan"],
    ["USA", "die USA", "für die USA", "in den USA", "aus den USA"],
    [
      "GBR",
      "das Vereinigte Königreich",
      "für das Vereinigte Königreich",
      "im Vereinigten Königreich",
      "aus dem Vereinigten Königreich",
    ],
    ["TUR", "die Türkei", "für die Türkei", "in der Türkei", "aus der Türkei"],
    ["COD", "die DR Kongo", "für die DR Kongo", "in der DR Kongo", "aus der DR Kongo"],
    ["PHL", "die Philippinen", "für die Philippinen", "in den Philippinen", "aus den Philippinen"],
    ["IRN", "der Iran", "für den Iran", "im Iran", "aus dem Iran"],
    [
      "XEU",
      "die übrigen EU-Mitglieder",
      "für die übrigen EU-Mitglieder",
      "in den übrigen EU-Mitgliedern",
      "aus den übrigen EU-Mitgliedern",
    ],
    ["XRW", "die übrige Welt", "für die übrige Welt", "in der übrigen Welt", "aus der übrigen Welt"],
    [
      "EUU",
      "die Europäische Union",
      "für die Europäische Union",
      "in der Europäischen Union",
      "aus der Europäischen Union",
    ],
  ])("%s: %s", (id, who, whom, where, whence) => {
    const name = country(id);
    expect([place(name), forPlace(name), inPlace(name), fromPlace(name)]).toEqual([who, whom, where, whence]);
  });

  test("tell the verb", () => {
    const buy = { one: "kauft", other: "kaufen" };
    expect(`${place("USA")} ${placeVerb("USA", buy)}`).toBe("die USA kaufen");
    expect(`${place("Japan")} ${placeVerb("Japan", buy)}`).toBe("Japan kauft");
  });
});
