import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { monazite } from "../cli/in-process.ts";
import { blocksOf, readDoc } from "./markdown.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "monazite-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

const yaml = blocksOf("README.md").filter(({ language }) => language === "yaml");
const child = yaml.find(({ text }) => text.startsWith("# scenarios/my-stop.yaml"))!;

describe("the worked example of the README", () => {
  test("quotes the shipped scenario as it is", () => {
    const quoted = yaml.map(({ text }) => parse(text)).find((value) => "cn-stop-japan" in value);
    const { note: _, ...shipped } = parse(readFileSync(join(root, "scenarios/full-stop-japan.yaml"), "utf8")).events[
      "cn-stop-japan"
    ];
    expect(quoted["cn-stop-japan"]).toEqual(shipped);
  });

  test("the child scenario runs beside its parent and is milder", async () => {
    copyFileSync(join(root, "scenarios/full-stop-japan.yaml"), join(folder, "full-stop-japan.yaml"));
    writeFileSync(join(folder, "my-stop.yaml"), `${child.text}\n`);
    const { code, stdout } = await monazite(
      "compare",
      join(folder, "full-stop-japan.yaml"),
      join(folder, "my-stop.yaml"),
      "--json",
    );
    expect(code).toBe(0);
    const { a, b } = JSON.parse(stdout);
    const atRisk = (run: typeof a) =>
      run.summary.reduce(
        (sum: number, line: { withMeasures: { valueAtRiskUsd: number } }) => sum + line.withMeasures.valueAtRiskUsd,
        0,
      );
    expect(b.title).toBe("Three months, leaky");
    expect(atRisk(b)).toBeLessThan(atRisk(a));
  });

  test("a misspelt key is reported as the README says", async () => {
    const promised = readDoc("README.md")
      .split("\n")
      .find((line) => line.startsWith("scenarios/my-stop.yaml:"))!;
    const broken = join(folder, "misspelt.yaml");
    writeFileSync(broken, `${child.text.replace(/^(\s+)to:/m, "$1too:")}\n`);
    const { code, stderr } = await monazite("simulate", broken);
    expect(code).toBe(2);
    expect(stderr.trim().replace(broken, "scenarios/my-stop.yaml")).toBe(promised);
  });
});

describe("whole scenarios in the documents", () => {
  const whole = ["README.md", "CONTRIBUTING.md", "docs/data.md"]
    .flatMap(blocksOf)
    .filter(({ language, text }) => language === "yaml" && /^months:/m.test(text));

  test("are some", () => {
    expect(whole.length).toBeGreaterThanOrEqual(2);
  });

  test.each(whole)("$place runs", async ({ text }) => {
    const path = join(folder, "whole.yaml");
    writeFileSync(path, `${text}\n`);
    const { code, stdout, stderr } = await monazite("simulate", path, "--quiet", "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { events } = JSON.parse(stdout);
    expect(events.length).toBeGreaterThan(1);
  });
});

describe("the README", () => {
  test("links to files that are there", () => {
    const links = [...readDoc("README.md").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  test("names the year of every episode that can be replayed", () => {
    const row = readDoc("README.md")
      .split("\n")
      .find((line) => line.startsWith("| `replay "))!;
    const years = readFileSync(join(root, "data/episodes.csv"), "utf8").match(/^\d{4}(?=-)/gm)!;
    expect(years.length).toBeGreaterThan(3);
    for (const year of years) expect(row).toContain(year);
  });

  test("has no place left to fill in", () => {
    expect(readDoc("README.md").match(/[A-Z]{3,}_LINE|TODO|TBD/g)).toBeNull();
  });
});

describe("TypeScript in the documents", () => {
  const examples = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/model.md",
    "docs/data.md",
    "docs/design.md",
    "docs/results.md",
    "docs/exposure.md",
    "docs/uncertainty.md",
  ]
    .filter((path) => existsSync(join(root, path)))
    .flatMap(blocksOf)
    // the others are excerpts of files that are tested where they are
    .filter(({ language, text }) => language === "ts" && text.includes('from "monazite"'));

  test.each(examples)("$place runs", ({ text }) => {
    const file = join(folder, "example.mts");
    const library = pathToFileURL(join(root, "src/index.ts")).href;
    writeFileSync(file, text.replaceAll('from "monazite"', `from ${JSON.stringify(library)}`));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, "node_modules/tsx/dist/cli.mjs"), file],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toBe("");
  });
});
