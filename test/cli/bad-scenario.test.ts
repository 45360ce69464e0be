import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-bad-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const good = `title: T
description: D
start: 2026-10
months: 3
viewpoint: [JPN]
events:
  ban:
    kind: export-ban
    title: T
    from: 2026-11-01
    materials: [dysprosium]
    origins: [CHN]
    source: s
    status: assumed
  plant:
    kind: facility
    title: T
    from: 2026-11-01
    country: USA
    recipe: press-standard
    capacityTonnesPerYear: 500
    breakEvenPriceFactor: 1
    source: s
    status: assumed
  pause:
    kind: suspension
    title: T
    of: ban
    from: 2026-12-01
    source: s
    status: assumed
measures: {}
`;

/** What a scenario file with this text is told, without the file's name; the exit code must be 2. */
async function complaint(text: string | Uint8Array): Promise<string> {
  const path = write("scenario.yaml", text);
  const { code, stdout, stderr } = await monazite("simulate", path, "--json");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).not.toMatch(/\n\s+at |Error:|undefined|\[object/);
  expect(stderr.endsWith("\n")).toBe(true);
  return stderr.replaceAll(`${path}:`, "");
}

test("the scenario these cases start from is right", async () => {
  const { code, stderr } = await monazite("simulate", write("good.yaml", good), "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

describe("what is wrong in a scenario is told with line, column and a suggestion", () => {
  test.each([
    ["an unknown key", "months: 3", "monhts: 3", '4:1: unknown key "monhts"; did you mean "months"?'],
    ["a missing key", "start: 2026-10\n", "", '1:1: key "start" is missing; add start: text'],
    [
      "an unknown kind",
      "kind: export-ban",
      "kind: export-bann",
      /^8:11: events\.ban\.kind: got "export-bann", expected one of .*; did you mean "export-ban"\?/,
    ],
    [
      "a key of another unit",
      "capacityTonnesPerYear",
      "capacityTonnesPerMonth",
      '21:5: events.plant: unknown key "capacityTonnesPerMonth"; did you mean "capacityTonnesPerYear"?',
    ],
    [
      "a unit in a number",
      "capacityTonnesPerYear: 500",
      "capacityTonnesPerYear: 5 kt",
      '21:28: events.plant.capacityTonnesPerYear: got "5 kt", expected a number; change the value',
    ],
    [
      "a negative capacity",
      "capacityTonnesPerYear: 500",
      "capacityTonnesPerYear: -500",
      "21:28: events.plant.capacityTonnesPerYear: got -500, expected more than 0; change the value",
    ],
    [
      "a number that is none",
      "capacityTonnesPerYear: 500",
      "capacityTonnesPerYear: .nan",
      /^21:28: got "NaN", expected a finite number/,
    ],
    ["an unknown country", "country: USA", "country: USB", '19:14: unknown country or bloc "USB"; did you mean "USA"?'],
    [
      "an unknown country in a list",
      "origins: [CHN]",
      "origins: [CHN, CHB]",
      /^12:20: unknown country or bloc "CHB"; did you mean "CH/,
    ],
    [
      "an unknown viewpoint",
      "viewpoint: [JPN]",
      "viewpoint: [JPN, JPM]",
      '5:18: unknown country "JPM"; did you mean "JPN"?',
    ],
    [
      "an unknown material",
      "[dysprosium]",
      "[dysprosum]",
      '11:17: unknown material "dysprosum"; did you mean "dysprosium"?',
    ],
    [
      "an unknown recipe",
      "press-standard",
      "press-standart",
      '20:13: unknown recipe "press-standart"; did you mean "press-standard"?',
    ],
    [
      "a day that is none",
      "from: 2026-11-01\n    materials",
      "from: 2026-11-31\n    materials",
      '10:11: events.ban.from: got "2026-11-31", expected a day such as 2025-04-04: November 2026 has 30 days; change the value',
    ],
    [
      "a day in another form",
      "from: 2026-11-01\n    materials",
      "from: 01.11.2026\n    materials",
      /^10:11: events\.ban\.from: got "01\.11\.2026", expected a day such as/,
    ],
    [
      "a month that is none",
      "start: 2026-10",
      "start: 2026-13",
      '3:8: start: got "2026-13", expected a month such as 2025-01; change the value',
    ],
    [
      "an end before the start",
      "    origins: [CHN]",
      "    origins: [CHN]\n    to: 2026-01-01",
      /^13:9: events\.ban\.to: got 2026-01-01, expected a day on or after from/,
    ],
    ["no months", "months: 3", "months: 0", "4:9: months: got 0, expected at least 1; change the value"],
    ["too many months", "months: 3", "months: 361", "4:9: months: got 361, expected at most 360; change the value"],
    ["half a month", "months: 3", "months: 3.5", /^4:9: months: got 3\.5, expected a whole number/],
    ["a suspension of nothing", "of: ban", "of: bann", '28:9: unknown policy "bann"; did you mean "ban"?'],
    [
      "a ban where nothing is shipped",
      "origins: [CHN]",
      "origins: [MEX]",
      /^11:16: nobody ships dysprosium-oxide, .* from MEX to WLD; check origins, destinations and stages/,
    ],
    [
      "one name for two policies",
      "measures: {}",
      "measures:\n  ban: { kind: export-ban, title: T, from: 2026-11-01, materials: [dysprosium], origins: [CHN], source: s, status: assumed }",
      /^33:8: measures\.ban: "ban" is the name of an event already/,
    ],
    ["the same key twice", "months: 3", "months: 3\nmonths: 4", /^5:1: key "months" comes twice \(first on line 4\)/],
    ["a bracket left open", "[JPN]", "[JPN", /^\d+:\d+: not valid YAML: /],
    ["a tag", "title: T\ndescription", "title: !!js/function T\ndescription", /leave the tag \(!…\) out/],
  ])("%s", async (_, from, to, expected) => {
    expect(good).toContain(from);
    const told = await complaint(good.replace(from, to));
    const lines = told.trimEnd().split("\n");
    if (typeof expected === "string") expect(lines).toContain(expected);
    else
      expect(
        lines.some((line) => expected.test(line)),
        told,
      ).toBe(true);
  });

  test("several faults are told together", async () => {
    const told = await complaint(good.replace("[dysprosium]", "[dysprosum]").replace("country: USA", "country: USB"));
    expect(told).toContain('11:17: unknown material "dysprosum"');
    expect(told).toContain('19:14: unknown country or bloc "USB"');
  });
});

describe("files that are no scenario", () => {
  test.each([
    ["an empty file", ""],
    ["a file of comments", "# nothing\n"],
    ["a list", "- a\n- b\n"],
    ["bytes", Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)],
    ["zeros", new Uint8Array(5000)],
    ["a table", "a,b,c\n1,2,3\n"],
  ])("%s", async (_, content) => {
    expect(await complaint(content)).toMatch(/^\d+:\d+: /);
  });

  test("a YAML bomb", async () => {
    const letters = [..."abcdefghi"];
    const bomb = letters.map((letter, i) => {
      const below = i === 0 ? "x" : `*${letters[i - 1]}`;
      return `${letter}: &${letter} [${Array(9).fill(below).join(", ")}]`;
    });
    expect(await complaint(bomb.join("\n"))).toMatch(/too large once its aliases are written out/);
  });

  test("twenty thousand brackets", async () => {
    expect(await complaint(`a: ${"[".repeat(20_000)}`)).toMatch(/^1:1: nested more than 40 levels deep/);
  });

  test("a hundred megabytes, refused by size", async () => {
    const path = write("big.yaml", "");
    truncateSync(path, 100_000_000);
    const { code, stderr } = await monazite("simulate", path);
    expect(code).toBe(2);
    expect(stderr).toContain("the file has 100000000 bytes, a scenario may have 1000000");
    expect(await complaint("extends: big\n")).toContain('1:10: extends: cannot read "big"');
  });

  test.each([
    ["a file that is not there", "none.yaml", /none\.yaml:1: no such file; see .* for the scenarios there are/],
    ["a folder that is not there", "none/none.yaml", /none\.yaml:1: no such file/],
    ["a folder", ".", /not a file; name a scenario file/],
    ["below a file", "good.yaml/x.yaml", /no such file/],
  ])("%s", async (_, name, expected) => {
    write("good.yaml", good);
    const { code, stderr } = await monazite("simulate", join(folder, name));
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });
});

describe("extends", () => {
  test("in a circle", async () => {
    write("a.yaml", "extends: b\n");
    write("b.yaml", "extends: c\n");
    const path = write("c.yaml", "extends: a\n");
    const { code, stderr } = await monazite("simulate", path);
    expect(code).toBe(2);
    expect(stderr).toMatch(/b\.yaml:1:10: extends: goes in a circle: .*c\.yaml → .*a\.yaml → .*b\.yaml → .*c\.yaml; /);
  });

  test("of itself", async () => {
    expect(await complaint("extends: scenario\n")).toMatch(/^1:10: extends: goes in a circle/);
  });

  test("of what is not there", async () => {
    expect(await complaint("extends: nowhere\n")).toMatch(
      /^1:10: extends: cannot read "nowhere" at .*nowhere\.yaml: no such file; correct the name/,
    );
  });

  test("a fault in the parent is told in the parent", async () => {
    write("parent.yaml", good.replace("[dysprosium]", "[dysprosum]"));
    const { stderr } = await monazite("simulate", write("child.yaml", "extends: parent\ntitle: U\n"));
    expect(stderr).toMatch(/parent\.yaml:11:17: unknown material "dysprosum"/);
  });

  test("an override that names nothing in the parent must be a whole policy", async () => {
    write("parent.yaml", good);
    const { code, stderr } = await monazite(
      "simulate",
      write("child.yaml", "extends: parent\nevents:\n  bann:\n    to: 2027-01-01\n"),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/child\.yaml:3:3: .*kind/);
  });
});

describe("ids", () => {
  test.each(["../../evil <script>", "a b", "a_b", "a.b", "-a", "", "é"])("%j is no id of an event", async (id) => {
    const told = await complaint(good.replace("  plant:\n", `  ${JSON.stringify(id)}:\n`));
    expect(told).toContain(
      `15:3: events: key ${JSON.stringify(id)}: expected letters, digits and - only, the first no -`,
    );
  });

  test("of measures and uncertain inputs follow the same rule", async () => {
    const [head, plant] = good.replace("measures: {}\n", "").split("  plant:\n") as [string, string];
    const input =
      "{ title: T, targets: [{ event: ban, field: from }], shiftDays: { kind: uniform, low: 0, high: 9 }, source: s, status: assumed }";
    const text = `${head}measures:\n  "my plant":\n${plant.split("  pause:")[0]}uncertain:\n  "a:b": ${input}\n`;
    const told = await complaint(text);
    expect(told).toContain('measures: key "my plant": expected letters, digits and - only');
    expect(told).toContain('uncertain: key "a:b": expected letters, digits and - only');
  });
});

test("mistakes of every kind are told in one go: lists, the ledger, the schema, names, uncertain inputs", async () => {
  const text = `title: Many mistakes
description: D
start: 2026-10
months: 12
viewpoint: [JPN]
events:
  - nowhere
  - cn-2010-09-stop-japan
  - a: { ledger: cn-2010-09-stop-japn }
  - b: { kind: export-ban, title: B, form: 2026-11-01, materials: [dysprosum], origins: [CHN], source: s, status: assumed }
  - c: { ledger: us-jp-2025-10-framework }
  - [x]
measures: {}
uncertain:
  leak:
    title: L
    targets: [{ event: nope, field: leakage.share }]
    value: { kind: triangular, low: 0, mode: 0.1, high: 0.3 }
    source: s
    status: assumed
  bad:
    title: L
    targets: [{ event: cn-2010-09-stop-japan, field: leakage.share }]
    value: { kind: triangulr, low: 0, mode: 0.1, high: 0.3 }
    source: s
    status: assumed
  of-a:
    title: L
    targets: [{ event: a, field: leakage.share }]
    value: { kind: triangular, low: 0, mode: 0.1, high: 0.3 }
    source: s
    status: assumed
`;
  const told = (await complaint(text)).trimEnd().split("\n");
  expect(told).toEqual([
    expect.stringMatching(/^7:5: events\.nowhere: no event of the ledger/),
    expect.stringMatching(/^9:18: events\.a: no event of the ledger/),
    expect.stringMatching(/^10:5: events\.b: key "from" is missing/),
    expect.stringMatching(/^10:38: events\.b: unknown key "form"/),
    expect.stringMatching(/^10:68: unknown material "dysprosum"/),
    expect.stringMatching(/^11:18: events\.c: "us-jp-2025-10-framework"/),
    expect.stringMatching(/^12:5: events: got a list, expected the id/),
    expect.stringMatching(/^17:24: unknown event "nope"/),
    expect.stringMatching(/^24:20: uncertain\.bad\.value\.kind: got/),
  ]);
});

describe("names are told together with what the schema finds", () => {
  test("an impossible day, a misspelt material and an abbreviation, in one go", async () => {
    const text = good
      .replace("[dysprosium]", "[cobolt]")
      .replace("origins: [CHN]", "origins: [DRC]")
      .replace("from: 2026-11-01", "from: 2027-02-30");
    expect((await complaint(text)).trimEnd().split("\n")).toEqual([
      '10:11: events.ban.from: got "2027-02-30", expected a day such as 2025-04-04: February 2027 has 28 days; change the value',
      '11:17: unknown material "cobolt"; did you mean "cobalt"?',
      '12:15: unknown country or bloc "DRC"; use its code COD',
    ]);
  });

  test("in every entry, the viewpoint and nested parts", async () => {
    const text = good
      .replace("viewpoint: [JPN]", "viewpoint: [Germany]")
      .replace("country: USA", "country: USB")
      .replace("origins: [CHN]", "origins: [CHN]\n    leakage: { share: 0.1, premiumShare: 0.1, via: UAE }");
    expect((await complaint(text)).trimEnd().split("\n")).toEqual([
      '5:13: unknown country "Germany"; use its code DEU',
      '13:52: unknown country or bloc "UAE"; use its code ARE',
      '20:14: unknown country or bloc "USB"; did you mean "USA"?',
    ]);
  });

  test("a leap day is a day in some years", async () => {
    expect(await complaint(good.replace("from: 2026-11-01", "from: 2027-13-01"))).toContain("months go from 01 to 12");
    expect(await complaint(good.replace("from: 2026-11-01", "from: 2100-02-29"))).toContain(
      "February 2100 has 28 days",
    );
  });
});
