import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Serving, serveApi } from "../../src/api/index.ts";
import { texts } from "./shipped.ts";

let serving: Serving;
let at: string;
const faults: unknown[] = [];

beforeAll(async () => {
  serving = await serveApi(texts(), {
    port: 0,
    host: "127.0.0.1",
    threads: 2,
    limits: { waiting: 20 },
    onFault: (fault) => faults.push(fault),
  });
  at = `${serving.url}api/v1`;
});
afterAll(() => serving.close());

const send = (body: unknown) =>
  fetch(`${at}/simulate`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("over a port", () => {
  test("50 simulations at once are computed, queued or refused, and all that were taken are answered", async () => {
    const scenario = { extends: "congo-cobalt-2025" };
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const response = await send({ scenario: { ...scenario, months: 6 + (i % 7) } });
        return { status: response.status, retry: response.headers.get("retry-after"), body: await response.json() };
      }),
    );
    const taken = answers.filter((a) => a.status === 202);
    const refused = answers.filter((a) => a.status === 429);
    expect(taken.length + refused.length).toBe(50);
    expect(taken.length).toBeGreaterThanOrEqual(20);
    for (const { retry } of refused) expect(Number(retry)).toBeGreaterThan(0);
    const health = await fetch(at); // still answers meanwhile
    expect(health.status).toBe(200);
    await health.body?.cancel();
    const origin = serving.url.slice(0, -1);
    for (const { body } of taken) {
      const text = await (await fetch(origin + body.links.progress)).text();
      expect(text).toMatch(/event: done\n/);
      const result = await (await fetch(origin + body.links.result)).json();
      expect(result.scenario).toBe("request");
    }
    expect(faults).toEqual([]);
  });

  test("a running job is cancelled within a second, and its thread computes the next", async () => {
    const origin = serving.url.slice(0, -1);
    const { links } = await (await send({ scenario: { extends: "us-japan-framework", months: 360 } })).json();
    const reader = (await fetch(origin + links.progress)).body!.getReader();
    let told = "";
    while (!told.includes('"total"')) told += new TextDecoder().decode((await reader.read()).value);
    const begun = performance.now();
    expect((await fetch(origin + links.self, { method: "DELETE" })).status).toBe(204);
    for (let end = false; !end; ) {
      const { done, value } = await reader.read();
      told += new TextDecoder().decode(value);
      end = done;
    }
    expect(told).toMatch(/event: cancelled\n/);
    expect(performance.now() - begun).toBeLessThan(1000);
    const { links: next } = await (await send({ scenario: "congo-cobalt-2025" })).json();
    expect(await (await fetch(origin + next.progress)).text()).toMatch(/event: done\n/);
  });

  test("a body without end is cut off at the limit", async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
        if (sent > 200_000_000) controller.close();
      },
    });
    const response = await fetch(`${at}/simulate`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    } as RequestInit).catch(() => undefined); // the connection may be closed before the answer is read
    if (response !== undefined) expect(response.status).toBe(413);
    expect(sent).toBeLessThan(20_000_000);
    expect((await fetch(at)).status).toBe(200);
  });

  test("many listen at once and leave", async () => {
    const origin = serving.url.slice(0, -1);
    const { links, id } = await (await send({ scenario: "taiwan-strait" })).json();
    const streams = await Promise.all(Array.from({ length: 40 }, () => fetch(origin + links.progress)));
    for (const stream of streams.slice(0, 20)) await stream.body!.cancel();
    for (const stream of streams.slice(20)) expect(await stream.text()).toMatch(/event: done\n/);
    expect(serving.api.context.jobs.find(id).listeners.size).toBe(0);
  });
});
