import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { committed, type Running, start } from "../store/process.ts";
import { SMALL_SCENARIO } from "../store/small-scenario.ts";
import { filesOf, temporary } from "../store/synthetic.ts";
import { noRedis, type OwnRedis, selfSigned, startRedis, until } from "./redis-server.ts";

// Real processes on a real Redis, killed and restarted; what counts is that the files are those of one thread.

describe.skipIf(noRedis !== undefined)(`a sweep on a queue${noRedis ? ` (skipped: ${noRedis})` : ""}`, () => {
  const { folder, clean } = temporary();
  const scenario = join(folder, "small.yaml");
  const running = new Set<Running>();
  const begin = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const process = start(args, env);
    running.add(process);
    return process;
  };
  let redis: OwnRedis;
  let undisturbed: Record<string, string>;

  const sweep = (store: string, ...more: string[]) => [
    ...["simulate", scenario, "--draws", "200", "--chunk", "5", "--seed", "7", "--name", "small"],
    ...["--store", join(folder, store), "--quiet", "--json", ...more],
  ];
  const queued = (store: string, ...more: string[]) => begin(sweep(store, ...more), { MONAZITE_QUEUE: redis.url });
  const worker = (...more: string[]) =>
    begin(["worker", "--workers", "1", "--lease", "2", ...more], { MONAZITE_QUEUE: redis.url });
  const ready = (process: Running) => until("a worker", () => process.stderr().includes("waiting for chunks"));
  const done = (store: string) => committed(join(folder, store, "small"));
  const stop = async (process: Running) => {
    process.kill();
    running.delete(process);
    await process.ended;
  };

  beforeAll(async () => {
    writeFileSync(scenario, SMALL_SCENARIO);
    mkdirSync(join(folder, "redis"));
    redis = await startRedis(join(folder, "redis"));
    const { code, stderr } = await begin(sweep("one", "--workers", "1")).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    undisturbed = filesOf(join(folder, "one"));
  });
  afterAll(async () => {
    await Promise.all([...running].map(stop));
    await redis.end();
    clean();
  });

  test("has the bytes of one thread, though a worker is killed with -9 and another one takes over", async () => {
    const first = worker();
    await ready(first);
    const simulate = queued("worker-killed");
    await until("a few chunks", () => done("worker-killed") >= 4);
    await stop(first);
    const second = worker();
    const { code, stderr } = await simulate.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining("failed") });
    expect(filesOf(join(folder, "worker-killed"))).toEqual(undisturbed);
    await stop(second);
  });

  test("goes on after the process that commits is killed with -9, and after Redis is", async () => {
    const computing = worker("--workers", "1");
    await ready(computing);
    const killed = queued("both-killed");
    await until("a few chunks", () => done("both-killed") >= 3);
    await stop(killed);
    const resumed = begin([
      "runs",
      "resume",
      "small",
      "--store",
      join(folder, "both-killed"),
      "--queue",
      redis.url,
      "--quiet",
    ]);
    await until("more chunks", () => done("both-killed") >= 8);
    await redis.kill();
    await redis.start();
    const { code, stderr } = await resumed.ended;
    expect(code).toBe(0);
    expect(stderr).toContain("cleared away");
    expect(stderr).toContain("cannot be reached");
    expect(stderr).toContain("is there again");
    expect(filesOf(join(folder, "both-killed"))).toEqual(undisturbed);
    await until("an empty queue", async () => (await redis.client.keys("monazite:result:*")).length === 0);
    process.kill(-computing.child.pid!, "SIGINT");
    const end = await computing.ended;
    expect({ code: end.code, last: end.stderr.trim().split("\n").at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^\d+ chunks were computed here$/),
    });
  });

  test("ends with a clear error when Redis stays away, and can be resumed without it", async () => {
    const computing = worker("--patience", "3");
    await ready(computing);
    const simulate = queued("redis-gone", "--patience", "3");
    await until("a few chunks", () => done("redis-gone") >= 2);
    await redis.kill();
    const { code, stdout, stderr } = await simulate.ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /Redis at redis:\/\/localhost:\d+ has not answered for 3 s \(.+\); \d+ of 200 draws are kept; go on with: monazite runs resume small --store /,
    );
    const ended = await computing.ended;
    expect({ code: ended.code, said: ended.stderr }).toEqual({
      code: 1,
      said: expect.stringContaining("has not answered for 3 s"),
    });
    await redis.start();
    expect((await begin(sweep("redis-gone", "--workers", "2")).ended).code).toBe(0);
    expect(filesOf(join(folder, "redis-gone"))).toEqual(undisturbed);
  });

  test("names the workers of another version when none of its own comes", async () => {
    await redis.client.flushall(); // no results of the sweeps above, which are the same sweep
    const data = join(folder, "other-data");
    for (const [name, hex] of Object.entries(filesOf("data")))
      if (name.endsWith(".csv")) {
        mkdirSync(join(data, name, ".."), { recursive: true });
        writeFileSync(join(data, name), Buffer.from(hex, "hex"));
      }
    writeFileSync(join(data, "prices.csv"), `${readFileSync(join(data, "prices.csv"), "utf8")}\n`);
    const other = worker("--data", data);
    await ready(other);
    const { code, stderr } = await queued("lonely", "--patience", "8").ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /no worker with code [0-9a-f]{12} and data [0-9a-f]{12} came to .* within 8 s; .* \(process \d+\) has code [0-9a-f]{12} and data [0-9a-f]{12}; start one: monazite worker --queue/,
    );
    expect(other.stderr()).toMatch(
      /a sweep of .* is of code .* and data .*; this worker is of code .* and data .* and leaves it to others/,
    );
    expect(done("lonely")).toBe(0);
    await stop(other);
  });

  test("works with a password over TLS, and says what is refused without repeating the password", async (context) => {
    const tls = join(folder, "tls");
    mkdirSync(tls);
    if (!selfSigned(tls)) return context.skip("openssl is not installed");
    const more = [
      "--tls-cert-file",
      join(tls, "cert.pem"),
      "--tls-key-file",
      join(tls, "key.pem"),
      "--tls-auth-clients",
      "no",
    ];
    const plainPort = await startRedis(tls, ["--requirepass", "s3cret", ...more, "--tls-port", "0"], "s3cret");
    await plainPort.client.config("SET", "tls-port", String(plainPort.port + 1));
    const url = `rediss://:s3cret@localhost:${plainPort.port + 1}`;
    const env = { MONAZITE_QUEUE: url, NODE_EXTRA_CA_CERTS: join(tls, "cert.pem") };
    const computing = begin(["worker", "--workers", "1"], env);
    await ready(computing);
    expect((await begin(sweep("tls"), env).ended).code).toBe(0);
    expect(filesOf(join(folder, "tls"))["small/summary.json"]).toEqual(undisturbed["small/summary.json"]);
    await stop(computing);
    for (const [place, words] of [
      [`redis://:wr0ng@localhost:${plainPort.port}`, /refuses us \(WRONGPASS/],
      [`redis://localhost:${plainPort.port}`, /refuses us \(NOAUTH/],
      [url, /refuses us \(self.signed certificate/],
    ] as const) {
      const { code, stderr } = await begin(sweep("refused"), { MONAZITE_QUEUE: place }).ended;
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(words) });
      expect(stderr).not.toMatch(/wr0ng|s3cret/);
    }
    await plainPort.end();
  });
});
