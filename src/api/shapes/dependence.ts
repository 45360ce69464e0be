import { z } from "zod";
import type {
  Citation,
  Concentration,
  Dependence,
  ImportSupply,
  IndicatorFigure,
  MaterialDependence,
  ModelUse,
  Part,
  UseFigure,
  WorldSupply,
} from "../../dependence/index.ts";
import { named, sources } from "./common.ts";

const cited = named(
  "Citation",
  z.object({
    source: z.string().describe("id of a source, or monazite for the balanced chain of the model"),
    years: z.string(),
    locator: z.string(),
  }),
) satisfies z.ZodType<Citation>;

const part = named(
  "Part",
  z.object({
    country: z.string(),
    share: z.number(),
    tonnes: z.number().nullable().describe("null where only shares are printed"),
  }),
) satisfies z.ZodType<Part>;

const concentration = named(
  "Concentration",
  z.object({
    hhi: z.object({ least: z.number(), most: z.number() }).describe("Herfindahl–Hirschman index, 0 to 1"),
    governanceWeightedHhi: z.number().nullable(),
    governanceWeightedHhiMost: z.number().nullable(),
    largest: z.string().nullable(),
    largestShare: z.number(),
    deraRiskGroup: z.number().nullable(),
    deraRiskGroupMost: z.number().nullable(),
  }),
) satisfies z.ZodType<Concentration>;

const supply = {
  stage: z.string(),
  form: z.string().describe("what the tonnes are of, in the publisher's words"),
  cited,
  othersShare: z.number().describe("share of countries the source does not name"),
  groups: z.array(part),
  under: z.array(part),
  concentration,
};

const worldSupply = named(
  "WorldSupply",
  z.object({
    ...supply,
    makers: z.array(part),
    inGroups: z.array(z.object({ country: z.string(), group: z.string() })),
    totalTonnes: z.number().nullable(),
    withheld: z.array(z.string()),
  }),
) satisfies z.ZodType<WorldSupply>;

const importSupply = named(
  "ImportSupply",
  z.object({
    ...supply,
    fit: z.string().describe("how well the trade heading fits: exact, dominant, shared, proxy …"),
    caveat: z.string(),
    makersForm: z.string().nullable(),
    suppliers: z.array(part),
    importsTonnes: z.number().nullable(),
    importsThousandUsd: z.number().nullable(),
    sharedWith: z.array(z.string()),
    leftWithoutLargest: z.number().nullable().describe("share of these imports left when the largest supplier stops"),
    leftAtLeast: z.number().nullable(),
  }),
) satisfies z.ZodType<ImportSupply>;

const indicator = named(
  "IndicatorFigure",
  z.object({
    indicator: z.string(),
    value: z.number().nullable(),
    qualifier: z.string(),
    unit: z.string(),
    stage: z.string().nullable(),
    about: z.string(),
    caveat: z.string(),
    cited,
    computed: z.boolean().describe("computed here from printed figures"),
  }),
) satisfies z.ZodType<IndicatorFigure>;

const use = z.object({
  application: z.string(),
  share: z.number(),
  sector: z.string(),
  cited,
}) satisfies z.ZodType<UseFigure>;

const modelUse = z.object({
  stage: z.string(),
  form: z.string(),
  tonnesPerYear: z.number(),
  applications: z.array(z.object({ application: z.string(), tonnes: z.number(), share: z.number() })),
  cited,
}) satisfies z.ZodType<ModelUse>;

const material = named(
  "MaterialDependence",
  z.object({
    material: z.string(),
    name: z.string(),
    lists: z.object({ usgs2025: z.boolean(), eu2023: z.string() }),
    world: z.array(worldSupply).describe("who makes it, stage by stage"),
    imports: z.array(importSupply).describe("who supplies the viewpoint"),
    indicators: z.array(indicator),
    usedHere: z.array(modelUse),
    uses: z.array(use),
    gaps: z.array(z.string()).describe("what nobody prints, and why a cell is blank"),
  }),
) satisfies z.ZodType<MaterialDependence>;

/** On whom a country depends, with the sources of every number. */
export const dependenceAnswer = named(
  "Dependence",
  z.object({
    viewpoint: z.string(),
    name: z.string(),
    members: z.array(z.string()),
    materials: z.array(material).describe("in the order asked for, else the riskiest first"),
    notes: z.array(z.string()),
    sources,
  }),
) satisfies z.ZodType<Dependence>;
