import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { writeTinyPlan } from "../cli/tiny-plan.ts";
import { type Running, start } from "../store/process.ts";
import { filesOf, temporary } from "../store/synthetic.ts";
import { noRedis, type OwnRedis, startRedis, until } from "./redis-server.ts";

// Real processes on a real Redis, killed and emptied; what counts is that the files are those of one thread.

describe.skipIf(noRedis !== undefined)(`a plan on a queue${noRedis ? ` (skipped: ${noRedis})` : ""}`, () => {
  const { folder, clean } = temporary();
  const path = writeTinyPlan(folder);
  const running = new Set<Running>();
  const begin = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const process = start(args, env);
    running.add(process);
    return process;
  };
  const plan = (store: string, ...more: string[]) => [
    ...["plan", path, "--name", "tiny", "--store", join(folder, store), "--quiet", "--json", ...more],
  ];
  let redis: OwnRedis;
  let undisturbed: Record<string, string>;
  const queued = (store: string, ...more: string[]) => begin(plan(store, ...more), { MONAZITE_QUEUE: redis.url });
  const worker = async (...more: string[]) => {
    const started = begin(["worker", "--workers", "1", "--lease", "2", ...more], { MONAZITE_QUEUE: redis.url });
    await until("a worker", () => started.stderr().includes("waiting for chunks and plans"));
    return started;
  };
  const kept = (store: string) => {
    const place = join(folder, store, "tiny", "kept");
    return existsSync(place) ? readdirSync(place).filter((name) => name.endsWith(".json")).length : 0;
  };
  const queuesOfWorkers = async () =>
    new Set((await redis.client.keys("monazite:atoms-*")).map((key) => key.split(":")[1]));
  const stop = async (process: Running) => {
    process.kill();
    running.delete(process);
    await process.ended;
  };

  beforeAll(async () => {
    mkdirSync(join(folder, "redis"));
    redis = await startRedis(join(folder, "redis"));
    const { code, stderr } = await begin(plan("one", "--workers", "1")).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    undisturbed = filesOf(join(folder, "one"));
  });
  afterEach(async () => {
    await Promise.all([...running].map(stop));
    await redis.client.flushall();
  });
  afterAll(async () => {
    await redis.end();
    clean();
  });

  test("has the bytes of one thread with one worker, two and three, and leaves no question in Redis", {
    timeout: 240_000,
  }, async () => {
    const workers: Running[] = [];
    for (const count of [1, 2, 3]) {
      workers.push(await worker());
      const { code, stderr } = await queued(`workers-${count}`).ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(filesOf(join(folder, `workers-${count}`))).toEqual(undisturbed);
    }
    process.kill(-workers[0]!.child.pid!, "SIGINT");
    const { code, stderr } = await workers[0]!.ended;
    expect({ code, last: stderr.trim().split("\n").at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^0 chunks were computed here, and \d+ answers for plans$/),
    });
    expect((await redis.client.keys("monazite:atoms-*")).filter((key) => /-[0-9a-f]{32}$/.test(key))).toEqual([]);
    expect((await queuesOfWorkers()).size).toBe(2); // the two that are left
  });

  test("goes on when a worker is killed with -9, and has the same bytes", async () => {
    const first = await worker();
    await worker();
    const planning = queued("worker-killed");
    await until("a few answers", () => kept("worker-killed") >= 2);
    await stop(first);
    const { code, stderr } = await planning.ended;
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /^the worker on .* \(process \d+\) is gone; what it owes \(\d answers?\) is asked of others\n/,
      ),
    });
    expect(filesOf(join(folder, "worker-killed"))).toEqual(undisturbed);
    expect((await queuesOfWorkers()).size).toBe(1); // that of the other one
  });

  test("goes on after the process that keeps is killed, and after Redis comes back empty", async () => {
    await worker();
    const killed = queued("both-killed");
    await until("a few answers", () => kept("both-killed") >= 2);
    await stop(killed);
    const planning = queued("both-killed");
    await until("more answers", () => kept("both-killed") >= 5);
    await redis.kill();
    rmSync(join(folder, "redis", "appendonlydir"), { recursive: true });
    await redis.start();
    const { code, stderr } = await planning.ended;
    expect(code).toBe(0);
    expect(stderr).toContain("cannot be reached");
    expect(stderr).toContain("is there again");
    expect(filesOf(join(folder, "both-killed"))).toEqual(undisturbed);
  });

  test("ends with a clear error when no worker comes, and goes on in threads", async () => {
    const { code, stdout, stderr } = await queued("lonely", "--patience", "2").ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /no worker with code [0-9a-f]{12} and data [0-9a-f]{12} came to .* within 2 s; start one: monazite worker --queue redis:\/\/localhost:\d+; 0 evaluated and 0 simulated portfolios are kept; go on with: the same command/,
    );
    const ended = await begin(plan("lonely", "--workers", "1")).ended;
    expect(ended.code).toBe(0);
    expect(filesOf(join(folder, "lonely"))).toEqual(undisturbed);
  });

  test("stops at Ctrl-C while it waits", async () => {
    const waiting = queued("stopped");
    await until("a word", () => waiting.stderr().includes("no worker with"));
    process.kill(-waiting.child.pid!, "SIGINT");
    const { code, stderr } = await waiting.ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("stopped; 0 evaluated") });
  });
});
