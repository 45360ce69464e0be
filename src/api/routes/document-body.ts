import { z } from "zod";

/** JSON that names or holds a document, described by its component, or the document itself as YAML. */
export function documentBody(
  schema: z.ZodObject,
  key: string,
  component: string,
): { readonly "application/json": object; readonly "application/yaml": object } {
  const { $schema: _, ...form } = z.toJSONSchema(schema, { io: "input" });
  const own = form.properties?.[key];
  const description = typeof own === "object" ? own.description : undefined;
  const reference = { $ref: `#/components/schemas/${component}` };
  const either = { description, anyOf: [{ type: "string" }, reference] };
  return {
    "application/json": { ...form, properties: { ...form.properties, [key]: either } },
    "application/yaml": reference,
  };
}
