import { afterEach, describe, expect, test } from "vitest";
import type { Api } from "../../src/api/index.ts";
import type { Work } from "../../src/api/work/work.ts";
import { ask, ended, heldWork, post, shippedApi } from "./shipped.ts";

const V = "/api/v1";
const asked = post({ scenario: "full-stop-japan" });
type Job = { id: string; state: string; ahead: number; links: { self: string; progress: string; result: string } };

let api: Api;
afterEach(() => api.close());

const begin = async () => {
  const { status, headers, text } = await ask(api, `${V}/simulate`, asked);
  return { status, headers, job: JSON.parse(text) as Job };
};
const stateOf = async (job: Job) => {
  const { status, text } = await ask(api, job.links.self);
  return status === 200 ? (JSON.parse(text) as Job) : { state: String(status), ahead: -1 };
};
const turn = () => new Promise((resolve) => setImmediate(resolve));
const done = { ok: true, packed: new Uint8Array(), bytes: 0 } as const;

describe("jobs", () => {
  test("run so many at once, the rest waits in order, and one too many is told when to come again", async () => {
    const work = heldWork();
    api = await shippedApi({ work, limits: { running: 2, waiting: 3 } });
    const begun = [];
    for (let i = 0; i < 5; i++) begun.push((await begin()).job);
    expect(work.tasks).toHaveLength(2);
    expect(await Promise.all(begun.map(stateOf))).toMatchObject([
      { state: "running", ahead: 0 },
      { state: "running", ahead: 0 },
      { state: "queued", ahead: 0 },
      { state: "queued", ahead: 1 },
      { state: "queued", ahead: 2 },
    ]);
    const refused = await begin();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    work.tasks[0]!.end(done);
    await turn();
    expect(work.tasks).toHaveLength(3);
    expect((await stateOf(begun[2]!)).state).toBe("running");
    expect((await begin()).status).toBe(202);
  });

  test("are cancelled wherever they stand, and what computed is free", async () => {
    const work = heldWork();
    api = await shippedApi({ work, limits: { running: 1, waiting: 5 } });
    const [first, second, third] = [(await begin()).job, (await begin()).job, (await begin()).job];
    const told = ended(api, second);
    expect((await ask(api, second.links.self, { method: "DELETE" })).status).toBe(204); // in the queue
    expect(await told).toBe("cancelled");
    expect((await stateOf(third)).ahead).toBe(0);
    expect((await ask(api, first.links.self, { method: "DELETE" })).status).toBe(204); // running
    await turn();
    expect(work.tasks).toHaveLength(2);
    expect((await stateOf(third)).state).toBe("running");
    expect((await ask(api, first.links.self, { method: "DELETE" })).status).toBe(404);
  });

  test("end by themselves when they take too long", async () => {
    api = await shippedApi({ work: heldWork(), limits: { running: 1, simulateSeconds: 0.05 } });
    const { job } = await begin();
    expect(await ended(api, job)).toBe("failed");
    const { status, text } = await ask(api, job.links.result);
    expect({ status, text }).toMatchObject({
      status: 422,
      text: expect.stringContaining("took longer than the 0.05 s"),
    });
  });

  test("are kept for a while, and not too many", async () => {
    const work = heldWork();
    let now = 0;
    api = await shippedApi({ work, now: () => now, limits: { running: 9, keptSeconds: 60, keptJobs: 2 } });
    const begun = [(await begin()).job, (await begin()).job, (await begin()).job];
    for (const task of work.tasks) {
      now += 1000;
      task.end(done);
      await turn();
    }
    expect((await Promise.all(begun.map(stateOf))).map((job) => job.state)).toEqual(["404", "done", "done"]);
    now += 59_500;
    expect((await Promise.all(begun.map(stateOf))).map((job) => job.state)).toEqual(["404", "404", "done"]);
    now += 1_000;
    expect((await stateOf(begun[2]!)).state).toBe("404");
  });

  test("fail without telling who asked what went wrong inside", async () => {
    const faults: unknown[] = [];
    const work: Work = {
      run: () => Promise.reject(new Error("secret.csv: row 3")),
      close: async () => {},
    };
    api = await shippedApi({ work, onFault: (fault) => faults.push(fault) });
    const { job } = await begin();
    expect(await ended(api, job)).toBe("failed");
    const { status, text } = await ask(api, job.links.result);
    expect(status).toBe(500);
    expect(text).not.toContain("secret");
    expect(faults).toHaveLength(1);
  });

  test("stop telling when who listens is gone", async () => {
    const work = heldWork();
    api = await shippedApi({ work, limits: { running: 1 } });
    const { job } = await begin();
    const gone = new AbortController();
    const response = await api.fetch(
      new Request(`http://localhost:4173${job.links.progress}`, { signal: gone.signal }),
    );
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toMatch(/^event: progress\ndata: \{/);
    const { listeners } = api.context.jobs.find(job.id);
    expect(listeners.size).toBe(1);
    gone.abort();
    await turn();
    expect(listeners.size).toBe(0);
    expect((await reader.read()).done).toBe(true);
    expect((await stateOf(job)).state).toBe("running"); // the job goes on
  });

  test("an exposure whose asker is gone frees its place", async () => {
    const work = heldWork();
    api = await shippedApi({ work, limits: { running: 1, waiting: 0 } });
    const gone = new AbortController();
    const asking = ask(api, `${V}/exposure`, { ...post("product\n", "text/csv"), signal: gone.signal });
    await expect.poll(() => work.tasks.length).toBe(1);
    expect((await begin()).status).toBe(429);
    gone.abort();
    expect((await asking).status).toBe(410);
    expect((await begin()).status).toBe(202);
  });
});
