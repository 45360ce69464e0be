import { z } from "zod";
import { distributionSchema } from "./distribution.ts";

const target = z
  .strictObject({
    event: z.string().optional().describe("id of an event of the scenario"),
    measure: z.string().optional().describe("id of a measure of the scenario"),
    field: z.string().min(1).describe("path of a number or date in it, e.g. approvals.0.approvalShare"),
  })
  .superRefine((given, context) => {
    if ((given.event === undefined) === (given.measure === undefined))
      context.addIssue({ code: "custom", path: [], message: "name an event or a measure, exactly one", input: given });
  });

export const changes = ["value", "factor", "shiftDays", "shiftMonths"] as const;

/** An uncertain input of a scenario: one number is drawn and applied to every target. */
export const uncertainSchema = z
  .strictObject({
    title: z.string().min(1).describe("what is uncertain, in a line"),
    targets: z.array(target).min(1).describe("the fields that move with it"),
    value: distributionSchema.optional().describe("the field itself"),
    factor: distributionSchema.optional().describe("multiplies the field"),
    shiftDays: distributionSchema.optional().describe("whole days added to a date"),
    shiftMonths: distributionSchema.optional().describe("whole months added to a date"),
    source: z.string().min(1).describe("where the range comes from"),
    status: z.enum(["reported", "estimated", "assumed"]).describe("how sure the range is"),
    note: z.string().optional().describe("why"),
  })
  .superRefine((given, context) => {
    const found = changes.filter((change) => given[change] !== undefined);
    if (found.length === 1) return;
    const got = found.length === 0 ? "none" : found.join(" and ");
    const message = `got ${got} of ${changes.join(", ")}; give exactly one`;
    context.addIssue({ code: "custom", path: found.slice(1, 2), message, input: given });
  });

export type Uncertain = z.infer<typeof uncertainSchema>;
export type UncertainTarget = Uncertain["targets"][number];
