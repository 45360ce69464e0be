import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "../../src/api/index.ts";
import { PAGE_POLICY } from "../../src/api/site.ts";
import { CONTENT_SECURITY_POLICY } from "../../scripts/build-web.mjs";
import { ask, post, shippedApi } from "./shipped.ts";

const V = "/api/v1";
const TOKEN = "correct-horse-battery-staple";
let open: Api;
let closed: Api;

beforeAll(async () => {
  open = await shippedApi();
  closed = await shippedApi({ guard: { token: TOKEN, hosts: ["monazite.example"], anyAddress: true } });
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

const by = (headers: Record<string, string>, init: RequestInit = {}): RequestInit => ({ ...init, headers });

describe("the name a request was sent to", () => {
  test.each(["localhost:4173", "127.0.0.1", "[::1]:4173", "LOCALHOST"])("%s is this server", async (host) => {
    expect((await ask(open, V, by({ host }))).status).toBe(200);
  });

  test.each([
    "evil.example",
    "localhost.evil.example:4173",
    "127.0.0.1.nip.io",
    "192.168.1.7:4173",
    "a b",
    "",
    "localhost:4173@evil",
  ])("%s is not", async (host) => {
    for (const path of [V, `${V}/openapi.json`, "/", "/app-1A2B3C4D.js"]) {
      const { status, text, headers } = await ask(open, path, by({ host }));
      expect({ status, text }).toMatchObject({ status: 403, text: expect.stringContaining("header.host") });
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  test("on every address: any IP address and the names that were allowed, no other name", async () => {
    const authorization = `Bearer ${TOKEN}`;
    for (const host of ["192.168.1.7:4173", "[fe80::1]:4173", "Monazite.Example"])
      expect((await ask(closed, V, by({ host, authorization }))).status).toBe(200);
    expect((await ask(closed, V, by({ host: "rebound.example", authorization }))).status).toBe(403);
  });
});

describe("pages of other sites", () => {
  test.each<Record<string, string>>([
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:9999" },
    { origin: "https://localhost.evil.example:4173" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("%o are refused, asking and sending", async (headers) => {
    expect((await ask(open, `${V}/scenarios`, by(headers))).status).toBe(403);
    const body = post({ scenario: "full-stop-japan" });
    expect((await ask(open, `${V}/simulate`, { ...body, headers: { ...body.headers, ...headers } })).status).toBe(403);
    expect(open.context.jobs.counts).toEqual({ running: 0, waiting: 0, kept: 0 });
  });

  test("the page itself is answered", async () => {
    const headers = { host: "localhost:4173", origin: "http://localhost:4173", "sec-fetch-site": "same-origin" };
    expect((await ask(open, `${V}/scenarios`, by(headers))).status).toBe(200);
  });

  test("a form cannot post: its kinds of body are not read", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
      expect((await ask(open, `${V}/simulate`, post('{"scenario":"full-stop-japan"}', type))).status).toBe(415);
  });

  test("no answer invites other sites", async () => {
    for (const path of ["/", V, `${V}/nothing`]) {
      const { headers } = await ask(open, path, by({ origin: "http://localhost:4173" }));
      for (const name of headers.keys()) expect(name).not.toMatch(/^access-control/);
    }
  });
});

describe("the token", () => {
  test.each<Record<string, string>>([
    {},
    { authorization: "Bearer wrong" },
    { authorization: `Basic ${TOKEN}` },
    { authorization: `Bearer ${TOKEN}x` },
  ])("%o does not open the interface", async (headers) => {
    for (const path of [V, `${V}/openapi.json`, `${V}/nothing`, `${V}/jobs/x`]) {
      const { status, headers: told } = await ask(closed, path, by(headers));
      expect(status).toBe(401);
      expect(told.get("www-authenticate")).toMatch(/^Bearer/);
    }
  });

  test("opens it, and the document says that one is asked for", async () => {
    const { status, text } = await ask(closed, `${V}/openapi.json`, by({ authorization: `bearer ${TOKEN}` }));
    expect(status).toBe(200);
    expect(JSON.parse(text).security).toEqual([{ token: [] }]);
    expect(text).not.toContain(TOKEN);
  });
});

describe("every answer", () => {
  test.each(["/", "/app-1A2B3C4D.js", "/nothing", V, `${V}/nothing`, `${V}/scenarios`, `${V}/jobs/x/progress`])(
    "%s says what a browser may do with it",
    async (path) => {
      const { headers } = await ask(open, path);
      expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe-inline|unsafe-eval'? (?!')|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    },
  );
});

describe("the page", () => {
  test("may do by its header what it may by its <meta>", () => {
    expect(PAGE_POLICY).toBe(`${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`);
  });

  test("is served out of memory, hashed names for ever", async () => {
    const index = await ask(open, "/");
    expect(index.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(index.headers.get("cache-control")).toBe("no-cache");
    const script = await ask(open, "/app-1A2B3C4D.js");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(script.text).toContain("export const page");
    const again = await ask(open, "/", by({ "if-none-match": index.headers.get("etag")! }));
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: "" });
  });

  test("is packed for who takes it", async () => {
    const response = await open.fetch(
      new Request("http://localhost:4173/app-1A2B3C4D.js", by({ "accept-encoding": "br, gzip" })),
    );
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const plain = await open.fetch(
      new Request("http://localhost:4173/app-1A2B3C4D.js", by({ "accept-encoding": "gzip;q=0" })),
    );
    expect(plain.headers.get("content-encoding")).toBeNull();
  });

  test.each([
    "/package.json",
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/index.html/",
    "//etc/passwd",
    "/index.html%00.js",
  ])("%s does not exist", async (path) => {
    expect((await ask(open, path)).status).toBe(404);
  });

  test("answers HEAD without a body and refuses what changes things", async () => {
    const head = await ask(open, `${V}/scenarios`, { method: "HEAD" });
    expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: "" });
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const { status, headers } = await ask(open, "/", { method });
      expect({ status, allow: headers.get("allow") }).toEqual({ status: 405, allow: "GET, HEAD" });
    }
    const { status, headers } = await ask(open, `${V}/simulate`, { method: "GET" });
    expect({ status, allow: headers.get("allow") }).toEqual({ status: 405, allow: "POST" });
  });
});

test("no module of the interface reads files", () => {
  const sources = readdirSync("src/api", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  expect(sources.length).toBeGreaterThan(40);
  for (const name of sources)
    expect(readFileSync(join("src/api", name), "utf8"), name).not.toMatch(/["'](?:node:)?fs(?:\/promises)?["']/);
});
