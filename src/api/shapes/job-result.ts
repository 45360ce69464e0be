import { z } from "zod";
import { named } from "./common.ts";
import { planReport } from "./plan-report.ts";
import { rehearsal } from "./rehearsal.ts";

export const jobResult = named("JobResult", z.union([rehearsal, planReport]));
