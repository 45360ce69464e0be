import { z } from "zod";
import { json } from "../answer.ts";
import { BASE } from "../jobs/job.ts";
import type { Library } from "../library.ts";
import { route } from "../route.ts";
import { about, nameList, sourceList } from "../shapes/meta.ts";

export const index = route({
  method: "get",
  path: "",
  id: "about",
  summary: "What answers here, and how busy it is",
  answers: { 200: { description: "the server", content: { "application/json": about } } },
  handle: (_, { library, jobs }) =>
    json({
      name: "Monazite",
      version: library.texts.version,
      openapi: `${BASE}/openapi.json`,
      jobs: jobs.counts,
    }),
});

export const listSources = route({
  method: "get",
  path: "/sources",
  id: "listSources",
  summary: "Who published the figures and under which terms",
  answers: { 200: { description: "in order of id", content: { "application/json": sourceList } } },
  handle: (_, { library }) => json({ sources: library.sources(library.dataset.sources.map((row) => row.id)) }),
});

export const listNames = route({
  method: "get",
  path: "/names",
  id: "listNames",
  summary: "Countries, blocs, commodities and minerals that may be asked for",
  answers: { 200: { description: "the names", content: { "application/json": nameList } } },
  handle: (_, { library }) => json(namesKnown(library)),
});

export function namesKnown({ dataset, statistics }: Library): z.output<typeof nameList> {
  const blocs = [...new Set(dataset.blocs.map((row) => row.bloc))];
  const membersOf = (bloc: string) => dataset.blocs.filter((row) => row.bloc === bloc).map((row) => row.country);
  return {
    countries: dataset.countries.filter((c) => c.kind === "country").map(({ id, name }) => ({ id, name })),
    blocs: blocs.map((id) => ({ id, members: membersOf(id) })),
    commodities: dataset.commodities.map(({ id, name, material, stage }) => ({ id, name, material, stage })),
    minerals: statistics.materials.map(({ id, name, symbol }) => ({ id, name, symbol })),
  };
}

/** The document of the interface itself, which holds all routes and so is put in by whoever knows them. */
export const openApi = (document: () => object) =>
  route({
    method: "get",
    path: "/openapi.json",
    id: "openapi",
    summary: "This description",
    answers: {
      200: { description: "OpenAPI 3.1", content: { "application/json": z.record(z.string(), z.unknown()) } },
    },
    async handle(_, { cache }) {
      return cache.get("openapi") ?? cache.keep("openapi", json(document()));
    },
  });
