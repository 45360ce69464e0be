import { z } from "zod";
import { policySchema } from "../policy/kinds/index.ts";
import { uncertainSchema } from "./draws/uncertain.ts";
import { ID_PATTERN, scenarioSchema } from "./scenario.ts";

/**
 * The JSON Schema of a scenario file, for editors. Everything that can come from `extends` is optional, and an entry
 * without `kind` overrides one of the scenario it extends (null removes it) or one of the ledger (`ledger`, `delayDays`).
 * Published as scenarios/scenario.schema.json; `npm run schema` writes it.
 * @param ledgerIds events that may be referred to; an editor offers them, and marks others
 */
export function scenarioJsonSchema(ledgerIds: readonly string[] = []): object {
  const { properties, ...rest } = z.toJSONSchema(scenarioSchema, { io: "input" });
  const { $schema: _, ...policy } = z.toJSONSchema(policySchema, { io: "input" });
  const { $schema: __, ...uncertain } = z.toJSONSchema(uncertainSchema, { io: "input" });
  const propertyNames = { pattern: ID_PATTERN.source };
  const section = (name: "events" | "measures") => ({
    description: (properties![name] as { description: string }).description,
    anyOf: [
      { type: "object", propertyNames, additionalProperties: { $ref: "#/$defs/entry" } },
      {
        type: "array",
        items: {
          anyOf: [
            { $ref: "#/$defs/ledgerEvent" },
            { type: "object", propertyNames, minProperties: 1, additionalProperties: { $ref: "#/$defs/entry" } },
          ],
        },
      },
    ],
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
        propertyNames,
        description: (properties!.uncertain as { description: string }).description,
        additionalProperties: { anyOf: [{ $ref: "#/$defs/uncertain" }, { type: "null" }] },
      },
    },
    $defs: {
      uncertain: { ...uncertain, required: [] },
      entry: { anyOf: [{ $ref: "#/$defs/policy" }, { $ref: "#/$defs/override" }, { type: "null" }] },
      policy,
      ledgerEvent: {
        type: "string",
        description: "an event of the ledger that the model can act on; monazite events --acts lists them",
        ...(ledgerIds.length === 0 ? {} : { enum: ledgerIds }),
      },
      override: {
        type: "object",
        description: "changes to an entry of the scenario that this one extends, or to an event of the ledger",
        not: { required: ["kind"] },
        properties: {
          ledger: { $ref: "#/$defs/ledgerEvent" },
          delayDays: { type: "integer", description: "with ledger: moves every day in it so many days later" },
        },
        propertyNames: { enum: [...policyKeys(), "ledger", "delayDays"].sort() },
      },
    },
  };
}

/** Every key that any kind of policy has. */
function policyKeys(): string[] {
  return [...new Set(policySchema.options.flatMap((option) => Object.keys(option.shape)))];
}
