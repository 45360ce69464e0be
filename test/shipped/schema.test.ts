import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { resolveExtends } from "../../src/dataset/index.ts";
import { plainOf } from "../../src/dataset/yaml/tree.ts";
import { acts } from "../../src/ledger/index.ts";
import { withoutLists } from "../../src/ledger/list.ts";
import { scenarioJsonSchema } from "../../src/simulation/json-schema.ts";
import { samples } from "../policy/samples.ts";
import { scenarioIds } from "./shipped.ts";

const published = readFileSync("scenarios/scenario.schema.json", "utf8");
const accepts = new Ajv2020({ formats: { date: true } }).compile(JSON.parse(published));

const common = { title: "T", from: "2025-01-01", source: "test", status: "assumed" };
const scenario = {
  title: "T",
  description: "",
  start: "2025-01",
  months: 6,
  viewpoint: ["JPN"],
  events: {},
  measures: {},
};

test("the published schema is the one the code makes; if not: npm run schema", () => {
  const ids = readDataset()
    .events.filter(acts)
    .map((event) => event.id);
  expect(published).toBe(`${JSON.stringify(scenarioJsonSchema(ids), null, 2)}\n`);
});

describe("an editor accepts", () => {
  test.each(scenarioIds)("%s as written, and with all it extends", (id) => {
    const path = `scenarios/${id}.yaml`;
    const load = (name: string) => readFileSync(name, "utf8");
    for (const value of [parse(load(path)), plainOf(resolveExtends(path, load, (tree) => withoutLists(tree)))]) {
      accepts(value);
      expect(accepts.errors).toBeNull();
    }
  });

  test.each(Object.entries(samples))("a policy of kind %s", (_, sample) => {
    accepts({ ...scenario, events: { sample: { ...common, ...sample } } });
    expect(accepts.errors).toBeNull();
  });

  test("a child that overrides one field and removes an entry", () => {
    expect(accepts({ extends: "parent", events: { ban: { to: "2025-06-30" }, tax: null } })).toBe(true);
  });
});

describe("an editor accepts from the ledger", () => {
  test.each([
    ["a list of ids and entries", ["cn-2025-04-licences", { ban: { ...common, ...samples["export-ban"] } }]],
    ["an entry that changes an event", { mine: { ledger: "cn-2025-04-licences", delayDays: -60, to: "2026-01-01" } }],
  ])("%s", (_, events) => {
    accepts({ ...scenario, events });
    expect(accepts.errors).toBeNull();
  });
});

describe("an editor marks", () => {
  const ban = { ...common, ...samples["export-ban"] };
  test.each([
    ["an unknown key", { ...scenario, month: 6 }],
    ["an unknown kind", { ...scenario, events: { ban: { ...ban, kind: "export-bann" } } }],
    ["an unknown key of a policy", { ...scenario, events: { ban: { ...ban, too: "2025-06-30" } } }],
    ["an unknown key of an override", { extends: "parent", events: { ban: { too: "2025-06-30" } } }],
    ["an event the ledger does not have", { ...scenario, events: ["cn-2025-04-licence"] }],
    ["a context event", { ...scenario, events: ["us-jp-2025-10-framework"] }],
    ["half a day", { ...scenario, events: { a: { ledger: "cn-2025-04-licences", delayDays: 0.5 } } }],
    ["a date that is none", { ...scenario, events: { ban: { ...ban, from: "2025-02-30" } } }],
    ["an id with a slash", { ...scenario, events: { "../evil": ban } }],
    ["an id with a slash in a list", { ...scenario, events: [{ "a b": ban }] }],
    ["a measure called by a sentence", { ...scenario, measures: { "<b>": ban } }],
    ["an uncertain input with a dot", { ...scenario, uncertain: { "a.b": null } }],
    ["a month that is none", { ...scenario, start: "2025-13" }],
    ["a run without months", { ...scenario, months: 0 }],
    [
      "a negative capacity",
      { ...scenario, events: { plant: { ...common, ...samples.facility, capacityTonnesPerYear: -1 } } },
    ],
    [
      "a share above one",
      { ...scenario, events: { stop: { ...common, ...samples["route-closure"], lossShare: 1.5 } } },
    ],
  ])("%s", (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});
