import * as z from "zod";
import { commonFields, datesInOrder, type Identified, name } from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";

export const description = "Another policy does not apply between these dates.";

export const schema = z
  .strictObject({
    kind: z.literal("suspension"),
    ...commonFields,
    of: name.describe("id of the policy suspended"),
  })
  .superRefine(datesInOrder);

export type Suspension = Identified<z.output<typeof schema>>;

/** Nothing of its own to do: its dates are cut out of the other policy's windows (windows.ts). */
export function compile(policy: Suspension, _context: CompileContext): Lever {
  return { id: policy.id, adjust() {} };
}
