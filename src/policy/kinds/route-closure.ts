import * as z from "zod";
import type { ModelDraft } from "../../chain/draft.ts";
import { ceiling, limit } from "../bounds.ts";
import { activeShares } from "../calendar.ts";
import {
  commonFields,
  datesInOrder,
  type Identified,
  materialFields,
  name,
  names,
  notNegative,
  oneOf,
  share,
  stagesNeedMaterials,
} from "../fields.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";
import { originPrice } from "../shipments.ts";

export const description =
  "Shipments between countries, both ways, are cut or made dearer (a strait, a war, a strike).";

export const schema = z
  .strictObject({
    kind: z.literal("route-closure"),
    ...commonFields,
    materials: names.optional().describe("keep to these materials; absent = everything"),
    stages: materialFields.stages,
    between: names.optional().describe("country codes or blocs on one side"),
    and: names.default(["WLD"]).describe("country codes or blocs on the other side; WLD = everyone"),
    pairs: z
      .array(z.tuple([name, name]))
      .min(1)
      .optional()
      .describe("more pairs of countries or blocs"),
    lossShare: share.describe("share of the base flow (or bound) that cannot pass"),
    extraCostShare: notNegative.default(0).describe("cost of the detour as a share of the origin's base price"),
  })
  .superRefine(datesInOrder)
  .superRefine(stagesNeedMaterials)
  .superRefine(oneOf("between", "pairs"));

export type RouteClosure = Identified<z.output<typeof schema>>;

/** Bounds × (1 − loss), cost + detour. A route without a base flow stays open unless all is lost. */
export function compile(policy: RouteClosure, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const check = new NameCheck(vocabulary);
  const commodities = policy.materials && check.commodities(policy.materials, policy.stages);
  const sides: [ReadonlySet<string>, ReadonlySet<string>][] = (policy.pairs ?? []).map(([a, b], i) => [
    check.countries(a, ["pairs", i, 0]),
    check.countries(b, ["pairs", i, 1]),
  ]);
  if (policy.between) sides.push([check.countries(policy.between, ["between"]), check.countries(policy.and, ["and"])]);
  check.done();
  const matching = draft
    .find({ kinds: ["ship", "leak"], commodities })
    .filter((a) => sides.some(([one, other]) => passes(draft, a, one, other)));
  if (matching.length === 0) check.add([], "no shipment passes between these countries");
  check.done();
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust({ month }, terms) {
      const active = activeShare[month]!;
      if (active === 0) return;
      const lossShare = policy.lossShare * active;
      for (const a of matching) {
        const whole = ceiling(terms, a, draft.baseLevel[a]!);
        if (lossShare > 0 && (whole > 0 || lossShare === 1)) limit(terms, a, (1 - lossShare) * whole);
        terms.marginalCost[a]! += active * policy.extraCostShare * originPrice(draft, a);
      }
    },
  };
}

function passes(draft: ModelDraft, activity: number, one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const { country, destination } = draft.activities[activity]!;
  if (destination === undefined || country === destination) return false;
  return (one.has(country) && other.has(destination)) || (other.has(country) && one.has(destination));
}
