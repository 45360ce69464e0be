import { expect, test } from "vitest";
import { answer } from "../../src/charts/answer.ts";
import { homesOf, insideOf, insidesOf } from "../../src/charts/inside.ts";
import { namesFrom } from "../../src/charts/names.ts";
import { priceLines } from "../../src/charts/price-lines.ts";
import { sampleRehearsal } from "../report/sample.ts";

const held = (commodity: string, country: string) => ({
  commodity,
  country,
  baselineExportTonnesPerMonth: 1,
  policies: [],
});
const heldBack = [held("cobalt", "COD"), held("cobalt", "IDN"), held("nickel", "IDN"), held("tin", "IDN")];

test("inside is who exports most among those that hold back", () => {
  expect(insideOf({ heldBack }, "cobalt")).toBe("COD");
  expect(insideOf({ heldBack }, "zinc")).toBeNull();
  expect(insidesOf({ heldBack }, ["cobalt", "nickel", "tin", "zinc"])).toEqual(["IDN", "COD"]);
});

test("what nobody holds back lends the one country that holds the rest, never one of several", () => {
  expect(homesOf({ heldBack }, ["nickel", "zinc"])("zinc")).toBe("IDN");
  expect(homesOf({ heldBack }, ["cobalt", "nickel", "zinc"])("zinc")).toBeNull();
  expect(homesOf({ heldBack: [] }, ["zinc"])("zinc")).toBeNull();
});

const sentences = (rehearsal: ReturnType<typeof sampleRehearsal>) =>
  answer(rehearsal, namesFrom()).paragraphs.flat().join(" ").replaceAll("\u00a0", " ");

test("the sentence on prices names the country of the event, and nobody when there is none", () => {
  const sample = sampleRehearsal();
  const german = { ...sample, heldBack: [held("yttrium-oxide", "DEU")] };
  expect(sentences(german)).toContain("13× in the United States of its former price, while inside Germany it");
  expect(sentences({ ...sample, heldBack: [] })).toContain("13× in the United States of its former price. With");
});

test("a country that holds back and is looked at is not its own outside", () => {
  const sample = { ...sampleRehearsal(), heldBack: [held("yttrium-oxide", "USA")] };
  expect(sentences(sample)).toMatch(/Yttrium oxide peaks at 11× in Japan of its former price, while inside the United/);
  const yttrium = priceLines(sample, namesFrom()).panels.find((p) => p.title === "Yttrium oxide")!;
  expect(yttrium.keys.map((k) => `${k.role} ${k.label}`)).toEqual(["inside United States", "outside-first Japan"]);
});

test("the price before is told once for outside where nobody is inside", () => {
  const nobody = priceLines({ ...sampleRehearsal(), heldBack: [] }, namesFrom());
  expect(nobody.panels[0]!.subtitle.replaceAll("\u00a0", " ")).toBe("before: USD 244/kg outside");
});
