import { z } from "zod";
import { BASE } from "./jobs/job.ts";
import type { Route } from "./route.ts";
import { components, problem } from "./shapes/common.ts";

type Json = Record<string, unknown>;

/** Answers that any route may give besides its own. */
const always: Readonly<Record<number, string>> = {
  400: "The request has mistakes; all of them are listed",
  401: "A token is asked for and was not sent",
  403: "Sent to another name, or by a page of another site",
  500: "A fault of the program",
};

export interface OpenApiFacts {
  readonly version: string;
  readonly routes: readonly Route[];
  /** JSON Schemas of what is sent, by the name they get: scenarios and plans */
  readonly documents: Readonly<Record<string, object>>;
  readonly hasToken: boolean;
}

/** The OpenAPI 3.1 document of the routes, made of the schemas that validate requests. */
export function openApiDocument({ version, routes, hasToken, ...facts }: OpenApiFacts): Json {
  const paths: Record<string, Json> = {};
  for (const one of routes) {
    const path = `${BASE}${one.path}`;
    paths[path] = { ...paths[path], [one.method]: operation(one) };
  }
  const documents = Object.assign(
    {},
    ...Object.entries(facts.documents).map(([name, schema]) => documentSchemas(name, schema)),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Monazite",
      version,
      license: { name: "MIT", identifier: "MIT" },
      description:
        "Dependence, disruption and the worth of agreements for critical minerals. Long computations are jobs: begin, follow, fetch. Nothing that is sent is kept longer than its job, and nothing of it is logged.",
    },
    servers: [{ url: "/" }],
    ...(hasToken ? { security: [{ token: [] }] } : {}),
    paths,
    components: {
      schemas: { ...namedSchemas(), ...documents },
      ...(hasToken ? { securitySchemes: { token: { type: "http", scheme: "bearer" } } } : {}),
    },
  };
}

function operation(one: Route): Json {
  const answers: Record<string, Json> = {};
  for (const [status, description] of Object.entries(always)) answers[status] = problemAnswer(description);
  if (one.body !== undefined) {
    answers[413] = problemAnswer("The body is too large");
    answers[415] = problemAnswer("The body is of another kind");
  }
  for (const [status, { description, content, headers }] of Object.entries(one.answers))
    answers[status] = {
      description,
      ...(headers === undefined
        ? {}
        : { headers: each(headers, (about) => ({ description: about, schema: { type: "string" } })) }),
      ...(content === undefined
        ? {}
        : { content: each(content, (schema) => (schema === null ? {} : { schema: schemaOf(schema, "output") })) }),
    };
  const parameters = [...parametersIn("path", one.pathFields), ...parametersIn("query", one.queryFields)];
  return {
    operationId: one.id,
    summary: one.summary,
    ...(one.description === "" ? {} : { description: one.description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(one.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: `${one.body.description}; at most ${one.body.mostBytes} bytes`,
            content: each(one.body.content, (schema) =>
              schema === null
                ? { schema: { type: "string" } }
                : { schema: schema instanceof z.ZodType ? schemaOf(schema, "input") : schema },
            ),
          },
        }),
    responses: answers,
  };
}

const problemAnswer = (description: string): Json => ({
  description,
  content: { "application/problem+json": { schema: schemaOf(problem, "output") } },
});

function parametersIn(where: "path" | "query", fields: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = plain(z.toJSONSchema(fields, { io: "input" })) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    ...(description === undefined ? {} : { description }),
    ...(schema.type === "array" ? { style: "form", explode: false } : {}),
    schema,
  }));
}

/** A reference where the schema has a name, else the schema itself, which then has no named parts. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const name = components.get(schema)?.id;
  return name === undefined ? plain(z.toJSONSchema(schema, { io })) : reference(name);
}

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

function namedSchemas(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(components, { uri: (id) => `#/components/schemas/${id}` });
  return each(schemas as Record<string, Json>, (schema) => plain(schema));
}

/** A document as it is sent, in parts with names: `Scenario`, `ScenarioPolicy` … */
function documentSchemas(name: string, schema: object): Record<string, Json> {
  const { $defs = {}, ...document } = schema as Json & { $defs?: Record<string, Json> };
  const nameOf = (part: string) => `${name}${part[0]!.toUpperCase()}${part.slice(1)}`;
  const moved = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(moved);
    if (typeof part !== "object" || part === null) return part;
    return each(part as Json, (value, key) =>
      key === "$ref" && typeof value === "string"
        ? value.replace(/^#\/\$defs\/(\w+)$/, (_, own: string) => reference(nameOf(own)).$ref as string)
        : moved(value),
    );
  };
  const parts = Object.entries($defs).map(([part, own]) => [nameOf(part), moved(own)] as const);
  return { [name]: plain(moved(document) as Json), ...(Object.fromEntries(parts) as Record<string, Json>) };
}

function plain({ $schema: _, $id: __, id: ___, ...schema }: Json): Json {
  return schema;
}

function each<V, W>(record: Readonly<Record<string, V>>, change: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
