import * as z from "zod";
import type { ModelDraft } from "../../chain/draft.ts";
import { openRoute, stageOf } from "../../chain/routes.ts";
import { activeShares } from "../calendar.ts";
import { commonFields, datesInOrder, exactlyOneOf, type Identified, name, positive, share } from "../fields.ts";
import type { CompileContext, Lever, MonthTerms, MonthView } from "../lever.ts";
import { openMarket } from "../markets.ts";
import { NameCheck } from "../names.ts";

export const description = "A contract to ship at least so much of a commodity from one country to another.";

export const schema = z
  .strictObject({
    kind: z.literal("offtake"),
    ...commonFields,
    commodity: name.describe("one commodity"),
    origin: name.describe("country code of the seller"),
    destination: name.describe("country code of the buyer"),
    tonnesPerYear: positive.optional(),
    shareOfOriginOutput: share.optional().describe("instead of tonnes: share of what the origin made last month"),
  })
  .superRefine(datesInOrder)
  .superRefine(exactlyOneOf("tonnesPerYear", "shareOfOriginOutput"));

export type Offtake = Identified<z.output<typeof schema>>;

const MAKERS = ["mine", "collect", "separate", "refine", "reduce", "press", "recycle", "substitute"] as const;

/** A lower bound on the shipment: never above what the origin made last month and can still make, less other offtakes. */
export function compile(policy: Offtake, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const check = new NameCheck(vocabulary);
  const commodity = check.commodity(policy.commodity, ["commodity"]);
  const origin = check.country(policy.origin, ["origin"]);
  const destination = check.country(policy.destination, ["destination"]);
  if (origin === destination)
    check.add(["destination"], `got ${destination} twice, expected another country than the origin`);
  check.done();
  const market = draft.market(commodity, origin);
  const makers = market === undefined ? [] : makersFor(draft, market, origin);
  if (makers.length === 0)
    check.add(["origin"], `nothing in ${origin} makes ${commodity}, so there is nothing to take off`);
  check.done();
  const turnover = policy.tonnesPerYear === undefined ? draft.turnoverTonnes[market!]! : policy.tonnesPerYear / 12;
  openMarket(draft, vocabulary, commodity, destination, turnover);
  openRoute(draft, vocabulary.parameter, { commodity, stage: stageOf(vocabulary, commodity), origin, destination });
  const shipment = draft.activity(`ship:${commodity}:${origin}>${destination}`)!;
  const exports = exportsOf(draft, commodity, origin);
  const activeShare = activeShares(calendar, windows);
  return {
    id: policy.id,
    adjust(view, terms) {
      const active = activeShare[view.month]!;
      if (active === 0) return;
      const output = lastOutput(makers, view);
      const promised = exports().reduce((sum, a) => sum + Math.max(0, terms.lowerBound[a]!), 0);
      const free = Math.max(0, Math.min(output, largestOutput(makers, terms)) - promised);
      const wanted =
        policy.tonnesPerYear === undefined ? policy.shareOfOriginOutput! * output : policy.tonnesPerYear / 12;
      const lower = Math.min(active * wanted, free, terms.upperBound[shipment]!);
      terms.lowerBound[shipment] = Math.max(terms.lowerBound[shipment]!, lower);
    },
  };
}

/** Shipments out of the origin, looked up when first asked: offtakes compiled later may open routes. */
function exportsOf(draft: ModelDraft, commodity: string, origin: string): () => readonly number[] {
  let found: readonly number[] | undefined;
  return () => {
    found ??= draft.find({ kinds: ["ship"], commodities: new Set([commodity]), countries: new Set([origin]) });
    return found;
  };
}

interface Maker {
  readonly activity: number;
  readonly tonnesPerLevel: number;
}

function makersFor(draft: ModelDraft, market: number, country: string): Maker[] {
  return draft.find({ kinds: MAKERS, countries: new Set([country]) }).flatMap((activity) => {
    const tonnesPerLevel = draft.activities[activity]!.entries.find((e) => e.market === market)?.coefficient ?? 0;
    return tonnesPerLevel > 0 ? [{ activity, tonnesPerLevel }] : [];
  });
}

function lastOutput(makers: readonly Maker[], { lastLevel }: MonthView): number {
  return makers.reduce((sum, m) => sum + m.tonnesPerLevel * lastLevel[m.activity]!, 0);
}

function largestOutput(makers: readonly Maker[], { upperBound }: MonthTerms): number {
  return makers.reduce((sum, m) => sum + m.tonnesPerLevel * upperBound[m.activity]!, 0);
}
