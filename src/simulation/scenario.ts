import { z } from "zod";
import { policySchema } from "../policy/kinds/index.ts";

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const MOST_MONTHS = 360;

/** The YAML form of a scenario: what happens (events) and what is chosen (measures), by name. */
export const scenarioSchema = z.strictObject({
  title: z.string().min(1).describe("What the scenario is called in reports"),
  description: z.string().describe("What it rehearses and why, in a few sentences"),
  start: z.string().regex(monthPattern, "expected a month such as 2025-01").describe("First month of the run"),
  months: z.int().min(1).max(MOST_MONTHS).describe("Length of the run in months"),
  viewpoint: z.array(z.string()).min(1).describe("Countries (ISO alpha-3) the answer is for"),
  events: z.record(z.string(), policySchema).describe("What happens, by id"),
  measures: z.record(z.string(), policySchema).describe("What is chosen in answer, by id"),
});

export type Scenario = z.infer<typeof scenarioSchema>;

/**
 * The JSON Schema of a scenario file, for editors. Everything that has a default or can come from `extends` is optional,
 * and an entry without `kind` overrides one of the scenario it extends (null removes it).
 * Published as scenarios/scenario.schema.json.
 */
export function scenarioJsonSchema(): object {
  const { properties, $defs, ...rest } = z.toJSONSchema(scenarioSchema, { io: "input", reused: "ref" });
  const entries = {
    anyOf: [{ $ref: "#/$defs/policy" }, { type: "object", not: { required: ["kind"] } }, { type: "null" }],
  };
  const section = (name: "events" | "measures") => ({
    ...(properties![name] as object),
    additionalProperties: entries,
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
    },
    $defs: { ...$defs, policy: policyJsonSchema(properties!.events) },
  };
}

function policyJsonSchema(section: unknown): unknown {
  return (section as { additionalProperties: unknown }).additionalProperties;
}
