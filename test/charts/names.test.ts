import { expect, test } from "vitest";
import { inSentence, namesFrom, readId, withArticle } from "../../src/charts/names.ts";

test("ids read well without a dataset", () => {
  const names = namesFrom();
  expect(names.commodity("dysprosium-oxide")).toBe("Dysprosium oxide");
  expect(names.commodity("ndpr-metal")).toBe("NdPr metal");
  expect(names.use("electric-vehicles")).toBe("Electric vehicles");
  expect(names.country("JPN")).toBe("Japan");
  expect(names.country("XXX")).toBe("XXX");
});

test("given names fill what has no short name, and words like constructor are no names", () => {
  const names = namesFrom({ countries: { JPN: "Nippon", LUX: "Luxembourg" } });
  expect(names.country("JPN")).toBe("Japan");
  expect(names.country("LUX")).toBe("Luxembourg");
  expect(names.country("constructor")).toBe("constructor");
  expect(readId("constructor")).toBe("Constructor");
});

test("names inside sentences", () => {
  expect(inSentence("Electric vehicles")).toBe("electric vehicles");
  expect(inSentence("NdFeB magnets")).toBe("NdFeB magnets");
  expect(inSentence("High-coercivity NdFeB magnets")).toBe("high-coercivity NdFeB magnets");
  expect(withArticle("United States")).toBe("the United States");
  expect(withArticle("Japan")).toBe("Japan");
});
