import { z } from "zod";
import { didYouMean, explainFigure, findFigure, InputError, quote } from "../../dataset/index.ts";
import { json } from "../answer.ts";
import type { Library } from "../library.ts";
import { route } from "../route.ts";
import { figure, figureList } from "../shapes/figures.ts";
import { found, missing } from "./missing.ts";

export const figureFields = z.strictObject({
  q: z.string().max(200).default("").describe("words that a figure's name holds; absent: every figure"),
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(1000).default(100),
});

export const listFigures = route({
  method: "get",
  path: "/figures",
  id: "findFigures",
  summary: "Figures of the dataset, each with range, status and source",
  queryFields: figureFields,
  answers: { 200: { description: "the figures", content: { "application/json": figureList } } },
  handle: ({ query }, { library }) => json(figuresFound(library, query)),
});

export function figuresFound(
  { dataset }: Library,
  { q, offset, limit }: z.output<typeof figureFields>,
): z.output<typeof figureList> {
  const { figures, suggestions } = findFigure(dataset, q.trim() === "" ? "/" : q); // every name holds a slash
  const page = figures.slice(offset, offset + limit).map((one) => explainFigure(dataset, one));
  return { total: figures.length, offset, figures: page, suggestions: [...suggestions] };
}

export const oneFigure = route({
  method: "get",
  path: "/figures/{id}",
  id: "getFigure",
  summary: "One figure by its name, such as prices/dysprosium-oxide@WLD",
  description: "The name may be written with its slashes or with %2F.",
  pathFields: z.strictObject({ id: z.string().max(200) }),
  answers: { 200: { description: "the figure", content: { "application/json": figure } }, 404: missing },
  handle: ({ path: { id } }, { library }) => json(found(() => figureFound(library, id))),
});

/** Errors: InputError with the nearest names */
export function figureFound({ dataset }: Library, id: string): z.output<typeof figure> {
  const { figures, suggestions } = findFigure(dataset, id);
  const exact = figures.find((one) => one.figure.toLowerCase() === id.trim().toLowerCase());
  if (exact) return explainFigure(dataset, exact);
  const near = figures.length > 0 ? figures.map((one) => one.figure) : suggestions;
  const message = `no figure is called ${quote(id)}`;
  throw new InputError([{ file: "figures", line: 1, message, remedy: didYouMean(id, near) }]);
}
