import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { requestedScenario } from "../../requested.ts";
import { MOST_MONTHS } from "../../../simulation/scenario.ts";
import type { Rehearsal, TierSeries } from "../../../simulation/result.ts";
import { bodyOf, documentArgument, tool } from "../tool.ts";

const MOST_USES = 20;

export const simulate = tool({
  name: "simulate",
  title: "Rehearse a scenario month by month",
  description:
    "Who runs short, when, by how much and at what price, without and with the scenario's measures; what each measure is worth; what the run rests on. Figures are of a model: events and measures name their sources, and the figures tool explains every number of the dataset.",
  fields: z.strictObject({
    scenario: documentArgument("scenario"),
    months: z.int().min(1).max(MOST_MONTHS).optional().describe("instead of the scenario's; of shipped ones only"),
    viewpoint: z
      .array(z.string())
      .min(1)
      .max(50)
      .optional()
      .describe("countries the answer is for; of shipped ones only"),
    worth: z.boolean().default(true).describe("false leaves out what each measure is worth (faster)"),
    monthly: z.boolean().default(false).describe("month by month shortfall of the uses and prices, too"),
  }),
  async answer({ scenario, months, viewpoint, worth, monthly }, { library, jobs, signal, onProgress }) {
    const body = bodyOf(scenario, "scenario");
    const asked =
      body.mediaType === "application/json" ? { ...body, text: JSON.stringify({ scenario, months, viewpoint }) } : body;
    const { id, reading } = requestedScenario(asked, library);
    const task = { ask: "simulate", id, scenario: reading.scenario, worth } as const;
    const { packed } = await jobs.once(task, signal, { policies: reading.located }, onProgress);
    return shortOf(JSON.parse(gunzipSync(packed).toString()), monthly);
  },
});

/** What an assistant needs of a rehearsal: no flow and no market of its own, but the answer and what it rests on. */
export function shortOf(rehearsal: Rehearsal, monthly: boolean) {
  const { scenario, title, description, viewpoint, blocs, months, summary, measures, events } = rehearsal;
  const short = summary.filter((line) => line.withoutMeasures.shortMonths + line.withMeasures.shortMonths > 0);
  const shown = short.slice(0, MOST_USES);
  return {
    scenario,
    title,
    description,
    viewpoint,
    blocs,
    months: { first: months[0], last: months.at(-1), count: months.length },
    /** largest value at risk first; under 95 % of a use's products can be made in a short month */
    shortUses: shown,
    otherShortUses: short.length - shown.length,
    usesNeverShort: summary.length - short.length,
    measures,
    events,
    heldBack: rehearsal.heldBack,
    prices: rehearsal.tiers.map((tier) => pricesOf(tier, months)),
    withoutEffect: rehearsal.withoutEffect,
    ...(monthly ? { monthly: monthlyOf(rehearsal, shown) } : {}),
    checks: {
      maxMassBalanceShare: rehearsal.checks.maxMassBalanceShare,
      maxDualityGapShare: rehearsal.checks.maxDualityGapShare,
    },
    restsOn: {
      assumedFigures: rehearsal.assumptions.length,
      assumptions: rehearsal.assumptions.slice(0, MOST_ASSUMPTIONS),
      note: "The figures tool explains each of these and every other number of the dataset, with its source.",
    },
  };
}
const MOST_ASSUMPTIONS = 15;

function pricesOf(tier: TierSeries, months: readonly string[]) {
  const highest = (prices: readonly number[]) => {
    const usdPerTonne = Math.max(...prices);
    return { usdPerTonne, month: months[prices.indexOf(usdPerTonne)] };
  };
  return {
    commodity: tier.commodity,
    inside: tier.inside,
    firstOutsideUsdPerTonne: tier.outsidePriceUsdPerTonne[0],
    highestOutside: highest(tier.outsidePriceUsdPerTonne),
    highestInside: highest(tier.insidePriceUsdPerTonne),
  };
}

function monthlyOf(rehearsal: Rehearsal, shown: Rehearsal["summary"]) {
  const rounded = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(4)));
  const wanted = new Set(shown.map(({ country, use }) => `${country} ${use}`));
  return {
    months: rehearsal.months,
    shortfall: rehearsal.uses
      .filter(({ country, use }) => wanted.has(`${country} ${use}`))
      .map(({ country, use, productShortfallShare }) => ({ country, use, share: rounded(productShortfallShare) })),
    prices: rehearsal.tiers.map(({ commodity, inside, insidePriceUsdPerTonne, outsidePriceUsdPerTonne }) => ({
      commodity,
      inside,
      insideUsdPerTonne: rounded(insidePriceUsdPerTonne),
      outsideUsdPerTonne: rounded(outsidePriceUsdPerTonne),
    })),
  };
}
