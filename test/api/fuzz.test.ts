import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, heldWork, shippedApi } from "./shipped.ts";

// 10,000 requests that nobody means well: each is answered, with words, and nothing breaks.

let api: Awaited<ReturnType<typeof shippedApi>>;
const V = "/api/v1";

beforeAll(async () => {
  api = await shippedApi({ work: heldWork(), limits: { running: 2, waiting: 5 } });
  await ask(api, `${V}/dependence/JPN?materials=dysprosium`); // opens the dataset
});
afterAll(() => api.close());

/** Whatever was asked: an answer whose form is right, and no fault of the program. */
async function answered(path: string, init: RequestInit): Promise<void> {
  const { status, headers, text } = await ask(api, path, init);
  expect(api.faults).toEqual([]);
  expect(status).toBeLessThan(500);
  if (status >= 400) {
    expect(headers.get("content-type")).toBe("application/problem+json");
    if (init.method === "HEAD") return;
    const { problems, title } = JSON.parse(text);
    expect(title).not.toBe("");
    for (const { where, message, remedy } of problems) {
      expect(where).not.toBe("");
      expect(message).not.toBe("");
      expect(remedy).not.toBe("");
    }
  }
  if (status === 202) api.context.jobs.cancel(JSON.parse(text).id); // so that the queue is not full for the next
}

const url = (path: string) => {
  try {
    return new URL(`http://localhost:4173${path}`).pathname.length < 8000;
  } catch {
    return false;
  }
};
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "JPN",
    "EU",
    "../..",
    "..%2f..",
    "%00",
    "__proto__",
    "constructor",
    "toString",
    "%ff",
    "WLD",
    "🪨",
    "-1",
    "1e999",
    "NaN",
  ),
);
const segment = text.map((part) => encodeURIComponent(part.replace(/[\ud800-\udfff]/g, "")));
const rawSegment = fc.oneof(segment, fc.stringMatching(/^[%.;\\~a-z0-9]{0,12}$/));
const place = fc.constantFrom(
  "scenarios",
  "plans",
  "dependence",
  "events",
  "figures",
  "jobs",
  "simulate",
  "exposure",
  "plan",
  "names",
  "sources",
  "",
);
const key = fc.oneof(
  fc.constantFrom(
    "materials",
    "top",
    "model",
    "format",
    "actor",
    "target",
    "material",
    "from",
    "to",
    "kind",
    "acts",
    "q",
    "offset",
    "limit",
    "worth",
    "scenario",
  ),
  segment,
);
const query = fc
  .array(fc.tuple(key, segment), { maxLength: 4 })
  .map((pairs) => (pairs.length === 0 ? "" : `?${pairs.map(([k, v]) => `${k}=${v}`).join("&")}`));

describe("fuzzed", () => {
  test("5,000 addresses", async () => {
    const path = fc
      .tuple(place, fc.array(rawSegment, { maxLength: 3 }), query)
      .map(([first, rest, asked]) => `${V}/${[first, ...rest].join("/")}${asked}`)
      .filter(url);
    const method = fc.constantFrom("GET", "GET", "GET", "GET", "DELETE", "HEAD", "PUT", "OPTIONS");
    await fc.assert(
      fc.asyncProperty(path, method, (p, m) => answered(p, { method: m })),
      { numRuns: 5000, seed: 6 },
    );
  });

  test("1,500 addresses of files", async () => {
    const path = fc
      .array(rawSegment, { maxLength: 5 })
      .map((parts) => `/${parts.join("/")}`)
      .filter(url);
    await fc.assert(
      fc.asyncProperty(path, async (p) => {
        const { status, text: told } = await ask(api, p);
        expect([200, 404]).toContain(status);
        if (status === 200) expect(told).toMatch(/Monazite|export const page/);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  const shipped = readFileSync("scenarios/full-stop-japan.yaml", "utf8");
  const plan = readFileSync("plans/small.yaml", "utf8");
  const bom = readFileSync("examples/bom.csv", "utf8");
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(null, true, -0, 1e308, "", "JPN", "dysprosium", "2025-01", [], {}),
      fc.double(),
      text,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(
        fc.oneof(
          text,
          fc.constantFrom(
            "scenario",
            "extends",
            "events",
            "measures",
            "kind",
            "from",
            "months",
            "materials",
            "viewpoint",
            "plan",
            "ledger",
            "uncertain",
          ),
        ),
        tie("value"),
        { maxKeys: 5 },
      ),
    ),
  })).value;

  test("2,000 bodies of JSON and bytes", async () => {
    const body = fc.oneof(
      value.map((v) => JSON.stringify(v) ?? ""),
      value.map((v) => JSON.stringify({ scenario: v })),
      value.map((v) => JSON.stringify({ scenario: { extends: "full-stop-japan", events: v } })),
      value.map((v) => JSON.stringify({ plan: { extends: "small", candidates: v } })),
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 200 }),
    );
    await bodies(body, 2000, 8);
  });

  test("1,500 damaged scenarios, plans and bills of materials", async () => {
    const damaged = (whole: string) =>
      fc
        .array(
          fc.tuple(
            fc.nat(whole.length),
            fc.nat(40),
            fc.oneof(text, fc.constantFrom("\n", ": ", "- ", "&a ", "*a", "{", "]", "\t")),
          ),
          {
            minLength: 1,
            maxLength: 3,
          },
        )
        .map((cuts) => cuts.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), whole));
    await bodies(fc.oneof(damaged(shipped), damaged(plan), damaged(bom)), 1500, 9);
  });

  async function bodies(body: fc.Arbitrary<string | Uint8Array>, numRuns: number, seed: number): Promise<void> {
    const where = fc.constantFrom(...Array(8).fill("simulate"), "plan", ...Array(3).fill("exposure"));
    const type = fc.constantFrom(
      "application/json",
      "application/json; charset=utf-8",
      "application/yaml",
      "text/csv",
      "text/plain",
      "",
      "application/json; charset=utf-16",
    );
    await fc.assert(
      fc.asyncProperty(where, type, body, async (to, kind, sent) => {
        const gone = new AbortController();
        const asking = answered(`${V}/${to}`, {
          method: "POST",
          headers: kind === "" ? {} : { "content-type": kind },
          body: sent as BodyInit,
          signal: gone.signal,
        });
        if (to === "exposure") setImmediate(() => gone.abort()); // nobody computes it here
        await asking;
      }),
      { numRuns, seed },
    );
  }
});
