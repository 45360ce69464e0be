import * as z from "zod";

// Field types shared by the kinds, so that a share, a date or a list of names reads the same everywhere.

export const date = z.iso.date();
export const share = z.number().min(0).max(1);
export const positive = z.number().positive();
export const notNegative = z.number().nonnegative();
export const workingDays = z.int().min(0).max(1000);
export const monthCount = z.int().min(0).max(600);
export const name = z.string().min(1);
export const names = z.array(name).min(1);

/** Fields of every kind. The id is the policy's key in the scenario. */
export const commonFields = {
  title: name.describe("what happens, in a line"),
  from: date.describe("first day in force, ISO date"),
  to: date.nullable().default(null).describe("last day in force, ISO date; null = until further notice"),
  announced: date.optional().describe("day it became known, ISO date"),
  source: name.describe("where this comes from"),
  status: z.enum(["reported", "estimated", "assumed"]).describe("how sure it is"),
  note: z.string().optional(),
};

export const materialFields = {
  materials: names.describe("elements, commodities or groups, e.g. dysprosium"),
  stages: names.optional().describe("keep to these stages; absent = all"),
};

export const routeFields = {
  origins: names.describe("country codes or blocs the shipments come from"),
  destinations: names.default(["WLD"]).describe("country codes or blocs they go to; WLD = everyone"),
};

export const optionalRouteFields = { ...routeFields, origins: names.default(["WLD"]) };

interface Dates {
  readonly from: string;
  readonly to: string | null;
  readonly announced?: string | undefined;
}

/** A schema check: announced ≤ from ≤ to. */
export function datesInOrder(policy: Dates, context: z.core.$RefinementCtx): void {
  const complain = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message, input: policy });
  if (policy.to !== null && policy.to < policy.from)
    complain("to", `got ${policy.to}, expected a day on or after from (${policy.from})`);
  if (policy.announced !== undefined && policy.announced > policy.from)
    complain("announced", `got ${policy.announced}, expected a day on or before from (${policy.from})`);
}

/** A schema check: stages only narrow materials, so they mean nothing alone. */
export function stagesNeedMaterials(
  policy: { readonly materials?: readonly string[] | undefined; readonly stages?: readonly string[] | undefined },
  context: z.core.$RefinementCtx,
): void {
  if (policy.stages !== undefined && policy.materials === undefined)
    context.addIssue({
      code: "custom",
      path: ["stages"],
      message:
        "stages narrow materials, but no materials are given; add materials, such as [rare-earths, rare-earth-magnets]",
      input: policy,
    });
}

/** A schema check: at least one of the fields is given. */
export function oneOf(...fields: readonly string[]) {
  return (policy: object, context: z.core.$RefinementCtx): void => {
    const given = fields.filter((field) => Reflect.get(policy, field) !== undefined);
    if (given.length === 0)
      context.addIssue({
        code: "custom",
        path: [],
        message: `got none of ${fields.join(", ")}; give one`,
        input: policy,
      });
  };
}

/** A schema check: exactly one of the fields is given. */
export function exactlyOneOf(...fields: readonly string[]) {
  return (policy: object, context: z.core.$RefinementCtx): void => {
    const given = fields.filter((field) => Reflect.get(policy, field) !== undefined);
    if (given.length !== 1)
      context.addIssue({
        code: "custom",
        path: given.slice(1, 2),
        message: `got ${given.length === 0 ? "none" : given.join(" and ")} of ${fields.join(", ")}; give exactly one`,
        input: policy,
      });
  };
}

/** A parsed policy together with its key in the scenario. */
export type Identified<Form> = Form & { readonly id: string };
