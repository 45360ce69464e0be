import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { renderUnfinished } from "../../src/cli/render/run.ts";
import { InputError } from "../../src/dataset/problem.ts";
import { checkRun } from "../../src/store/check.ts";
import { openRun, resumeCommand } from "../../src/store/run-folder.ts";
import { complete, temporary } from "./synthetic.ts";

const { folder, clean } = temporary();
afterAll(clean);

test("the command that goes on with a run names it and, where that is not the usual one, its store", () => {
  expect(resumeCommand(join("runs", "with"))).toBe("monazite runs resume with");
  expect(resumeCommand(join("/data/of runs", "with"))).toBe('monazite runs resume with --store "/data/of runs"');
  expect(resumeCommand(join("runs", "with"), "my data")).toBe('monazite runs resume with --data "my data"');
  expect(resumeCommand(join("/data/$x", "a"))).toBe('monazite runs resume a --store "/data/\\$x"');
});

test("what is missing, damaged or strange in a run says the whole command, and so does one that is not finished", async () => {
  await complete(folder);
  const run = openRun(join(folder, "run"));
  const chunks = join(run.folder, "chunks");
  const [first, second] = readdirSync(chunks).filter((name) => name.endsWith(".json"));
  rmSync(join(chunks, first!));
  writeFileSync(join(chunks, second!), "{}");
  writeFileSync(join(chunks, "00000090-00000099.json"), "{}");
  writeFileSync(join(run.folder, "summary.json"), "{}");
  const problems = await checkRun(run).then(
    () => [],
    (error: InputError) => error.problems,
  );
  const command = `monazite runs resume run --store ${folder}`;
  expect(problems.map(({ remedy }) => remedy)).toEqual([
    `${command} computes it again`,
    `${command} computes it again`,
    `${command} writes it again`,
    `${command} clears it away`,
  ]);
  expect(renderUnfinished(run, 10, { width: 60 })).toContain(`\n  ${command}\n`);
  expect(renderUnfinished(run, 10, { data: "d" })).toContain(`\n  ${command} --data d\n`);
});

test("a file where the chunks of a run would lie, and a folder where a file of it would, are faults of the input", async () => {
  await complete(join(folder, "other"));
  const path = join(folder, "other", "run");
  const run = openRun(path);
  const name = readdirSync(join(path, "chunks")).find((n) => n.endsWith(".draws.parquet"))!;
  rmSync(join(path, "chunks", name));
  mkdirSync(join(path, "chunks", name));
  await expect(checkRun(run)).rejects.toThrow(`${name}:1: expected a file, got a folder`);
  rmSync(join(path, "chunks"), { recursive: true });
  writeFileSync(join(path, "chunks"), "");
  expect(() => openRun(path)).toThrow(InputError);
});
