import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCsv } from "../../src/dataset/index.ts";
import { tables } from "../../src/dataset/schema/index.ts";
import { ledgerColumns } from "../../src/reading/index.ts";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const firstSource = readFileSync("data/sources.csv", "utf8").split("\n")[1]!.split(",")[0]!;
const article = file(
  "article.txt",
  "China banned exports of gallium to Japan on 9 October.\n\nThe US threatens tariffs of 50% on Chinese goods.\n\nJapan could ban exports of indium to China.\n",
);

test("the columns of a row are those of the ledger", () => {
  expect([...ledgerColumns]).toEqual(
    Object.entries(tables.events.columns).map(([name, c]) => ("header" in c ? c.header : name)),
  );
});

describe("monazite read", () => {
  test("lists drafts for a person, and everything as JSON", async () => {
    const { code, stdout } = await monazite("read", article, "--date", "2025-10-28");
    expect(code).toBe(0);
    expect(stdout).toContain("1. export-ban  ");
    expect(stdout).toContain("2. import-tariff, threatened  ");
    const json = JSON.parse((await monazite("read", article, "--date", "2025-10-28", "--json")).stdout);
    expect(json.drafts.map((d: { kind: { value: string } }) => d.kind.value)).toEqual([
      "export-ban",
      "import-tariff",
      "export-ban",
    ]);
    const { start, end, text } = json.drafts[0].materials[0].span;
    expect(json.article.text.slice(start, end)).toBe(text);
  });

  test("prints accepted drafts as rows of the ledger; what is no fact is context", async () => {
    const { stdout, stderr } = await monazite("read", article, "--date", "2025-10-28", "--accept", "1,3");
    const { records } = readCsv("rows", stdout);
    const row = (i: number) => Object.fromEntries(ledgerColumns.map((c, k) => [c, records[i]!.fields[k]]));
    expect(records).toHaveLength(3);
    expect(row(1)).toMatchObject({
      announced: "2025-10-09",
      in_force: "2025-10-09",
      kind: "export-ban",
      actors: "CHN",
      targets: "JPN",
      materials: "gallium",
      because: "",
      // how well it is known, which one article read by a machine does not make high; how sure the reading is: the note
      confidence: "medium",
    });
    expect(row(1).note).toMatch(
      /^Read from the article by monazite read, which is \d\d % sure of it; checked by nobody/,
    );
    // no day is named there
    expect(row(2)).toMatchObject({ announced: "2025-10-28", confidence: "low" });
    expect(row(2)).toMatchObject({ kind: "context", because: "not-in-force", in_force: "" });
    expect(row(2).note).toContain("would be export-ban");
    expect(stderr).toContain("name no source");
  });

  test("puts rows into a ledger where their dates belong, and keeps what was there", async () => {
    const ledger = join(folder, "ledger.csv");
    const into = (numbers: string) =>
      monazite(
        "read",
        article,
        "--date",
        "2025-10-28",
        "--accept",
        numbers,
        "--into",
        ledger,
        "--source",
        "white-house-2025-jp",
      );
    const source = firstSource;
    const put = (numbers: string) =>
      monazite("read", article, "--date", "2025-10-28", "--accept", numbers, "--into", ledger, "--source", source);
    expect((await into("2")).stderr).toMatch(/--source: unknown/);
    expect(existsSync(ledger)).toBe(false);
    expect((await put("2")).code).toBe(0);
    const first = readFileSync(ledger, "utf8");
    expect((await put("1")).code).toBe(0);
    const lines = readFileSync(ledger, "utf8").trimEnd().split("\n");
    expect(lines.map((l) => l.split(",")[1])).toEqual(["announced", "2025-10-09", "2025-10-28"]);
    expect(lines[2]).toBe(first.trimEnd().split("\n")[1]);
    const before = readFileSync(ledger, "utf8");
    const again = await put("1");
    expect([again.code, again.stdout]).toEqual([
      0,
      `Draft 1 is there already, as cn-2025-10-export-ban: not added again.\nNothing put into ${ledger}.\n`,
    ]);
    expect(readFileSync(ledger, "utf8")).toBe(before);
    // what a person filled in is no other row, what a person changed is
    writeFileSync(ledger, before.replace("export-ban,,", "export-ban,politics,"));
    expect((await put("1,2")).stdout).toContain("Nothing put into");
    writeFileSync(ledger, before.replace("medium,reported", "high,reported"));
    const other = await put("1,2");
    expect(other.stdout).toContain("1 row put into");
    expect(other.stderr).toContain(
      "cn-2025-10-export-ban-2 is read from the same place as cn-2025-10-export-ban, which differs in confidence: keep one.",
    );
  });

  test("the rows stand the dataset's own check, but for the source that a person has to name", async () => {
    const own = join(folder, "data");
    cpSync("data", own, { recursive: true });
    const accept = (...more: string[]) =>
      monazite("read", article, "--date", "2025-10-28", "--accept", "all", "--into", join(own, "events.csv"), ...more);
    expect((await accept("--source", "white-house-jp-framework")).stderr).toMatch(/unknown/);
    expect((await accept("--source", firstSource)).code).toBe(0);
    expect((await monazite("--data", own, "data", "check")).stdout).toMatch(/^\d+ rows in order/);
    cpSync("data/events.csv", join(own, "events.csv"));
    expect((await accept()).code).toBe(0);
    expect((await monazite("--data", own, "data", "check")).stdout).toMatch(/source: the cell is blank/);
  });

  test("writes nothing when something is wrong", async () => {
    const ledger = file("other.csv", "id,date\nx,2025\n");
    const wrong = await monazite("read", article, "--date", "2025-10-28", "--accept", "1", "--into", ledger);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("got the columns id,date; expected id,announced,");
    expect(readFileSync(ledger, "utf8")).toBe("id,date\nx,2025\n");
    const undated = file("undated.txt", "China banned exports of gallium to Japan.\n");
    const fresh = join(folder, "fresh.csv");
    const missing = await monazite("read", undated, "--accept", "1", "--into", fresh);
    expect([missing.code, existsSync(fresh)]).toEqual([2, false]);
    expect(missing.stderr).toContain("draft 1 has no date");
  });

  test.each([
    [["--accept", "9"], "there is no draft 9; there are 1 to 3"],
    [["--accept", "x"], "expected numbers of drafts such as 1,3"],
    [["--into", "l.csv"], "--into needs --accept"],
    [["--date", "28.10.2025"], 'got the date "28.10.2025"; expected a day as YYYY-MM-DD'],
    [["--language", "fr"], "Allowed choices are de, en, ja"],
  ])("%j: %s", async (options, message) => {
    const { code, stderr, stdout } = await monazite("read", article, ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["empty.txt", "", "it is empty"],
    ["binary.bin", new Uint8Array([65, 0, 66]), "the file is binary"],
    ["page.pdf", "%PDF-1.7", "the file is a PDF"],
    ["latin.txt", new Uint8Array([0x43, 0xe4, 0x20]), "the file is not UTF-8"],
    ["big.txt", "x".repeat(20_000_001), "the file has 20000001 bytes, 20000000 are read"],
  ])("%s is refused", async (name, content, message) => {
    const { code, stderr } = await monazite("read", file(name, content));
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("a page in its declared character set", async () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="shift_jis"></head><body><p>'),
      Buffer.from([
        0x92, 0x86, 0x8d, 0x91, 0x82, 0xcd, 0x97, 0x41, 0x8f, 0x6f, 0x82, 0xf0, 0x8b, 0xd6, 0x8e, 0x7e, 0x82, 0xb5,
        0x82, 0xbd, 0x81, 0x42,
      ]),
      Buffer.from("</p></body></html>"),
    ]);
    const { stdout } = await monazite("read", file("sjis.html", bytes), "--json");
    expect(JSON.parse(stdout).article.text).toBe("中国は輸出を禁止した。");
  });

  const SAYS = "中国は輸出を禁止した。";
  const EUC_JP = [
    0xc3, 0xe6, 0xb9, 0xf1, 0xa4, 0xcf, 0xcd, 0xa2, 0xbd, 0xd0, 0xa4, 0xf2, 0xb6, 0xd8, 0xbb, 0xdf, 0xa4, 0xb7, 0xa4,
    0xbf, 0xa1, 0xa3,
  ];
  const page = (head: string, body: readonly number[]) =>
    Buffer.concat([Buffer.from(`${head}<p>`), Buffer.from(body), Buffer.from("</p></body></html>")]);

  test.each<[string, string, readonly number[], string]>([
    [
      "http-equiv after a comment",
      `<html><head><!-- ${"x".repeat(2_100)} --><META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=x-euc-jp"></head><body>`,
      EUC_JP,
      SAYS,
    ],
    ["the XML line", '<?xml version="1.0" encoding="EUC-JP"?><html><body>', EUC_JP, SAYS],
    [
      "Latin-1 with the signs of windows-1252",
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=latin1"></head><body>',
      [0x46, 0xfc, 0x72, 0x20, 0x80],
      "Für €",
    ],
    [
      "a charset in a comment says nothing",
      '<html><head><!-- <meta charset="latin1"> --><meta charset="euc-jp"></head><body>',
      EUC_JP,
      SAYS,
    ],
    [
      "ASCII under a charset that nobody knows",
      '<html><head><meta charset="klingon"></head><body>',
      [...Buffer.from("China banned exports.")],
      "China banned exports.",
    ],
    [
      "UTF-8 that kept an old declaration",
      '<html><head><meta charset="shift_jis"></head><body>',
      [...Buffer.from(SAYS)],
      SAYS,
    ],
  ])("the character set of a page: %s", async (name, head, body, text) => {
    const { stdout } = await monazite("read", file(`${name}.html`, page(head, body)), "--json");
    expect(JSON.parse(stdout).article.text).toBe(text);
  });

  test("a character set that is named wins; what is neither named, declared nor UTF-8 is refused with the option", async () => {
    const path = file("euc.txt", new Uint8Array(EUC_JP));
    const { stdout } = await monazite("read", path, "--encoding", "euc-jp", "--json");
    expect(JSON.parse(stdout).article.text).toBe(SAYS);
    const refused = async (...args: string[]) => {
      const { code, stderr } = await monazite("read", ...args);
      return [code, stderr];
    };
    expect(await refused(path)).toEqual([2, expect.stringContaining("not UTF-8; save it as UTF-8, or name its")]);
    expect(await refused(path)).toEqual([2, expect.stringContaining("--encoding shift_jis")]);
    expect(await refused(path, "--encoding", "utf-8")).toEqual([2, expect.stringContaining("as --encoding says")]);
    expect(await refused(path, "--encoding", "klingon")).toEqual([2, expect.stringContaining('got "klingon"')]);
    const wide = file("wide.html", page('<html><head><meta charset="utf-16"></head><body>', [0x46, 0xfc, 0x72]));
    expect(await refused(wide)).toEqual([
      2,
      expect.stringContaining("not UTF-8, nor UTF-16LE, which the page says it is; save it"),
    ]);
    const odd = file("odd.html", page('<html><head><meta charset="klingon"></head><body>', EUC_JP));
    expect(await refused(odd)).toEqual([2, expect.stringContaining('its character set is "klingon"')]);
  });

  test("standard input", () => {
    const run = (input: string) =>
      spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "src/cli/main.ts", "read", "--json"], {
        input,
        encoding: "utf8",
        maxBuffer: 1e8,
      });
    const { status, stdout } = run("China banned exports of gallium to Japan.");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: "stdin", drafts: [{ kind: { value: "export-ban" } }] });
    const much = run("x".repeat(30_000_000));
    expect(much.status).toBe(2);
    expect(much.stderr).toContain("more than 20000000 bytes");
  });
});
