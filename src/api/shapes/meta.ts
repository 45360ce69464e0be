import { z } from "zod";
import { named, sources } from "./common.ts";

export const about = named(
  "About",
  z.object({
    name: z.literal("Monazite"),
    version: z.string(),
    openapi: z.string().describe("where the description of the interface is"),
    jobs: z.object({ running: z.int(), waiting: z.int(), kept: z.int() }),
  }),
);

export const sourceList = named("Sources", z.object({ sources }));

export const nameList = named(
  "Names",
  z.object({
    countries: z.array(z.object({ id: z.string(), name: z.string() })),
    blocs: z.array(z.object({ id: z.string(), members: z.array(z.string()) })),
    commodities: z.array(z.object({ id: z.string(), name: z.string(), material: z.string(), stage: z.string() })),
    minerals: z.array(z.object({ id: z.string(), name: z.string(), symbol: z.string() })),
  }),
);
