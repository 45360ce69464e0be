import { expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { scenarioChains } from "../../src/simulation/chains.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const vocabulary = vocabularyOf(miniDataset());
const ban = (materials: readonly string[]) => ({ kind: "export-ban", materials, origins: ["CHN"] }) as never;
const strait = { kind: "route-closure", between: ["CHN"], and: ["JPN"] } as never;
const growth = { kind: "demand-change", uses: ["electric-vehicles"] } as never;

test("a scenario is about the materials its policies name", () => {
  const found = scenarioChains({ events: { a: ban(["dysprosium"]) }, measures: {} }, vocabulary);
  expect([...found]).toEqual(["dysprosium-oxide"]);
});

test("a use names what it needs", () => {
  const found = scenarioChains({ events: { growth, a: ban(["cerium"]) }, measures: {} }, vocabulary);
  expect([...found].sort()).toEqual(["cerium-oxide", "dysprosium-oxide"]);
});

test("a shared stockpile names what it holds", () => {
  const stock = { kind: "joint-stockpile", holdings: [{ commodity: "cerium-oxide", holder: "JPN" }] } as never;
  expect([...scenarioChains({ events: {}, measures: { stock } }, vocabulary)]).toEqual(["cerium-oxide"]);
});

test("a closure or a stop that keeps to no material is about everything, whatever others name", () => {
  const stop = { kind: "outage", countries: ["CHN"] } as never;
  expect(scenarioChains({ events: { a: ban(["dysprosium"]), strait }, measures: {} }, vocabulary).size).toBe(0);
  expect(scenarioChains({ events: { a: ban(["dysprosium"]), stop }, measures: {} }, vocabulary).size).toBe(0);
  const kept = { kind: "outage", countries: ["CHN"], recipes: ["separate-ore"] } as never;
  expect(scenarioChains({ events: { kept }, measures: {} }, vocabulary).size).toBe(3);
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
  expect(scenarioChains({ events: {}, measures: {} }, vocabulary).size).toBe(0);
});
