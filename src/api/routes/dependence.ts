import { z } from "zod";
import { type Dependence, dependenceOf } from "../../dependence/index.ts";
import { dependenceCsv } from "../../dependence/csv.ts";
import { json, text } from "../answer.ts";
import { matches } from "../site.ts";
import type { Library, Source } from "../library.ts";
import { route } from "../route.ts";
import { dependenceAnswer } from "../shapes/dependence.ts";
import { missing } from "./missing.ts";

export interface DependenceAsked {
  readonly country: string;
  readonly materials?: readonly string[] | undefined;
  readonly top?: number | undefined;
  readonly model: boolean;
}

export const dependence = route({
  method: "get",
  path: "/dependence/{country}",
  id: "dependence",
  summary: "On whom a country depends, mineral by mineral and stage by stage",
  description: "With the published indicators, and year and source of every number.",
  pathFields: z.strictObject({
    country: z.string().min(2).max(40).describe("ISO alpha-3, a bloc such as EU or G7, or WLD"),
  }),
  queryFields: z.strictObject({
    materials: z.array(z.string().min(1).max(60)).min(1).max(60).optional().describe("names or symbols; absent: all"),
    top: z.int().min(1).max(200).optional().describe("only the riskiest so many"),
    model: z.boolean().default(true).describe("false: published statistics only"),
    format: z.enum(["json", "csv"]).default("json"),
  }),
  answers: {
    200: { description: "the dependence", content: { "application/json": dependenceAnswer, "text/csv": null } },
    304: { description: "you have it" },
    404: missing,
  },
  async handle({ path, query: { format, ...query }, headers }, { library, cache }) {
    const asked = { ...path, ...query };
    const key = `dependence ${JSON.stringify([path.country, query.materials, query.top, query.model, format])}`;
    const response =
      cache.get(key) ??
      (await cache.keep(
        key,
        format === "json"
          ? json(dependenceFound(library, asked))
          : text(dependenceCsv(askDependence(library, asked)), "text/csv", `dependence-${path.country}.csv`),
      ));
    const etag = response.headers.get("etag");
    return etag !== null && matches(headers, etag) ? new Response(null, { status: 304, headers: { etag } }) : response;
  },
});

/** Errors: InputError for a country or material nobody knows */
export function askDependence(library: Library, { country, materials, top, model }: DependenceAsked): Dependence {
  return dependenceOf(library.statistics, library.dataset, model ? library.model : null, {
    country,
    ...(materials === undefined ? {} : { materials }),
    ...(top === undefined ? {} : { top }),
  });
}

/** The same with the sources of its numbers. */
export function dependenceFound(library: Library, asked: DependenceAsked): Dependence & { sources: Source[] } {
  const found = askDependence(library, asked);
  return { ...found, sources: library.sources(citedIn(found)) };
}

/** Every source that a citation anywhere in it names. */
function citedIn(part: unknown, ids = new Set<string>()): Set<string> {
  if (Array.isArray(part)) for (const item of part) citedIn(item, ids);
  else if (typeof part === "object" && part !== null)
    for (const [key, value] of Object.entries(part)) {
      if (key === "cited") for (const id of (value as { source: string }).source.split(" + ")) ids.add(id);
      else citedIn(value, ids);
    }
  return ids;
}
