import * as z from "zod";
import type { ActivityKind } from "../../chain/model.ts";
import { ceiling, limit } from "../bounds.ts";
import { activeShares } from "../calendar.ts";
import {
  commonFields,
  datesInOrder,
  type Identified,
  materialFields,
  name,
  names,
  share,
  stagesNeedMaterials,
} from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";

export const description = "Mines or plants lose part of their capacity.";

const MAKERS = [
  "mine",
  "collect",
  "separate",
  "refine",
  "reduce",
  "press",
  "recycle",
] as const satisfies readonly ActivityKind[];

export const schema = z
  .strictObject({
    kind: z.literal("outage"),
    ...commonFields,
    countries: names.describe("country codes or blocs"),
    activities: z
      .array(z.enum(MAKERS))
      .min(1)
      .default([...MAKERS])
      .describe("what stops; default: everything that makes something"),
    recipes: names.optional().describe("keep to plants of these recipes"),
    materials: names.optional().describe("keep to makers of these (their main output, or the feed of a separation)"),
    stages: materialFields.stages,
    facility: name.optional().describe("id of a facility policy: only that plant"),
    lossShare: share.describe("share of capacity lost"),
    shareOfCapacity: share.default(1).describe("share that the failing works have of the matching capacity"),
  })
  .superRefine(datesInOrder)
  .superRefine(stagesNeedMaterials);

export type Outage = Identified<z.output<typeof schema>>;

/** Capacity × (1 − loss); where there is no capacity, the base level × (1 − loss). */
export function compile(policy: Outage, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const check = new NameCheck(vocabulary);
  const countries = check.countries(policy.countries, ["countries"]);
  const recipes = policy.recipes && check.recipes(policy.recipes, ["recipes"]);
  const commodities = policy.materials && check.commodities(policy.materials, policy.stages);
  check.done();
  const matching = draft
    .find({ kinds: policy.activities, countries, recipes, commodities })
    .filter((a) => policy.facility === undefined || draft.activities[a]!.id === `plant:${policy.facility}`);
  if (matching.length === 0)
    check.add([], "no mine or plant matches; check countries, activities, recipes and materials");
  check.done();
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      const lossShare = policy.lossShare * policy.shareOfCapacity * activeShare[month]!;
      if (lossShare === 0) return;
      for (const a of matching) limit(terms, a, (1 - lossShare) * ceiling(terms, a, draft.baseLevel[a]!));
    },
  };
}
