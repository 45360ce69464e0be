import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { start } from "./process.ts";
import { SMALL_SCENARIO } from "./small-scenario.ts";
import { filesOf, temporary } from "./synthetic.ts";

// A disk that is really full: a file system of a few pages. execute.test.ts fills one at every write without mounting.

const { folder, clean } = temporary();
const disk = join(folder, "disk");
mkdirSync(disk);
const mount = (size: string, ...options: string[]) =>
  spawnSync("mount", ["-t", "tmpfs", "-o", [`size=${size}`, ...options].join(","), "tmpfs", disk]).status === 0;
const canMount = process.platform === "linux" && mount("120k");
afterAll(() => {
  if (canMount) spawnSync("umount", [disk]);
  clean();
});

describe.skipIf(!canMount)(`a full disk${canMount ? "" : " (skipped: this user may not mount a tmpfs)"}`, () => {
  test("ends with 1 and words, leaves no half file, and the run goes on once there is room", async () => {
    const scenario = join(folder, "small.yaml");
    writeFileSync(scenario, SMALL_SCENARIO);
    const sweep = (store: string) => [
      ...["simulate", scenario, "--draws", "40", "--chunk", "10", "--name", "small", "--workers", "1", "--quiet"],
      ...["--store", store],
    ];
    const { code, stdout, stderr } = await start(sweep(disk)).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /the disk is full \(ENOSPC: .*\); \d+ of 40 draws are kept; go on with: monazite runs resume/,
    );
    const left = readdirSync(disk, { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => /part|lock/.test(name))).toEqual([]);
    expect(mount("4m", "remount")).toBe(true);
    expect((await start(["runs", "resume", "small", "--store", disk, "--quiet"]).ended).code).toBe(0);
    expect((await start(sweep(join(folder, "roomy"))).ended).code).toBe(0);
    expect(filesOf(disk)).toEqual(filesOf(join(folder, "roomy")));
  });
});
