import { z } from "zod";
import type { FigureExplanation } from "../../dataset/index.ts";
import { named, source, status } from "./common.ts";

export const figure = named(
  "Figure",
  z.object({
    figure: z.string().describe("its name, such as prices/dysprosium-oxide@WLD"),
    value: z.number().nullable(),
    unit: z.string(),
    year: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    status,
    source,
    locator: z.string().describe("table, page, row or address within the source"),
    note: z.string(),
    at: z.string().describe("file and line of the dataset"),
  }),
) satisfies z.ZodType<FigureExplanation>;

export const figureList = named(
  "Figures",
  z.object({
    total: z.int().describe("found in all"),
    offset: z.int(),
    figures: z.array(figure),
    suggestions: z.array(z.string()).describe("names that are close, where nothing was found"),
  }),
);
