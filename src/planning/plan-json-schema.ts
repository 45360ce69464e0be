import { z } from "zod";
import { policySchema } from "../policy/kinds/index.ts";
import { planFileSchema } from "./plan-schema.ts";

/**
 * The JSON Schema of a plan file, for editors. Candidates may be a list of ids and entries or a map; an entry without
 * `policy.kind` changes a measure of data/. Published as plans/plan.schema.json; `npm run schema` writes it.
 * @param measureIds measures that may be taken; an editor offers them
 * @param ledgerIds events of the ledger that may be taken under `events`
 */
export function planJsonSchema(measureIds: readonly string[] = [], ledgerIds: readonly string[] = []): object {
  const { properties, ...rest } = z.toJSONSchema(planFileSchema, { io: "input" });
  const { $schema: _, ...policy } = z.toJSONSchema(policySchema, { io: "input" });
  const { candidates, decided, events } = properties as Record<
    string,
    { description: string; additionalProperties: object }
  >;
  const ids = (list: readonly string[]) => (list.length === 0 ? {} : { enum: list });
  const listOrMap = (description: string) => ({
    description,
    anyOf: [
      { type: "object", additionalProperties: orNothing },
      {
        type: "array",
        items: {
          anyOf: [
            { type: "string", description: "a measure of data/measures.csv", ...ids(measureIds) },
            { type: "object", minProperties: 1, additionalProperties: orNothing },
          ],
        },
      },
    ],
  });
  const orNothing = { anyOf: [{ $ref: "#/$defs/candidate" }, { type: "null" }] };
  return {
    ...rest,
    title: "Monazite plan",
    required: [],
    properties: {
      extends: {
        type: "string",
        description: "another plan to start from, by name; its entries are overridden by name",
      },
      ...properties,
      candidates: listOrMap(candidates!.description),
      decided: listOrMap(decided!.description),
      events: {
        description: events!.description,
        anyOf: [
          { type: "object", additionalProperties: { $ref: "#/$defs/event" } },
          {
            type: "array",
            items: {
              anyOf: [
                { type: "string", ...ids(ledgerIds) },
                { type: "object", minProperties: 1, additionalProperties: { $ref: "#/$defs/event" } },
              ],
            },
          },
        ],
      },
    },
    $defs: {
      candidate: candidates!.additionalProperties,
      event: {
        anyOf: [
          { $ref: "#/$defs/policy" },
          {
            type: "object",
            required: ["ledger"],
            properties: { ledger: { type: "string", ...ids(ledgerIds) }, delayDays: { type: "integer" } },
          },
        ],
      },
      policy,
    },
  };
}
