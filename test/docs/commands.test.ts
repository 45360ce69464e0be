import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildProgram } from "../../src/cli/program.ts";
import { monazite, wordsOf } from "../cli/in-process.ts";
import { blocksOf } from "./markdown.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Commands of the shell blocks, one a line, without `npx`, comments and redirections. */
const commands = documents
  .filter((path) => existsSync(path))
  .flatMap(blocksOf)
  .filter(({ language }) => language === "sh")
  .flatMap(({ place, text }) =>
    text
      .split("\n")
      .map((line) => line.replace(/\s#.*$/, "").replace(/\s>.*$/, ""))
      .filter((line) => /^(npx )?monazite /.test(line))
      .map((line) => ({ place, line: line.replace(/^(npx )?monazite /, "") })),
  );

describe("commands in the documents", () => {
  test("are some", () => {
    expect(commands.length).toBeGreaterThanOrEqual(4);
  });

  test.each(commands)("$place: monazite $line", async ({ line }) => {
    const words = wordsOf(line);
    const file = words.indexOf("--html") + 1;
    if (file > 0) words[file] = join(folder, words[file]!);
    const parquet = words.indexOf("--parquet") + 1;
    if (parquet > 0) words[parquet] = join(folder, words[parquet]!);
    if (words[0] === "plan") {
      words.push("--quiet", "--store", join(folder, "runs"));
      const csv = words.indexOf("--csv") + 1;
      if (csv > 0) words[csv] = join(folder, words[csv]!);
    }
    if (words[0] === "runs") words.push("--store", join(folder, "runs"));
    for (const option of ["--into", "--data"]) {
      const value = words.indexOf(option) + 1;
      if (value > 0) words[value] = join(folder, words[value]!);
    }
    if (words.includes("--draws") && !words.includes("--store")) words.push("--quiet", "--store", join(folder, "runs"));
    const { code, stdout, stderr } = await monazite(...words);
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toBe("");
    if (file > 0) expect(existsSync(words[file]!)).toBe(true);
  });
});

test("the README quotes what the small plan answers", async () => {
  const quoted = blocksOf("README.md").find(({ text }) => text.startsWith("With USD"))!;
  const { stdout } = await monazite("plan", "plans/small.yaml", "--quiet", "--store", join(folder, "runs"));
  expect(stdout).toContain(quoted.text.trim());
});

describe("examples in --help", () => {
  test.each([
    "",
    "simulate",
    "compare",
    "data check",
    "data tensions",
    "events",
    "explain",
    "export",
    "exposure",
    "plan",
    "runs list",
    "runs show",
    "runs resume",
    "runs compare",
    "runs export",
    "worker",
    "dependence",
    "read",
    "replay",
  ])("monazite %s --help", async (name) => {
    const { code, stdout } = await monazite(...wordsOf(name).filter((word) => word !== ""), "--help");
    expect(code).toBe(0);
    const examples = [...stdout.matchAll(/^ {2}monazite (.+)$/gm)].map((match) => match[1]!.replace(/\s>.*$/, ""));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      await parse(example);
      for (const word of wordsOf(example).filter((w) => /^(scenarios|plans)\//.test(w)))
        expect(existsSync(word)).toBe(true);
    }
  });
});

/** Parses a command line without doing what it says; throws where an option or argument is wrong. */
async function parse(line: string): Promise<void> {
  const program = buildProgram({ stdout: process.stdout, stderr: process.stderr });
  let reached = 0;
  for (const command of [...program.commands, ...program.commands.flatMap((c) => c.commands)])
    if (command.commands.length === 0)
      command.action(() => {
        reached++;
      });
  await program.parseAsync(wordsOf(line), { from: "user" });
  expect(reached).toBe(1);
}
