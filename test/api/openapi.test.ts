import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "../../src/api/index.ts";
import { ask, ended, post, shippedApi } from "./shipped.ts";

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<string, { content?: Record<string, { schema?: object }>; headers?: object }>;
}
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } };

let api: Awaited<ReturnType<typeof shippedApi>>;
let document: Document;
let ajv: Ajv2020;
const covered = new Set<string>();
const checks = new Map<string, ValidateFunction>();

beforeAll(async () => {
  api = await shippedApi({ threads: 1 });
  document = (await ask(api, "/api/v1/openapi.json")).json<Document>();
  ajv = new Ajv2020({ strict: false, allErrors: true, formats: { date: true } });
  ajv.addSchema({ $id: "http://localhost/openapi", ...document });
});
afterAll(() => api.close());

/** The operation a request is one of. */
function operationOf(method: string, path: string): { path: string; operation: Operation } {
  const bare = path.split("?")[0]!;
  const [found] = Object.keys(document.paths)
    .filter((p) => new RegExp(`^${p.replaceAll(/\{\w+\}/g, "[^/]+").replaceAll(".", "\\.")}$`).test(bare))
    .sort((a, b) => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0));
  const operation = found === undefined ? undefined : document.paths[found]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the document`);
  return { path: found!, operation };
}

/** Asks and checks that status, media type and content are what the document says. */
async function documented(path: string, init: RequestInit = {}) {
  const { path: template, operation } = operationOf(init.method ?? "GET", path);
  const answer = await ask(api, path, init);
  const said = operation.responses[answer.status];
  if (!said) throw new Error(`${operation.operationId} answers ${answer.status}, which is not in the document`);
  covered.add(`${operation.operationId} ${answer.status}`);
  const type = answer.headers.get("content-type")?.split(";")[0];
  if (said.content === undefined) expect(answer.text).toBe("");
  else {
    expect(Object.keys(said.content)).toContain(type);
    const { schema } = said.content[type!]!;
    if (schema) {
      const step = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");
      const place = [
        "paths",
        template,
        (init.method ?? "GET").toLowerCase(),
        "responses",
        String(answer.status),
        "content",
        type!,
        "schema",
      ];
      const ref = `http://localhost/openapi#/${place.map(step).map(encodeURIComponent).join("/")}`;
      const check = checks.get(ref) ?? ajv.compile({ $ref: ref });
      checks.set(ref, check);
      check(answer.json());
      expect(check.errors?.slice(0, 3) ?? []).toEqual([]);
    }
  }
  for (const header of Object.keys(said.headers ?? {})) expect(answer.headers.get(header)).toBeTruthy();
  return answer;
}

const V = "/api/v1";
const bom = readFileSync("examples/bom.csv", "utf8");

describe("the document", () => {
  test("has every route, and no other", () => {
    const routes = api.routes.map((r) => `${r.method} ${V}${r.path}`).sort();
    const paths = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((m) => `${m} ${path}`),
    );
    expect(paths.sort()).toEqual(routes);
  });

  test("refers to nothing that is missing and names each operation once", () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]!);
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !(name in document.components.schemas))).toEqual([]);
    const ids = Object.values(document.paths).flatMap((item) => Object.values(item).map((o) => o.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is no other with every name in its schemas unused", () => {
    const text = JSON.stringify(document);
    const unused = Object.keys(document.components.schemas).filter(
      (n) => !text.includes(`"#/components/schemas/${n}"`),
    );
    expect(unused).toEqual([]);
  });
});

describe("answers are as documented:", () => {
  test.each([
    `${V}`,
    `${V}/openapi.json`,
    `${V}/scenarios`,
    `${V}/scenarios/us-japan-framework`,
    `${V}/scenarios/us-japan-framework?format=yaml`,
    `${V}/scenarios/gallium-germanium-stop`,
    `${V}/scenarios/none`,
    `${V}/plans`,
    `${V}/plans/small`,
    `${V}/plans/small?format=yaml`,
    `${V}/plans/none`,
    `${V}/dependence/JPN`,
    `${V}/dependence/EU?materials=gallium,Dy&model=false`,
    `${V}/dependence/WLD?top=3&format=csv`,
    `${V}/dependence/JAPAN?top=none`,
    `${V}/dependence/ZZZ`,
    `${V}/events`,
    `${V}/events?actor=CHN&material=dysprosium&from=2025-04&acts=true`,
    `${V}/events?format=csv`,
    `${V}/events?actor=China&from=yesterday`,
    `${V}/events/cn-2025-04-licences`,
    `${V}/events/none`,
    `${V}/figures?limit=1000`,
    `${V}/figures?q=capacities%20dysprosium&offset=1`,
    `${V}/figures?q=xyzzy`,
    `${V}/figures/prices%2Fdysprosium-oxide@WLD`,
    `${V}/figures/none`,
    `${V}/sources`,
    `${V}/names`,
    `${V}/jobs/none`,
    `${V}/jobs/none/progress`,
    `${V}/jobs/none/result`,
  ])("%s", async (path) => {
    await documented(path);
  });

  test("every event of the ledger and every shipped scenario", async () => {
    const { events } = (await ask(api, `${V}/events`)).json<{ events: { id: string }[] }>();
    for (const { id } of events) await documented(`${V}/events/${id}`);
    const { scenarios } = (await ask(api, `${V}/scenarios`)).json<{ scenarios: { id: string }[] }>();
    for (const { id } of scenarios) await documented(`${V}/scenarios/${id}`);
  });

  test("a simulation from its beginning to its table", async () => {
    const begun = await documented(`${V}/simulate`, post({ scenario: "us-japan-framework", months: 24 }));
    const job = begun.json<{ links: { self: string; progress: string; result: string } }>();
    expect(begun.headers.get("location")).toBe(job.links.self);
    await documented(job.links.result); // not yet
    expect(await ended(api, job)).toBe("done");
    await documented(job.links.self);
    const { measures } = (await documented(job.links.result)).json<{ measures: unknown[] }>();
    expect(measures.length).toBeGreaterThan(2);
    await documented(`${job.links.result}?format=csv`);
    await documented(job.links.progress);
    await documented(job.links.self, { method: "DELETE" });
    await documented(job.links.self, { method: "DELETE" });
  });

  test("a scenario of one's own that the model cannot do", async () => {
    const scenario = {
      extends: "full-stop-japan",
      events: { "cn-stop-japan": { materials: ["gallium"] } },
      chains: ["dysprosium"],
    };
    const begun = await documented(`${V}/simulate`, post({ scenario }));
    const job = begun.json<{ links: { self: string; progress: string; result: string } }>();
    await ended(api, job);
    await documented(job.links.self);
    await documented(job.links.result);
  });

  test("mistakes of a body", async () => {
    await documented(`${V}/simulate`, post({ scenario: 3 }));
    await documented(`${V}/simulate`, post("{"));
    await documented(`${V}/simulate`, post("title: x\n  y", "application/yaml"));
    await documented(`${V}/simulate`, post("x", "text/plain"));
    await documented(`${V}/simulate`, post("x".repeat(200_000), "application/yaml"));
    await documented(`${V}/plan`, post({ plan: "none" }));
    await documented(`${V}/plan`, post("x".repeat(200_000)));
    await documented(`${V}/exposure`, post("product,commodity\n", "text/csv"));
  });

  test("an exposure", async () => {
    await documented(`${V}/exposure?scenario=full-stop-japan`, post(bom, "text/csv"));
  });

  test("a plan, whose report is as documented", async () => {
    const without = ["us-terbium-metal", "us-dysprosium-metal", "us-heavy-separation-mp", "jp-dysprosium-metal"];
    const candidates = Object.fromEntries(without.map((id) => [id, null]));
    const plan = { extends: "small", months: 8, budgetMultiples: [1], candidates };
    const begun = await documented(`${V}/plan`, post({ plan }));
    const job = begun.json<{ links: { self: string; progress: string; result: string } }>();
    expect(await ended(api, job)).toBe("done");
    await documented(job.links.result);
    await documented(`${job.links.result}?format=csv`);
  });

  test("every operation was asked", () => {
    const ids = Object.values(document.paths).flatMap((item) => Object.values(item).map((o) => o.operationId));
    const asked = new Set([...covered].map((c) => c.split(" ")[0]));
    expect(ids.filter((id) => !asked.has(id))).toEqual([]);
    expect((api as Api & { faults: unknown[] }).faults).toEqual([]);
  });
});
