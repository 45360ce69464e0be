import { z } from "zod";
import type { Jobs } from "./jobs/jobs.ts";
import type { Library } from "./library.ts";
import type { Body } from "./body.ts";
import type { Work } from "./work/work.ts";
import { readFields } from "./query.ts";

/** What every handler may use. */
export interface Context {
  readonly library: Library;
  readonly jobs: Jobs;
  readonly work: Work;
  /** answers that were computed before, by what was asked */
  readonly cache: AnswerCache;
}

export interface AnswerCache {
  get(key: string): Response | undefined;
  keep(key: string, response: Response): Promise<Response>;
}

/** A request whose parameters are known to be right. */
export interface Call<P, Q> {
  readonly path: P;
  readonly query: Q;
  readonly headers: Headers;
  /** ends when who asked is gone */
  readonly signal: AbortSignal;
  /** reads the body, at most as long as the route allows. Errors: ApiProblem 413, 415, InputError */
  body(): Promise<Body>;
}

/** One kind of answer of a route. */
export interface Answer {
  readonly description: string;
  /** schema by media type; null for what is no JSON */
  readonly content?: Readonly<Record<string, z.ZodType | null>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BodyShape {
  /** schema by media type (an object is a JSON Schema as it is); null for text that is described elsewhere */
  readonly content: Readonly<Record<string, z.ZodType | object | null>>;
  readonly mostBytes: number;
  readonly description: string;
}

/** A route as it is documented and called. */
export interface Route {
  readonly method: "get" | "post" | "delete";
  /** under /api/v1, as OpenAPI writes it: `/scenarios/{id}` */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly pathFields: z.ZodObject;
  readonly queryFields: z.ZodObject;
  readonly body?: BodyShape;
  readonly answers: Readonly<Record<number, Answer>>;
  answer(raw: RawCall, context: Context): Promise<Response>;
}

export interface RawCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly body: (shape: BodyShape) => Promise<Body>;
}

interface RouteOf<P extends z.ZodObject, Q extends z.ZodObject> {
  readonly method: Route["method"];
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly pathFields?: P;
  readonly queryFields?: Q;
  readonly body?: BodyShape;
  readonly answers: Readonly<Record<number, Answer>>;
  readonly handle: (call: Call<z.output<P>, z.output<Q>>, context: Context) => Response | Promise<Response>;
}

const none = z.strictObject({});

/** A route whose handler gets only what its own schemas let through. */
export function route<P extends z.ZodObject = typeof none, Q extends z.ZodObject = typeof none>(
  given: RouteOf<P, Q>,
): Route {
  const { handle, description = "", pathFields, queryFields, ...rest } = given;
  return {
    ...rest,
    description,
    pathFields: pathFields ?? none,
    queryFields: queryFields ?? none,
    async answer(raw, context) {
      const path = readFields("path", pathFields ?? none, Object.entries(raw.path)) as z.output<P>;
      const query = readFields("query", queryFields ?? none, raw.query) as z.output<Q>;
      const { body, ...others } = raw;
      return handle(
        {
          ...others,
          path,
          query,
          body: () => {
            if (given.body === undefined) throw new Error(`${given.id}: has no body`);
            return body(given.body);
          },
        },
        context,
      );
    },
  };
}
