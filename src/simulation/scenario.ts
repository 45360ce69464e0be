import { z } from "zod";
import { policySchema } from "../policy/kinds/index.ts";
import { uncertainSchema } from "./draws/uncertain.ts";

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Longest run, in months: thirty years; longer ones say nothing and fill the memory. */
export const MOST_MONTHS = 360;

/** The YAML form of a scenario: what happens (events) and what is chosen (measures), by name. */
export const scenarioSchema = z
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
    events: z.record(z.string(), policySchema).describe("What happens, by id"),
    measures: z.record(z.string(), policySchema).describe("What is chosen in answer, by id"),
    uncertain: z
      .record(z.string(), uncertainSchema)
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

export type Scenario = z.infer<typeof scenarioSchema>;

/**
 * The JSON Schema of a scenario file, for editors. Everything that can come from `extends` is optional, and an entry
 * without `kind` overrides one of the scenario it extends (null removes it).
 * Published as scenarios/scenario.schema.json; `npm run schema` writes it.
 */
export function scenarioJsonSchema(): object {
  const { properties, ...rest } = z.toJSONSchema(scenarioSchema, { io: "input" });
  const { $schema: _, ...policy } = z.toJSONSchema(policySchema, { io: "input" });
  const { $schema: __, ...uncertain } = z.toJSONSchema(uncertainSchema, { io: "input" });
  const section = (name: "events" | "measures") => ({
    type: "object",
    description: (properties![name] as { description: string }).description,
    additionalProperties: { $ref: "#/$defs/entry" },
  });
  return {
    ...rest,
    title: "Monazite scenario",
    required: [],
    properties: {
      extends: {
        type: "string",
        description: "another scenario to start from, by name; its entries are overridden by name",
      },
      ...properties,
      events: section("events"),
      measures: section("measures"),
      uncertain: {
        type: "object",
        description: (properties!.uncertain as { description: string }).description,
        additionalProperties: { anyOf: [{ $ref: "#/$defs/uncertain" }, { type: "null" }] },
      },
    },
    $defs: {
      uncertain: { ...uncertain, required: [] },
      entry: { anyOf: [{ $ref: "#/$defs/policy" }, { $ref: "#/$defs/override" }, { type: "null" }] },
      policy,
      override: {
        type: "object",
        description: "changes to an entry of the scenario that this one extends",
        not: { required: ["kind"] },
        propertyNames: { enum: policyKeys() },
      },
    },
  };
}

/** Every key that any kind of policy has. */
function policyKeys(): string[] {
  return [...new Set(policySchema.options.flatMap((option) => Object.keys(option.shape)))].sort();
}
