import { expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { scenarioChains } from "../../src/simulation/chains.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const vocabulary = vocabularyOf(miniDataset());
const ban = (materials: readonly string[]) => ({ kind: "export-ban", materials, origins: ["CHN"] }) as never;
const strait = { kind: "route-closure", between: ["CHN"], and: ["JPN"] } as never;
const growth = { kind: "demand-change", uses: ["cars"] } as never;

test("a scenario is about the materials its policies name", () => {
  const found = scenarioChains({ events: { a: ban(["dysprosium"]), b: strait }, measures: {} }, vocabulary);
  expect([...found]).toEqual(["dysprosium-oxide"]);
});

test("a recipe names what it uses and makes", () => {
  const plant = { kind: "facility", recipe: "separate-ore", country: "JPN" } as never;
  expect([...scenarioChains({ events: {}, measures: { plant } }, vocabulary)].sort()).toEqual(
    ["cerium-oxide", "dysprosium-oxide", "ore"].sort(),
  );
});

test("`chains` has the last word", () => {
  const scenario = { chains: ["cerium"], events: { a: ban(["dysprosium"]) }, measures: {} };
  expect([...scenarioChains(scenario, vocabulary)]).toEqual(["cerium-oxide"]);
});

test("a scenario that names none is about everything", () => {
  expect(scenarioChains({ events: { strait, growth }, measures: {} }, vocabulary).size).toBe(0);
});
