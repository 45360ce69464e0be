import { z } from "zod";
import { named } from "./common.ts";

export const planList = named("PlanList", z.object({ plans: z.array(z.object({ id: z.string() })) }));
export const planInFull = named(
  "PlanInFull",
  z.object({ id: z.string(), yaml: z.string().describe("the file as it ships") }),
);
