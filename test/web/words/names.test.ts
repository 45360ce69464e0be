import { describe, expect, test } from "vitest";
import { namesInLanguage } from "../../../src/web/data/names-in-language.ts";
import { namesOf } from "../../../src/web/words/names.ts";

const csv = `key,en,de,ja,note
country/USA,United States,USA,米国,
material/gallium,Gallium,Gallium,ガリウム,
mineral/tin,Tin,Zinn,錫,
event/stop,A stop,Ein Stopp,停止,
scenario/x/events/y,Lynas separates dysprosium,Lynas trennt Dysprosium,ライナス、ジスプロシウムを分離,
`;
const names = namesOf(namesInLanguage(csv, "de"), "de");

describe("names", () => {
  test("are found by kind and id, in the language asked for", () => {
    expect(names.name("country", "USA")).toEqual({ text: "USA", lang: "de" });
    expect(namesOf(namesInLanguage(csv, "ja"), "ja").name("country", "USA")).toEqual({ text: "米国", lang: "ja" });
    expect(namesOf(namesInLanguage(csv, "en"), "en").name("country", "USA", "US").text).toBe("United States");
  });

  test("in English leave out what the page has from elsewhere", () => {
    expect(namesInLanguage(csv, "en").map(([key]) => key)).toEqual([
      "country/USA",
      "material/gallium",
      "mineral/tin",
      "event/stop",
    ]);
  });

  test("of minerals and materials stand for each other", () => {
    expect(names.name("mineral", "gallium").text).toBe("Gallium");
    expect(names.name("material", "tin").text).toBe("Zinn");
  });

  test("that are missing are the English ones, and say so", () => {
    expect(names.name("commodity", "ndpr-oxide", "NdPr oxide")).toEqual({ text: "NdPr oxide", lang: "en" });
    expect(names.name("commodity", "ndpr-oxide")).toEqual({ text: "NdPr oxide", lang: "en" });
    expect(names.name("commodity", "ndpr-oxide", "Tin")).toEqual({ text: "Zinn", lang: "de" });
  });

  test("of what a reader has renamed are the reader's", () => {
    expect(names.name("event", "stop", "A stop").text).toBe("Ein Stopp");
    expect(names.name("event", "stop", "A stop of my own")).toEqual({ text: "A stop of my own", lang: "en" });
  });

  test("of titles are found by their English, with or without the line's end that YAML leaves", () => {
    expect(names.title("Lynas separates dysprosium\n")).toEqual({ text: "Lynas trennt Dysprosium", lang: "de" });
    expect(names.title("Lynas sells dysprosium")).toEqual({ text: "Lynas sells dysprosium", lang: "en" });
  });
});
