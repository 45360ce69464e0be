import { Queue, QueueEvents } from "bullmq";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readVersioned } from "../../src/cli/io/run-store.ts";
import { parseFailure } from "../../src/queue/messages.ts";
import { atomJobIdOf, atomQueueName, jobIdOf, PREFIX, planKey, queueName, resultKey } from "../../src/queue/names.ts";
import { type AtomJob, parseAnswer } from "../../src/queue/plan-messages.ts";
import { present } from "../../src/queue/presence.ts";
import { parseRedisUrl } from "../../src/queue/redis-url.ts";
import { runWorker } from "../../src/queue/worker.ts";
import { sha256 } from "../../src/store/canonical.ts";
import { sweepKey, type Versions } from "../../src/store/manifest.ts";
import { planAsText } from "../../src/store/plan-task.ts";
import { planText } from "../../src/store/worker-pool.ts";
import { shippedCut } from "../planning/shipped-cut.ts";
import { syntheticPlan, temporary } from "../store/synthetic.ts";
import { noRedis, type OwnRedis, startRedis } from "./redis-server.ts";

// Whoever can write to Redis can write anything there; a worker must survive it and compute nothing of it.

describe.skipIf(noRedis !== undefined)(`a worker among hostile jobs${noRedis ? ` (skipped: ${noRedis})` : ""}`, () => {
  const { folder, clean } = temporary();
  const stop = new AbortController();
  const said: string[] = [];
  const plan = syntheticPlan({ scenario: { ...syntheticPlan().scenario, chains: ["gallium"] } });
  const text = planText(plan);
  let redis: OwnRedis;
  let versions: Versions;
  let queue: Queue;
  let events: QueueEvents;
  let worker: Promise<void>;

  beforeAll(async () => {
    redis = await startRedis(folder);
    const own = await readVersioned();
    versions = own.versions;
    const connection = { host: "localhost", port: redis.port };
    queue = new Queue(queueName(versions), { connection: redis.client, prefix: PREFIX });
    events = new QueueEvents(queueName(versions), { connection: redis.client, prefix: PREFIX });
    await redis.client.set(planKey(text.hash), text.text);
    worker = runWorker({
      place: parseRedisUrl(`redis://${connection.host}:${connection.port}`, "--queue"),
      tables: own.tables,
      versions,
      workers: 1,
      leaseSeconds: 5,
      patienceSeconds: 30,
      say: (message) => said.push(message),
      signal: stop.signal,
    });
  });
  afterAll(async () => {
    stop.abort();
    await worker;
    await Promise.all([queue.close(), events.close()]);
    await redis.end();
    clean();
  });

  const job = (changes: object = {}) => ({
    format: 1,
    sweepKey: sweepKey(plan, versions),
    planHash: text.hash,
    ...versions,
    firstDraw: 0,
    draws: 2,
    ...changes,
  });
  const outcome = async (data: unknown, jobId = jobIdOf(sweepKey(plan, versions), { firstDraw: 0, draws: 2 })) => {
    const added = await queue.add("chunk", data, { jobId });
    try {
      await added.waitUntilFinished(events, 60_000);
      return "computed";
    } catch (error) {
      await queue.remove(jobId);
      return error instanceof Error ? error.message : String(error);
    }
  };
  const keyed = async (plan: string) => {
    await redis.client.set(planKey(sha256(plan)), plan);
    return job({ planHash: sha256(plan) });
  };

  test("refuses what is no job", async () => {
    expect(await outcome("rm -rf")).toContain("the job cannot be used");
    expect(await outcome({ ...job(), extra: "__proto__" })).toContain("the job cannot be used");
    expect(await outcome(job({ draws: 1e9 }))).toContain("the job cannot be used");
    expect(await outcome(job({ firstDraw: -1 }))).toContain("the job cannot be used");
    expect(await outcome(job({ planHash: "../../etc/passwd" }))).toContain("the job cannot be used");
  });

  test("refuses another version, naming both", async () => {
    const reason = await outcome(job({ codeVersion: "0".repeat(64) }));
    expect(reason).toContain("the sweep is of code 000000000000 and data");
    expect(reason).toContain(`this worker of code ${versions.codeVersion.slice(0, 12)}`);
  });

  test("refuses a plan that is not the one named, no plan, or too long", async () => {
    expect(await outcome(job({ planHash: "1".repeat(64) }))).toContain("the plan of this sweep is not in Redis");
    await redis.client.set(planKey("2".repeat(64)), text.text);
    expect(await outcome(job({ planHash: "2".repeat(64) }))).toContain("not the one the job names");
    expect(await outcome(await keyed("{"))).toContain("the plan is not JSON");
    expect(await outcome(await keyed(JSON.stringify({ ...plan, draws: -1 })))).toContain("the plan cannot be used");
    expect(await outcome(await keyed(`${" ".repeat(6_000_000)}{}`))).toContain("5000000 are allowed");
  });

  test("refuses draws that the plan has not, and a name of another chunk", async () => {
    const range = { firstDraw: 24, draws: 2 };
    expect(await outcome(job(range), jobIdOf(sweepKey(plan, versions), range))).toContain(
      "draws to 26 are asked for, the plan has 25",
    );
    expect(await outcome(job(), "elsewhere")).toContain("the job's name is not that of its chunk");
  });

  describe("in its own queue", () => {
    const { plan: real } = shippedCut();
    const plain = planAsText(real);
    let own: Queue;
    let ownEvents: QueueEvents;

    beforeAll(async () => {
      const [me] = (await present(redis.client)).filter(({ kind }) => kind === "worker");
      own = new Queue(atomQueueName(me!.id), { connection: redis.client, prefix: PREFIX });
      ownEvents = new QueueEvents(atomQueueName(me!.id), {
        ...{ connection: redis.client, prefix: PREFIX },
        lastEventId: "0-0",
      });
      await redis.client.set(planKey(plain.hash), plain.text);
    });
    afterAll(async () => {
      await Promise.all([own.close(), ownEvents.close()]);
    });

    const question = (changes: Partial<AtomJob> = {}): AtomJob => ({
      ...{ format: 1, planHash: plain.hash, ...versions, ask: "judge", atom: 0 },
      x: real.candidates.map(() => 0),
      ...changes,
    });
    const answerTo = async (data: AtomJob, jobId = atomJobIdOf(data)) => {
      const added = await own.add("question", data, { jobId });
      try {
        return String(await added.waitUntilFinished(ownEvents, 60_000));
      } catch (error) {
        await own.remove(jobId);
        return error instanceof Error ? error.message : String(error);
      }
    };

    test("refuses what is no question, of another version or of a plan that is none", async () => {
      expect(await answerTo({ ...question(), extra: 1 } as AtomJob)).toContain("the job cannot be used");
      expect(await answerTo(question({ x: Array(1e4).fill(0) }))).toContain("the job cannot be used");
      expect(await answerTo(question({ dataHash: "0".repeat(64) }))).toContain("the plan is of code");
      expect(await answerTo(question(), "elsewhere")).toContain("the job's name is not that of its question");
      expect(await answerTo(question({ planHash: "3".repeat(64) }))).toContain("the plan of this question is not in");
      expect(await answerTo(question({ planHash: text.hash }))).toContain("the plan cannot be used"); // a sweep's
      expect(await answerTo(question({ atom: 99 }))).toContain("future 99 is asked for, the plan has 3");
      expect(await answerTo(question({ x: [1] }))).toMatch(/the portfolio has 1 scales, expected \d+/);
      expect(await answerTo(question({ ask: "ready" }))).toMatch(/scales, expected 0/);
    });

    test("says what a future fails with, and answers an honest question", async () => {
      const x = real.candidates.map(() => 1e6);
      expect(parseFailure(await answerTo(question({ ask: "value", x })))).toMatchObject({
        by: "draw",
        kind: "RangeError",
        message: expect.stringContaining("got 1000000, expected 0 to"),
      });
      const { judged } = parseAnswer(await answerTo(question()), "judge", { atomId: "stop", slopes: 0 });
      expect(judged[0]!.uses.length).toBeGreaterThan(0);
    });
  });

  test("is still there for an honest one", async () => {
    expect(await outcome(job())).toBe("computed");
    const fields = await redis.client.hgetallBuffer(
      resultKey(jobIdOf(sweepKey(plan, versions), { firstDraw: 0, draws: 2 })),
    );
    expect(Object.keys(fields).sort()).toEqual(["draws", "drawsHash", "months", "monthsHash"]);
    expect(said.filter((line) => line.includes("cannot be used")).length).toBeGreaterThan(4);
  });
});
