import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { exitCodeFor, reportFailure } from "../../src/cli/failure.ts";
import { ClearingError } from "../../src/market/errors.ts";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-input-"));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = "scenarios/full-stop-japan.yaml";

describe("options", () => {
  test.each([
    [["simulate", scenario, "--months", "0"], 'got "0", expected a whole number from 1 to 360'],
    [["simulate", scenario, "--months", "abc"], 'got "abc", expected a whole number from 1 to 360'],
    [["simulate", scenario, "--months", "1e9"], 'got "1e9", expected a whole number from 1 to 360'],
    [["simulate", scenario, "--months", "1000000000"], 'got "1000000000", expected a whole number from 1 to 360'],
    [["simulate", scenario, "--months", "-3"], "expected a whole number from 1 to 360"],
    [["simulate", scenario, "--months", "1.5"], "expected a whole number from 1 to 360"],
    [["compare", scenario, scenario, "--months", "361"], 'got "361", expected a whole number from 1 to 360'],
    [["simulate", scenario, "--country", "JPM"], '--country: unknown country "JPM"; did you mean "JPN"?'],
    [["simulate", scenario, "--json", "--csv"], "option '--csv' cannot be used with option '--json'"],
    [["simulate", scenario, "--htm", "x"], "(Did you mean --html?)"],
    [["simulate"], "missing required argument 'scenario'"],
    [["simulate", scenario, scenario], "too many arguments"],
    [["compare", scenario], "missing required argument 'b'"],
    [["simulat", scenario], "(Did you mean simulate?)"],
    [["data", "tensions", "--top", "0"], 'got "0", expected a whole number from 1'],
    [["explain", "prices/dysprosum-oxide@WLD"], "did you mean prices/dysprosium-oxide@WLD"],
    [["explain", ""], 'no figure is called ""'],
    [["export", scenario], "required option '--month <YYYY-MM>' not specified"],
    [
      ["export", scenario, "--month", "2030-01"],
      "--month 2030-01: expected a month of the run, 24 months from 2026-10",
    ],
    [["export", scenario, "--month", "soon"], "--month soon: expected a month of the run"],
    [["export", scenario, "--month", "2026-10", "--format", "gms"], "Allowed choices are json, lp, mps"],
    [[], "Usage: monazite"],
    [["data"], "Usage: monazite data"],
  ])("monazite %j", async (args, expected) => {
    const { code, stdout, stderr } = await monazite(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("dataset folders", () => {
  const damaged = join(folder, "damaged");
  cpSync("data", damaged, { recursive: true });
  const prices = join(damaged, "prices.csv");
  const lines = readFileSync(prices, "utf8").split("\n");
  const withLine = (number: number, change: (line: string) => string) =>
    lines.map((line, i) => (i === number - 1 ? change(line) : line)).join("\n");

  test.each([
    ["a unit nobody knows", withLine(3, (l) => l.replace("USD/t,", "USD/lb,")), /prices\.csv:3:\d+: .*"USD\/lb"/],
    [
      "a commodity nobody knows",
      withLine(2, (l) => l.replace(/^[^,]+/, "unobtainium")),
      /prices\.csv:2: .*"unobtainium"/,
    ],
    ["a cell too few", withLine(4, (l) => l.replace(/,[^,]*,/, ",")), /prices\.csv:4/],
    ["an open quote", withLine(5, (l) => `"${l}`), /prices\.csv:5/],
    ["a negative price", withLine(2, (l) => l.replace(/^([^,]+,[^,]+,)/, "$1-")), /prices\.csv:2:\d+: /],
    ["the same figure twice", [...lines.slice(0, 2), ...lines.slice(1)].join("\n"), /prices\.csv:3/],
    ["bytes", Uint8Array.from([255, 254, 0, 1, 2, 3, 10, 200]), /prices\.csv:1: column "commodity" is missing/],
    ["nothing", "", /prices\.csv:1: /],
  ])("%s in a table", async (_, content, expected) => {
    writeFileSync(prices, content);
    const check = await monazite("--data", damaged, "data", "check");
    expect(check.code).toBe(2);
    expect(check.stdout).toMatch(expected);
    const simulate = await monazite("--data", damaged, "simulate", scenario);
    expect({ code: simulate.code, stdout: simulate.stdout }).toEqual({ code: 2, stdout: "" });
    expect(simulate.stderr).toMatch(expected);
    expect(check.stdout + simulate.stderr).not.toMatch(/\n\s+at |undefined/);
  });

  test("an empty one lacks every table, all told together", async () => {
    mkdirSync(join(folder, "empty"));
    const { code, stdout } = await monazite("--data", join(folder, "empty"), "data", "check");
    expect(code).toBe(2);
    for (const table of ["prices", "production", "demand", "sources"])
      expect(stdout).toContain(`${table}.csv:1: the table is missing; restore it`);
  });

  test.each([
    ["that is not there", "nowhere"],
    ["that is a file", "damaged/sources.csv"],
  ])("one %s", async (_, name) => {
    const { code, stderr } = await monazite("--data", join(folder, name), "simulate", scenario);
    expect(code).toBe(2);
    expect(stderr).toContain("no such dataset folder; name one with --data or leave it out for the shipped one");
  });

  test("a folder where a table should be", async () => {
    mkdirSync(join(folder, "odd", "prices.csv"), { recursive: true });
    const { code, stderr } = await monazite("--data", join(folder, "odd"), "data", "check");
    expect(code).toBe(2);
    expect(stderr).toMatch(/prices\.csv: not a file; a dataset folder holds CSV tables/);
  });
});

describe("--html into a place that cannot be", () => {
  mkdirSync(join(folder, "taken.html"));
  writeFileSync(join(folder, "file"), "as it was");

  test.each([
    ["a folder", "taken.html", "is a folder"],
    ["a folder to be", "new/", "is a folder"],
    ["below a file", "file/report.html", "is not a folder"],
  ])("%s is refused before anything is computed", async (_, name, expected) => {
    const before = readdirSync(folder).sort();
    const { code, stdout, stderr } = await monazite("simulate", "nowhere.yaml", "--html", `${folder}/${name}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
    expect(stderr).toContain("name a file in a folder you may write to");
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("as it was");
  });

  test("no name", async () => {
    const { code, stderr } = await monazite("simulate", scenario, "--html", "");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "--html : expected the name of a file; name a file in a folder you may write to\n",
    });
  });

  test.runIf(existsSync("/proc/self"))("a place the system keeps to itself", async () => {
    const { code, stdout, stderr } = await monazite("simulate", scenario, "--months", "1", "--html", "/proc/x/y.html");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^(--html )?\/proc\/x\/y\.html/);
  });
});

describe("failures", () => {
  const said = (error: unknown) => {
    const words: string[] = [];
    reportFailure({ write: (text: string) => words.push(text) } as unknown as NodeJS.WritableStream, error);
    return words.join("");
  };

  test("a month that cannot clear is no fault of the input's form: 1, with the reason", () => {
    const error = new ClearingError("infeasible", "the month cannot balance: …");
    expect(exitCodeFor(error)).toBe(1);
    expect(said(error)).toBe("the month cannot balance: …\n");
  });

  test("a fault of the program: 1, a sentence and no stack", () => {
    const error = new TypeError("x is not a function");
    expect(exitCodeFor(error)).toBe(1);
    expect(said(error)).toBe(
      "monazite failed: x is not a function\nThis is a fault of the program; MONAZITE_TRACE=1 shows where.\n",
    );
  });
});
