import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createManifest, manifestText, parseManifest } from "../../src/store/manifest.ts";
import { monazite } from "../cli/in-process.ts";
import { committed, start, until } from "./process.ts";
import { SMALL_SCENARIO } from "./small-scenario.ts";
import { filesOf, temporary } from "./synthetic.ts";

// Real processes, real draws: four months of gallium without China.

const { folder, clean } = temporary();
afterAll(clean);
const scenario = join(folder, "small.yaml");
const sweep = (store: string, ...more: string[]) => [
  ...["simulate", scenario, "--draws", "200", "--chunk", "5", "--seed", "7", "--name", "small"],
  ...["--store", join(folder, store), "--quiet", "--json", ...more],
];

beforeAll(() => {
  writeFileSync(scenario, SMALL_SCENARIO);
});

let undisturbed: Record<string, string>;
beforeAll(async () => {
  const { code, stderr } = await start(sweep("one", "--workers", "1")).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  undisturbed = filesOf(join(folder, "one"));
  expect(Object.keys(undisturbed)).toHaveLength(40 * 3 + 2);
});

describe("a sweep of real processes", () => {
  test("has the same bytes with three threads as with one", async () => {
    const { code, stdout } = await start(sweep("three", "--workers", "3")).ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout).summary.draws).toBe(200);
    expect(filesOf(join(folder, "three"))).toEqual(undisturbed);
  });

  test("that is killed with -9 again and again resumes to the same bytes", async () => {
    const run = join(folder, "killed", "small");
    for (const chunks of [0, 1, 7, 13]) {
      const running = start(sweep("killed", "--workers", "2"));
      await until(`${chunks} chunks`, () => committed(run) >= chunks && running.child.pid !== undefined);
      await setTimeout(chunks === 0 ? 1_000 : Math.random() * 60);
      running.kill();
      expect((await running.ended).signal).toBe("SIGKILL");
    }
    expect(committed(run)).toBeLessThan(40);
    const { code, stderr } = await start(["runs", "resume", "small", "--store", join(folder, "killed"), "--quiet"])
      .ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/left behind by process \d+, which is gone; cleared away\n$/);
    expect(filesOf(join(folder, "killed"))).toEqual(undisturbed);
  });

  test("stops at Ctrl-C, says how to go on, and goes on", async () => {
    const run = join(folder, "stopped", "small");
    const running = start(sweep("stopped", "--workers", "2"));
    await until("two chunks", () => committed(run) >= 2);
    process.kill(-running.child.pid!, "SIGINT");
    const { code, stderr, stdout } = await running.ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const store = join(folder, "stopped");
    expect(stderr).toMatch(/^stopped; \d+ of 200 draws are kept; go on with: monazite runs resume small --store /);
    expect(Object.keys(filesOf(store)).filter((name) => /lock|part/.test(name))).toEqual([]);
    const resumed = await start(["runs", "resume", "small", "--store", store, "--workers", "1", "--quiet"]).ended;
    expect({ code: resumed.code, stderr: resumed.stderr }).toEqual({ code: 0, stderr: "" });
    expect(filesOf(store)).toEqual(undisturbed);
  });

  test("is left alone by a second process, which says who is at it", async () => {
    const run = join(folder, "both", "small");
    const first = start(sweep("both", "--workers", "1"));
    await until("a chunk", () => committed(run) >= 1);
    process.kill(-first.child.pid!, "SIGSTOP"); // so that it cannot be done before the second one looks
    const second = await start(["runs", "resume", "small", "--store", join(folder, "both"), "--quiet"]).ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`process ${lockHolder(run)} on `);
    process.kill(-first.child.pid!, "SIGCONT");
    expect((await first.ended).code).toBe(0);
    expect(filesOf(join(folder, "both"))).toEqual(undisturbed);
  });
});

const lockHolder = (run: string) => JSON.parse(readFileSync(join(run, "lock.json"), "utf8")).pid;

describe("the runs that are kept", () => {
  const store = () => ["--store", join(folder, "one")];

  test("are listed, shown, exported; the same command finds its run again", async () => {
    const list = await monazite("runs", "list", ...store());
    expect(list.stdout).toMatch(/^run .*\nsmall +small +random +7 +200 +finished/);
    const show = await monazite("runs", "show", "small", "--json", ...store());
    expect(JSON.parse(show.stdout).summary).toEqual(JSON.parse((await monazite(...sweep("one"))).stdout).summary);
    const csv = join(folder, "draws.csv");
    expect((await monazite("runs", "export", "small", "--csv", csv, ...store())).code).toBe(0);
    expect(readFileSync(csv, "utf8").trim().split("\n")).toHaveLength(201);
    expect(filesOf(join(folder, "one"))).toEqual(undisturbed);
  });

  test("are refused when another dataset or plan is at hand, both versions named", async () => {
    const other = join(folder, "other-data");
    mkdirSync(other);
    for (const [name, hex] of Object.entries(filesOf("data")))
      if (!name.startsWith("statistics") && name.endsWith(".csv")) {
        mkdirSync(join(other, name, ".."), { recursive: true });
        writeFileSync(join(other, name), Buffer.from(hex, "hex"));
      }
    writeFileSync(join(other, "prices.csv"), `${readFileSync(join(other, "prices.csv"), "utf8")}\n`);
    const { code, stderr } = await monazite("--data", other, "runs", "resume", "small", ...store());
    expect(code).toBe(2);
    expect(stderr).toMatch(/begun with data version [0-9a-f]{12}, this is data version [0-9a-f]{12}/);
    const seed = await monazite(...sweep("one", "--seed", "8"));
    expect({ code: seed.code, stdout: seed.stdout }).toEqual({ code: 2, stdout: "" });
    expect(seed.stderr).toContain("the run of this name has another plan");
    const name = await monazite("runs", "show", "smal", ...store());
    expect({ code: name.code, stderr: name.stderr }).toEqual({
      code: 2,
      stderr: `"smal": no such run in ${join(folder, "one")}; did you mean "small"?\n`,
    });
    const path = await monazite("runs", "show", "../one/small", ...store());
    expect({ code: path.code, stdout: path.stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("are not shown or exported when a chunk is damaged", async () => {
    const chunk = join(folder, "three", "small", "chunks", "00000010-00000014.months.parquet");
    truncateSync(chunk, 64);
    for (const args of [
      ["show", "small"],
      ["export", "small", "--csv", join(folder, "x.csv")],
      ["compare", "small", "small"],
    ]) {
      const { code, stdout, stderr } = await monazite("runs", ...args, "--store", join(folder, "three"));
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("00000010-00000014.months.parquet:1: got 64 bytes, expected");
    }
    rmSync(chunk.replace("months.parquet", "json"));
    const show = await monazite("runs", "show", "small", "--store", join(folder, "three"));
    expect({ code: show.code, stdout: show.stdout }).toEqual({ code: 2, stdout: "" });
    expect(show.stderr).toContain("00000010-00000014.json:1: the chunk is missing: it has no record");
  });

  test("do not go on under a manifest whose columns are not those of the plan, though its hash is right", async () => {
    const file = join(folder, "three", "small", "manifest.json");
    const { id, plan, columns, chunkDraws, codeVersion, dataHash } = parseManifest(file, readFileSync(file, "utf8"));
    const outcomes = columns.outcomes.map((info) => ({ ...info, unit: info.unit.replace("USD", "EUR") }));
    const forged = createManifest(id, plan, { ...columns, outcomes }, chunkDraws, { codeVersion, dataHash });
    writeFileSync(file, manifestText(forged));
    const { code, stdout, stderr } = await monazite("runs", "resume", "small", "--store", join(folder, "three"));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/manifest\.json:1: columns\.outcomes\.0: got .*"EUR".*, the plan gives .*"USD"/);
    rmSync(join(folder, "three"), { recursive: true });
  });
});
