import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { monazite } from "./in-process.ts";

const SCENARIO = "scenarios/gallium-germanium-stop.yaml";

describe("options of sweeps that do not fit", () => {
  test.each([
    [["simulate", SCENARIO, "--seed", "3", "--name", "x"], "--seed, --name: only with --draws"],
    [["simulate", SCENARIO, "--without-measures"], "--without-measures: only with --draws"],
    [["simulate", SCENARIO, "--draws", "1"], 'got "1", expected a whole number from 2 to 2000000000'],
    [
      ["simulate", SCENARIO, "--draws", "20", "--design", "sensitivity", "--quiet"],
      /^--draws: got 20 draws, expected a multiple of \d+ \(inputs \+ 2\) for design sensitivity; use \d+ or \d+\n$/,
    ],
    [["runs", "list", "--store", "README.md"], "argument 'README.md' is invalid. it is a file; expected a folder"],
    [["runs", "show", "x", "--store", "README.md/runs"], "README.md is a file; expected a folder"],
    [["simulate", SCENARIO, "--draws", "9", "--store", "README.md"], "it is a file; expected a folder"],
    [
      ["simulate", SCENARIO, "--draws", "9", "--store", ".", "--name", "LICENSE", "--quiet"],
      "LICENSE: a file, where the",
    ],
    [["runs", "list", "--data", "README.md"], "README.md: no such dataset folder"],
    [["simulate", SCENARIO, "--draws", "0"], 'got "0", expected a whole number from 2 to 2000000000'],
    [["simulate", SCENARIO, "--draws", "1e3"], 'got "1e3", expected a whole number'],
    [["simulate", SCENARIO, "--draws", "9", "--seed", "4294967296"], "expected a whole number from 0 to 4294967295"],
    [["simulate", SCENARIO, "--draws", "9", "--chunk", "1001"], "expected a whole number from 1 to 1000"],
    [["simulate", SCENARIO, "--draws", "9", "--design", "grid"], "random, sobol, sensitivity"],
    [["simulate", SCENARIO, "--draws", "9", "--csv"], "--csv: not with --draws; monazite runs export writes CSV"],
    [["simulate", SCENARIO, "--draws", "9", "--name", "../x"], '"../x": not a run\'s name'],
    [["simulate", SCENARIO, "--draws", "9", "--patience", "5"], "--patience: only with --queue"],
    [["simulate", SCENARIO, "--draws", "9", "--queue", "redis://q", "--workers", "2"], "--workers: not with --queue"],
    [["simulate", SCENARIO, "--draws", "9", "--queue", "ftp://:secret@q"], "--queue: got the scheme ftp://"],
    [["plan", "plans/small.yaml", "--patience", "5"], "--patience: only with --queue"],
    [["plan", "plans/small.yaml", "--queue", "redis://q", "--workers", "2"], "--workers: not with --queue"],
    [["plan", "plans/small.yaml", "--queue", "ftp://:secret@q"], "--queue: got the scheme ftp://"],
    [["worker"], "expected --queue URL, or MONAZITE_QUEUE in the environment"],
    [["runs", "export", "x"], "expected --csv FILE or --parquet FILE"],
    [["runs", "export", "x", "--csv", "a", "--parquet", "b"], "cannot be used with option"],
    [["runs", "show", "x", "--store", "nowhere"], '"x": no such run in nowhere; it has none yet'],
  ])("%j", async (args, words) => {
    const { code, stdout, stderr } = await monazite(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain("secret");
  });

  test("a number of Sobol draws that is no power of two is hinted at", async () => {
    const store = mkdtempSync(join(tmpdir(), "monazite-sobol-"));
    const short = ["--months", "2", "--store", store, "--workers", "1", "--json"];
    const draw = (draws: string) => monazite("simulate", SCENARIO, "--design", "sobol", "--draws", draws, ...short);
    const hint = "--design sobol: 3 draws; a power of two covers evenly, such as 2 or 4\n";
    expect((await draw("3")).stderr).toContain(hint);
    expect((await draw("4")).stderr).not.toContain("power of two");
    rmSync(store, { recursive: true });
  });

  test("a store without runs is no fault", async () => {
    expect(await monazite("runs", "list", "--store", "nowhere")).toEqual({
      code: 0,
      stdout: "no runs in nowhere; monazite simulate <scenario> --draws 1000 or monazite plan <plan> makes one\n",
      stderr: "",
    });
  });
});
