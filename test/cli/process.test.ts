import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { terminal } from "../../src/cli/render/terminal.ts";

// What only a process of its own shows; everything else is tested in-process.

const root = join(import.meta.dirname, "../..");
const command = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "src/cli/main.ts")];
const run = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [...command, ...args], { cwd: root, encoding: "utf8" });

describe("the process", () => {
  test("ends with 0 and prints to stdout only", () => {
    const { status, stdout, stderr } = run("explain", "prices/dysprosium-oxide@WLD");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("USD/t");
  });

  test("ends with 2 and prints to stderr only", () => {
    const { status, stdout, stderr } = run("simulate", "nowhere.yaml");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe("nowhere.yaml:1: no such file; see . for the scenarios there are\n");
  });

  test("is quiet when the reader has seen enough, as in `| head`", async () => {
    const child = spawn(process.execPath, [...command, "simulate", "scenarios/taiwan-strait.yaml", "--json"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("colours", () => {
  const inEnvironment = (changes: Record<string, string | undefined>, isTTY: boolean) => {
    const before = { ...process.env };
    Object.assign(process.env, { TERM: "xterm" });
    for (const [name, value] of Object.entries({ NO_COLOR: undefined, ...changes }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    try {
      return terminal({ isTTY, columns: 100 }).colour;
    } finally {
      process.env = before;
    }
  };

  test("only on a terminal that has not asked for none", () => {
    expect(inEnvironment({}, true)).toBe(true);
    expect(inEnvironment({}, false)).toBe(false);
    expect(inEnvironment({ NO_COLOR: "1" }, true)).toBe(false);
    expect(inEnvironment({ TERM: "dumb" }, true)).toBe(false);
  });

  test("NO_COLOR counts only when it is not empty (no-color.org)", () => {
    expect(inEnvironment({ NO_COLOR: "" }, true)).toBe(true);
  });
});
