import type { Context as HonoContext, Hono } from "hono";
import { readBody } from "./body.ts";
import { answerCache } from "./cache.ts";
import { CLOSED_POLICY, checkHost, checkOrigin, checkToken, type GuardOptions, securityHeaders } from "./guard.ts";
import { type JobLimits, Jobs } from "./jobs/jobs.ts";
import { BASE } from "./jobs/job.ts";
import { openLibrary } from "./library.ts";
import { ApiProblem, notFound, problemOf, problemResponse } from "./problem.ts";
import type { Context, Route } from "./route.ts";
import { routesOf } from "./routes/index.ts";
import { openSite, type Site } from "./site.ts";
import type { ApiTexts } from "./texts.ts";
import { threadedWork, type Work } from "./work/work.ts";

export interface ApiOptions {
  readonly guard?: Partial<GuardOptions>;
  readonly limits?: Partial<JobLimits>;
  /** threads that compute at most */
  readonly threads?: number;
  /** who computes; threads of this process if not said */
  readonly work?: Work;
  /** a clock in milliseconds */
  readonly now?: () => number;
  /** told of faults of the program; nothing of a request is in them */
  readonly onFault?: (error: unknown) => void;
}

/** The whole server as a function from request to answer. */
export interface Api {
  fetch(request: Request): Response | Promise<Response>;
  readonly routes: readonly Route[];
  readonly context: Context;
  /** opens dataset, statistics and chain, so that the first who asks does not wait. Errors: InputError of the tables */
  warm(): void;
  /** ends jobs and threads */
  close(): Promise<void>;
}

const DEFAULT_LIMITS: Omit<JobLimits, "running"> = {
  waiting: 32,
  simulateSeconds: 120,
  planSeconds: 1800,
  keptSeconds: 900,
  keptJobs: 64,
  keptBytes: 256_000_000,
};
const MOST_CACHED_BYTES = 64_000_000;

/** Puts the server together; it reads nothing but the texts. */
export async function createApi(texts: ApiTexts, options: ApiOptions = {}): Promise<Api> {
  const { Hono } = await import("hono");
  const { threads = 2, now = Date.now, onFault = () => {} } = options;
  const guard: GuardOptions = { hosts: [], anyAddress: false, token: null, ...options.guard };
  const library = openLibrary(texts);
  const work = options.work ?? threadedWork(library.curated, threads);
  const limits = { running: threads, ...DEFAULT_LIMITS, ...options.limits };
  const jobs = new Jobs({ work, limits, now, onFault });
  const context: Context = { library, jobs, work, cache: answerCache(MOST_CACHED_BYTES) };
  const routes = routesOf(library, { hasToken: guard.token !== null });
  const app = new Hono();

  app.onError((error) => closed(problemResponse(problemOf(error, onFault))));
  app.use(async (c, next) => {
    checkHost(c.req.raw, guard);
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  });
  app.use(`${BASE}/*`, async (c, next) => {
    checkOrigin(c.req.raw);
    checkToken(c.req.raw, guard);
    await next();
    c.res.headers.set("content-security-policy", CLOSED_POLICY);
  });
  for (const one of routes) app.on(one.method.toUpperCase(), pathsFor(one), (c) => answer(c, one, context));
  refuseOtherMethods(app, routes);
  serveSite(app, openSite(texts.site));
  return {
    fetch: (request) => app.fetch(request),
    routes,
    context,
    warm() {
      for (const part of ["dataset", "vocabulary", "statistics", "model"] as const) void library[part];
    },
    async close() {
      jobs.close();
      await work.close();
    },
  };
}

/** An answer with the headers that no middleware gets to set after a throw. */
function closed(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set("content-security-policy", CLOSED_POLICY);
  return response;
}

/** `/api/v1/figures/:id{.+}`: names of figures hold slashes. */
function pathsFor({ path }: Pick<Route, "path">): string[] {
  if (path === "") return [BASE, `${BASE}/`];
  return [`${BASE}${path.replace(/^\/figures\/\{id\}$/, "/figures/:id{.+}").replace(/\{(\w+)\}/g, ":$1")}`];
}

async function answer(c: HonoContext, one: Route, context: Context): Promise<Response> {
  const { raw } = c.req;
  return one.answer(
    {
      path: c.req.param(),
      query: new URL(raw.url).searchParams,
      headers: raw.headers,
      signal: raw.signal,
      body: (shape) => readBody(raw, shape),
    },
    context,
  );
}

function refuseOtherMethods(app: Hono, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((one) => one.path)))
    app.on(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "GET"], pathsFor({ path }), (c) => {
      const methods = routes.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
      const allowed = methods.includes("GET") ? [...methods, "HEAD"] : methods;
      const problem = { where: "method", message: `got ${c.req.method}`, remedy: `use ${allowed.join(" or ")}` };
      throw new ApiProblem("method-not-allowed", "This cannot be done here", [problem], { allow: allowed.join(", ") });
    });
  app.all(`${BASE}/*`, () => {
    throw notFound("path", "no such route", `see ${BASE}/openapi.json`);
  });
}

function serveSite(app: Hono, site: Site): void {
  app.get("*", async (c) => {
    const { pathname } = new URL(c.req.raw.url);
    const file = await site.answer(pathname, c.req.raw.headers);
    if (file) return file;
    if (pathname === "/")
      return new Response(
        `Monazite: the page is not built (npm run build); the interface is at ${BASE}/openapi.json\n`,
        {
          headers: { "content-type": "text/plain; charset=utf-8", "content-security-policy": CLOSED_POLICY },
        },
      );
    throw notFound("path", "no such file", "begin at /");
  });
  app.all("*", (c) => {
    const problem = { where: "method", message: `got ${c.req.method}`, remedy: "use GET or HEAD" };
    throw new ApiProblem("method-not-allowed", "This cannot be done here", [problem], { allow: "GET, HEAD" });
  });
}
