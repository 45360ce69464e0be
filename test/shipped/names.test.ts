import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDataset, readStatistics } from "../../src/cli/io/read-dataset.ts";
import { nameableOf } from "../../src/dataset/index.ts";

const dataset = readDataset();
const { things, elsewhere } = nameableOf(dataset);
const rows = new Map(dataset.names.map((row) => [row.key, row]));
const englishKnown = new Set(dataset.names.map((row) => row.en));

/** Titles and descriptions of the files of scenarios/ and plans/ by key of names.csv: `scenario/x/events/y`. */
function textsOf(folder: string, kind: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const texts = new Map<string, string>();
  const walk = (node: unknown, key: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { title, description, because } = node as { title?: unknown; description?: unknown; because?: unknown };
    if (typeof title === "string") texts.set(key, title.trim());
    if (typeof description === "string" && description.trim() !== "")
      texts.set(`${key}/description`, description.trim());
    if (typeof because === "string") texts.set(`${key}/because`, because.trim());
    for (const [name, child] of Object.entries(node)) walk(child, `${key}/${name}`);
  };
  for (const file of files)
    walk(parse(readFileSync(join(folder, file), "utf8")), `${kind}/${file.replace(/\.yaml$/, "")}`);
  return texts;
}

const texts = new Map([...textsOf("scenarios", "scenario"), ...textsOf("plans", "plan")]);

describe("data/names.csv", () => {
  test("names everything of the dataset that people read, under its own key or that of the same text", () => {
    const unnamed = [...things].filter(([key, english]) => !rows.has(key) && !englishKnown.has(english ?? key));
    expect(unnamed).toEqual([]);
  });

  test("names every mineral of the statistics, as a mineral or as a material of the model", () => {
    const { materials } = readStatistics();
    expect(materials.length).toBeGreaterThan(50);
    const unnamed = materials.filter(({ id }) => !rows.has(`mineral/${id}`) && !rows.has(`material/${id}`));
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  });

  test("has every title, description and reason of scenarios/ and plans/, under its own key or that of the same text", () => {
    expect(texts.size).toBeGreaterThan(100);
    expect([...texts].filter(([, english]) => !englishKnown.has(english))).toEqual([]);
  });

  test("has every disagreement of figures and every licence of the sources", () => {
    const told = dataset.tensions.flatMap((t) => [t.topic, t.figureA, t.figureB, t.note]);
    const all = [...told, ...dataset.sources.map((source) => source.licence)];
    expect([...new Set(all)].filter((english) => !englishKnown.has(english))).toEqual([]);
  });

  test("translates the English that things have now (look at the translation, then copy the English to `en`)", () => {
    const stale = dataset.names.flatMap(({ key, en }) => {
      const english = /^(scenario|plan)\//.test(key) ? (texts.get(key) ?? "nothing") : things.get(key);
      return english === undefined || english === en ? [] : [`${key}: ${en} — now: ${english}`];
    });
    expect(stale).toEqual([]);
  });

  test("keys of kinds that stand elsewhere are that stand elsewhere or are found by their English", () => {
    expect(elsewhere).toEqual(["mineral", "scenario", "plan", "phrase", "tension", "licence"]);
  });

  test("is Japanese in the Japanese column, or says in the note why not", () => {
    const latin = dataset.names.filter(
      ({ ja, note }) => note === "" && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(ja),
    );
    expect(latin.map(({ key, ja }) => `${key}: ${ja}`)).toEqual([]);
    const narrow = dataset.names.filter(({ ja }) => /[(),;]|: |[\uff61-\uff9f]|[ \u3000]{2}/.test(ja));
    expect(narrow.map(({ key, ja }) => `${key}: ${ja}`)).toEqual([]);
  });

  test("leaves no English in the German and Japanese columns", () => {
    const english = /\b(the|of|and|with|for|from|licences?|export|rare earths?|stockpiles?|separation)\b/;
    const left = dataset.names.filter(({ de, ja }) => english.test(de) || english.test(ja));
    expect(left.map(({ key, de, ja }) => `${key}: ${de} | ${ja}`)).toEqual([]);
  });

  test("calls countries as i18n-iso-countries does, or says in the note why not", () => {
    const require = createRequire(import.meta.url);
    const codes: readonly [string, string, string][] = require("i18n-iso-countries/codes.json");
    const alpha2 = new Map(codes.map(([two, three]) => [three, two]));
    const named = (language: string): Record<string, string | string[]> =>
      require(`i18n-iso-countries/langs/${language}.json`).countries;
    const [german, japanese] = [named("de"), named("ja")];
    const countries = dataset.names.filter(({ key, note }) => key.startsWith("country/") && note === "");
    expect(countries.length).toBeGreaterThan(200);
    const other = countries.filter(({ key, de, ja }) => {
      const two = alpha2.get(key.slice("country/".length));
      return two !== undefined && (![german[two]].flat().includes(de) || ![japanese[two]].flat().includes(ja));
    });
    expect(other.map(({ key }) => key)).toEqual([]);
  });
});
