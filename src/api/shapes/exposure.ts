import { z } from "zod";
import type { Exposure, ProductExposure } from "../../exposure/index.ts";
import { month, named, numbers } from "./common.ts";

const day = z.string();
const rule = z.enum(["route", "own-production", "exports", "production", "supplier-uses", "uses", "new-exports"]);

const input = z.object({
  line: z.int().describe("row of the file"),
  commodity: z.string(),
  needTonnesPerMonth: z.number(),
  daysOfStock: z.number(),
  pressedOn: day.nullable(),
  slowsOn: day.nullable(),
  coverDays: z.number().nullable(),
  suppliers: z.array(
    z.object({
      given: z.string(),
      country: z.string(),
      share: z.number(),
      rule,
      baselineTonnesPerMonth: z.number(),
      availability: numbers,
    }),
  ),
  notes: z.array(z.string()),
});

const remedy = z.object({
  kind: z.enum(["second-source", "stock", "stock-of-all"]),
  country: z.string().nullable(),
  rule: rule.nullable(),
  shareOfSupply: z.number().nullable(),
  extraDays: z.number().nullable(),
  slowsOn: day.nullable(),
  daysGained: z.number(),
  holds: z.boolean(),
  marginSavedUsd: z.number(),
});

const product = named(
  "ProductExposure",
  z.object({
    product: z.string(),
    country: z.string(),
    modelCountry: z.string(),
    unitsPerMonth: z.number(),
    marginUsdPerUnit: z.number(),
    slowsOn: day.nullable().describe("first day on which under 95 % of it can be made"),
    stopsOn: day.nullable(),
    coverDays: z.number().nullable(),
    lostUnits: z.number(),
    lostMarginUsd: z.number(),
    lostShare: z.number(),
    limiting: z.string().nullable(),
    inputs: z.array(input),
    remedies: z.array(remedy),
    leftOut: z.array(z.object({ country: z.string(), reason: z.string() })),
  }),
) satisfies z.ZodType<ProductExposure>;

/** What a scenario does to a company's products; docs/exposure.md says what each part means. */
export const exposureAnswer = named(
  "Exposure",
  z.object({
    scenario: z.string(),
    title: z.string(),
    from: day,
    to: day,
    months: z.array(month),
    settings: z.object({
      secondSourceShare: z.number(),
      extraStockDays: numbers,
      mostOfOrder: z.number(),
      slowBelowShare: z.number(),
      stoppedBelowShare: z.number(),
    }),
    products: z.array(product).describe("with all measures of the scenario; the first to slow down first"),
    withoutMeasures: z.object({ products: z.array(product) }).nullable(),
  }),
) satisfies z.ZodType<Exposure>;
