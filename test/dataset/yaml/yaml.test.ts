import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { InputError, loadScenarioYaml, readYaml } from "../../../src/dataset/index.ts";

const ban = z.strictObject({
  kind: z.literal("export-ban"),
  from: z.iso.date(),
  materials: z.array(z.string()).min(1),
});
const tax = z.strictObject({
  kind: z.literal("export-tax"),
  taxShare: z.number().min(0).max(1),
  to: z.iso.date().nullable().default(null),
});
const schema = z.strictObject({
  title: z.string(),
  months: z.int().min(1).max(360),
  stage: z.enum(["mining", "magnet"]).optional(),
  pace: z.union([z.number(), z.strictObject({ perMonth: z.number() })]).optional(),
  events: z.record(z.string(), z.discriminatedUnion("kind", [ban, tax])).default({}),
});

const problemsOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
};
const read = (text: string) => problemsOf(() => readYaml("s.yaml", text, schema));

describe("readYaml", () => {
  it("gives the value, with defaults, and the place of each part", () => {
    const text =
      "title: Stop\nmonths: 12\nevents:\n  stop:\n    kind: export-ban\n    from: 2025-04-04\n    materials: [dysprosium, terbium]\n";
    const yaml = readYaml("s.yaml", text, schema);
    expect(yaml.value.events.stop).toEqual({
      kind: "export-ban",
      from: "2025-04-04",
      materials: ["dysprosium", "terbium"],
    });
    expect(yaml.positionOf(["events", "stop", "materials", 1])).toEqual({ file: "s.yaml", line: 7, column: 29 });
    expect(yaml.keyPositionOf(["events", "stop"])).toEqual({ file: "s.yaml", line: 4, column: 3 });
    expect(yaml.positionOf(["events", "stop", "absent"])).toEqual({ file: "s.yaml", line: 4, column: 3 });
    expect(yaml.problem(["months"], "too long", "shorten it")).toMatchObject({
      line: 2,
      column: 9,
      message: "too long",
    });
  });

  it("reports all problems with line, column and what was expected", () => {
    const text = [
      "titel: x",
      "months: 0",
      "stage: magnets",
      "events:",
      "  a: {kind: export-bann}",
      "  b: {kind: export-tax, taxShare: 2, form: 1}",
      "  c: {from: 2025-01-01}",
      "  d: {kind: export-ban, from: 2025-02-30, materials: []}",
    ].join("\n");
    expect(read(text)).toEqual([
      's.yaml:1:1: key "title" is missing; add title: text',
      's.yaml:1:1: unknown key "titel"; did you mean "title"?',
      "s.yaml:2:9: months: got 0, expected at least 1; change the value",
      's.yaml:3:8: stage: got "magnets", expected one of mining, magnet; did you mean "magnet"?',
      's.yaml:5:13: events.a.kind: got "export-bann", expected one of export-ban, export-tax; did you mean "export-ban"?',
      "s.yaml:6:35: events.b.taxShare: got 2, expected at most 1; change the value",
      's.yaml:6:38: events.b: unknown key "form"; use one of kind, taxShare, to',
      's.yaml:7:3: events.c: key "kind" is missing; add kind: one of export-ban, export-tax',
      's.yaml:8:31: events.d.from: got "2025-02-30", expected a day such as 2025-04-04: February 2025 has 28 days; change the value',
      "s.yaml:8:54: events.d.materials: got an empty list, expected at least 1 entry; change the value",
    ]);
  });

  it("takes the closest form of a union", () => {
    expect(read("title: x\nmonths: 1\npace: {perMoth: 1}")).toEqual([
      's.yaml:3:1: pace: key "perMonth" is missing; add perMonth: a number',
      's.yaml:3:8: pace: unknown key "perMoth"; did you mean "perMonth"?',
    ]);
    expect(read("title: x\nmonths: 1\npace: fast")[0]).toContain(
      'pace: got "fast", expected a number or keys with values',
    );
  });

  it.each([
    [
      "duplicate keys",
      "title: a\ntitle: b\n",
      's.yaml:2:1: key "title" comes twice (first on line 1); remove or rename one',
    ],
    ["several documents", "title: a\n---\ntitle: b\n", "s.yaml:2:1: a second document starts here"],
    ["a list", "- 1\n", "s.yaml:1:1: got a list, expected keys with values"],
    ["nothing", "", "s.yaml:1:1: got nothing, expected keys with values"],
    ["a comment", "# nothing\n", "s.yaml:1:1: got nothing"],
    ["a word", "hello", "s.yaml:1:1: got a single value"],
    ["a tag", "title: !secret x\n", "s.yaml:1:8: not valid YAML"],
    ["a tab", "title:\n\t- x\n", "indent with spaces"],
    ["an open bracket", "title: [a\n", "s.yaml:2:1: not valid YAML"],
    ["infinity", "months: .inf\n", 's.yaml:1:9: got "Infinity", expected a finite number'],
    ["__proto__", "__proto__: {}\n", "s.yaml:1:1: a key must be a plain word"],
    ["a list as key", "? [a]\n: 1\n", "a key must be a plain word"],
    ["an unknown alias", "title: *x\n", "s.yaml:1:8:"],
    ["an alias of itself", "title: &a [*a]\n", "nested too deeply (or an alias contains itself)"],
  ])("refuses %s", (_, text, said) => {
    expect(read(text).join("\n")).toContain(said);
  });

  it("writes aliases out, at the place of use", () => {
    const yaml = readYaml("s.yaml", "title: &t x\nmonths: 1\nstage: mining\nevents: {}\n", schema);
    expect(yaml.value.title).toBe("x");
    expect(read("title: &t x\nmonths: *t\n")).toEqual([
      's.yaml:2:9: months: got "x", expected a number; change the value',
    ]);
  });

  const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let i = 1; i < 12; i++)
    bomb.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(", ")}]`,
    );
  it.each([
    ["a billion laughs", bomb.join("\n"), "too large once its aliases are written out"],
    ["100 MB", "x".repeat(100_000_000), "more than the 1000000 allowed"],
    ["many brackets", "[".repeat(900_000), "nested more than 40 levels deep"],
    ["brackets closed in comments", "[ #]\n".repeat(150_000), "nested more than 40 levels deep"],
    ["many dashes", "- ".repeat(450_000), "nested more than 40 levels deep"],
    ["many question marks", "? ".repeat(450_000), "nested more than 40 levels deep"],
  ])("quickly refuses %s", (_, text, said) => {
    const started = performance.now();
    expect(read(text).join("\n")).toContain(said);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("meets garbage with an InputError and a place", () => {
    const yamlish = fc.string({
      unit: fc.constantFrom(
        "a",
        "title",
        ": ",
        "- ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        "&x ",
        "*x",
        "!",
        "'",
        '"',
        "|",
        ">",
        "#",
        "?",
        "---",
        "\t",
        "null",
        "1e9",
        "%",
        "@",
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: "binary" })), (text) => {
        const said = read(text);
        expect(said.length).toBeGreaterThan(0);
        expect(said[0]).toMatch(/^s\.yaml:\d+:\d+: /);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("loadScenarioYaml", () => {
  const files: Record<string, string> = {
    "scenarios/base.yaml":
      "title: Base\nmonths: 24\nevents:\n  stop: {kind: export-ban, from: 2025-04-04, materials: [dysprosium, terbium]}\n  tax: {kind: export-tax, taxShare: 0.1}\n",
    "scenarios/child.yaml": "extends: base\ntitle: Child\nevents:\n  stop:\n    materials: [yttrium]\n  tax: null\n",
    "scenarios/deep/grandchild.yaml": "extends: ../child.yaml\nmonths: 500\nevents:\n  stop: {from: soon}\n",
    "scenarios/a.yaml": "extends: b\n",
    "scenarios/b.yaml": "extends: ./a.yaml\n",
    "scenarios/self.yaml": "extends: self\n",
    "scenarios/orphan.yaml": "title: x\nextends: bse\n",
    "scenarios/orphans-child.yaml": "extends: orphan\n",
    "scenarios/list.yaml": "extends: [a, b]\n",
    "scenarios/unremoved.yaml": "extends: base\nevents:\n  tax: {to: null}\n  none: null\n",
  };
  const load = (path: string): string => {
    const text = files[path];
    if (text === undefined) throw new Error("no such file");
    return text;
  };
  const loading = (path: string) => problemsOf(() => loadScenarioYaml(path, schema, load)).join("\n");

  it("merges maps, replaces the rest, removes with null, and remembers which file said what", () => {
    const yaml = loadScenarioYaml("scenarios/child.yaml", schema, load);
    expect(yaml.value).toEqual({
      title: "Child",
      months: 24,
      events: { stop: { kind: "export-ban", from: "2025-04-04", materials: ["yttrium"] } },
    });
    expect(yaml.positionOf(["months"])).toEqual({ file: "scenarios/base.yaml", line: 2, column: 9 });
    expect(yaml.positionOf(["events", "stop", "materials", 0])).toEqual({
      file: "scenarios/child.yaml",
      line: 5,
      column: 17,
    });
  });

  it("finds problems in the file of the chain that has them", () => {
    expect(loading("scenarios/deep/grandchild.yaml")).toContain("scenarios/deep/grandchild.yaml:2:9: months: got 500");
    expect(loading("scenarios/deep/grandchild.yaml")).toContain(
      "scenarios/deep/grandchild.yaml:4:16: events.stop.from:",
    );
  });

  it("names the chain of a circle and of a missing parent", () => {
    expect(loading("scenarios/a.yaml")).toContain(
      "scenarios/b.yaml:1:10: extends: goes in a circle: scenarios/a.yaml → scenarios/b.yaml → scenarios/a.yaml",
    );
    expect(loading("scenarios/self.yaml")).toContain("goes in a circle: scenarios/self.yaml → scenarios/self.yaml");
    expect(loading("scenarios/orphan.yaml")).toContain(
      'scenarios/orphan.yaml:2:10: extends: cannot read "bse" at scenarios/bse.yaml: no such file',
    );
    expect(loading("scenarios/orphans-child.yaml")).toContain("(scenarios/orphans-child.yaml → scenarios/orphan.yaml)");
    expect(loading("scenarios/list.yaml")).toContain("extends: expected the name of one scenario");
  });

  it("says so when null would remove something that is not there", () => {
    expect(loading("scenarios/unremoved.yaml")).toContain("scenarios/unremoved.yaml:4:9: events.none:");
  });

  it("merges as plain objects do, whatever they are", () => {
    const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.integer(),
        fc.constant(null),
        fc.array(fc.integer(), { maxLength: 2 }),
        tie("map"),
      ),
      map: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("node"), { maxKeys: 3 }),
    })).map;
    const merge = (base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> => {
      const result = { ...base };
      for (const [key, v] of Object.entries(over)) {
        const isMap = (x: unknown): x is Record<string, unknown> =>
          typeof x === "object" && x !== null && !Array.isArray(x);
        if (v === null && key in base) delete result[key];
        else result[key] = isMap(v) && isMap(base[key]) ? merge(base[key], v) : v;
      }
      return result;
    };
    fc.assert(
      fc.property(value, value, (base, over) => {
        const texts: Record<string, string> = {
          "p.yaml": JSON.stringify(base),
          "c.yaml": JSON.stringify({ extends: "p", ...(over as object) }),
        };
        const merged = loadScenarioYaml("c.yaml", z.record(z.string(), z.unknown()), (path) => texts[path]!).value;
        expect(merged).toEqual(merge(base as Record<string, unknown>, over as Record<string, unknown>));
      }),
    );
  });
});
