import { z } from "zod";
import { policySchema } from "../policy/kinds/index.ts";
import { uncertainSchema } from "./draws/uncertain.ts";

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Longest run, in months: thirty years; longer ones say nothing and fill the memory. */
export const MOST_MONTHS = 360;

/** Private stocks of a scenario, as multiples of what is normal. */
export const LEAST_STOCK_COVER = 0.1;
export const MOST_STOCK_COVER = 10;

/** What events, measures and uncertain inputs may be called: their ids become names of markets, columns and files. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

const schemaWith = (id: z.ZodString) =>
  z
    .strictObject({
      title: z.string().min(1).describe("What the scenario is called in reports"),
      description: z.string().describe("What it rehearses and why, in a few sentences"),
      start: z.string().regex(monthPattern, "expected a month such as 2025-01").describe("First month of the run"),
      months: z.int().min(1).max(MOST_MONTHS).describe("Length of the run in months"),
      viewpoint: z.array(z.string()).min(1).describe("Countries (ISO alpha-3) the answer is for"),
      chains: z
        .array(z.string())
        .min(1)
        .optional()
        .describe(
          "Materials or groups whose chains are rehearsed; absent = those that events and measures name by material, recipe or end use; a stop of everything somewhere opens all",
        ),
      stockCoverFactor: z
        .number()
        .min(LEAST_STOCK_COVER)
        .max(MOST_STOCK_COVER)
        .optional()
        .describe("Private stocks as a multiple of what data/stocks.csv calls normal; absent = 1"),
      events: z.record(id, policySchema).describe("What happens, by id"),
      measures: z.record(id, policySchema).describe("What is chosen in answer, by id"),
      uncertain: z
        .record(id, uncertainSchema)
        .optional()
        .describe("What a sweep of draws varies in events and measures, by id; docs/uncertainty.md"),
    })
    .superRefine(({ events, measures }, context) => {
      for (const id of Object.keys(measures))
        if (Object.hasOwn(events, id))
          context.addIssue({
            code: "custom",
            path: ["measures", id],
            message: `"${id}" is the name of an event already, expected another`,
            input: measures[id],
          });
    });

/** The YAML form of a scenario: what happens (events) and what is chosen (measures), by name. */
export const scenarioSchema = schemaWith(
  z.string().regex(ID_PATTERN, "expected letters, digits and - only, the first no -"),
);

/** A scenario as a run recorded it: runs that were made before ids had a rule stay readable. */
export const recordedScenarioSchema = schemaWith(z.string());

export type Scenario = z.infer<typeof scenarioSchema>;
