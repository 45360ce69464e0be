import { z } from "zod";
import { json, text } from "../answer.ts";
import { loadFrom } from "../documents.ts";
import type { Library } from "../library.ts";
import { shippedAs } from "../requested.ts";
import { route } from "../route.ts";
import { loadScenario } from "../../ledger/index.ts";
import { scenarioInFull, scenarioList } from "../shapes/scenarios.ts";
import { found, missing } from "./missing.ts";

const loaded = ({ texts, dataset, vocabulary }: Library, path: string) =>
  loadScenario(path, loadFrom(texts.documents), dataset, vocabulary).value;

export const listScenarios = route({
  method: "get",
  path: "/scenarios",
  id: "listScenarios",
  summary: "The scenarios that ship",
  answers: { 200: { description: "in order of id", content: { "application/json": scenarioList } } },
  async handle(_, { library, cache }) {
    return cache.get("scenarios") ?? cache.keep("scenarios", json(scenariosOf(library)));
  },
});

export function scenariosOf(library: Library): z.output<typeof scenarioList> {
  return {
    scenarios: [...library.scenarios.values()].map(({ id, path }) => {
      const { title, description, start, months, viewpoint, events, measures } = loaded(library, path);
      return {
        id,
        title,
        description,
        start,
        months,
        viewpoint,
        events: Object.keys(events),
        measures: Object.keys(measures),
      };
    }),
  };
}

export const oneScenario = route({
  method: "get",
  path: "/scenarios/{id}",
  id: "getScenario",
  summary: "A scenario as it ships, and as it is run with all it extends and takes from the ledger",
  pathFields: z.strictObject({ id: z.string().max(100) }),
  queryFields: z.strictObject({ format: z.enum(["json", "yaml"]).default("json") }),
  answers: {
    200: {
      description: "the scenario; the file itself with format=yaml",
      content: { "application/json": scenarioInFull, "application/yaml": null },
    },
    404: missing,
  },
  handle({ path: { id }, query: { format } }, { library }) {
    const { path, yaml } = found(() => shippedAs(id, library.scenarios, { file: "path.id", line: 1 }));
    if (format === "yaml") return text(yaml, "application/yaml", `${id}.yaml`);
    return json({ id, yaml, scenario: loaded(library, path) });
  },
});
