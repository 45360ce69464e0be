import { z } from "zod";
import { scenarioSchema } from "../../simulation/scenario.ts";
import { month, named } from "./common.ts";

export const scenarioSummary = named(
  "ScenarioSummary",
  z.object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    start: month,
    months: z.int(),
    viewpoint: z.array(z.string()),
    events: z.array(z.string()).describe("ids, in order"),
    measures: z.array(z.string()),
  }),
);

export const scenarioList = named("ScenarioList", z.object({ scenarios: z.array(scenarioSummary) }));

/** A scenario as it is run: with all it extends and takes from the ledger. */
export const resolvedScenario = named("ResolvedScenario", scenarioSchema);

export const scenarioInFull = named(
  "ScenarioInFull",
  z.object({
    id: z.string(),
    yaml: z.string().describe("the file as it ships"),
    scenario: resolvedScenario,
  }),
);
