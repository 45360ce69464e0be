import type { ModelDraft } from "./draft.ts";
import type { ActivityKind } from "./model.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Kinds that move or keep a commodity without making or needing it, or that nobody turns to in an ordinary month. */
const BYSTANDERS: ReadonlySet<ActivityKind> = new Set([
  "ship",
  "leak",
  "store",
  "release",
  "dispose",
  "permit",
  "substitute",
]);

/**
 * Lets a country trade a commodity it had no route for: adds the missing `ship` activities between it and the
 * countries that make the commodity (`in`) or use it (`out`). They carry nothing at base prices, because each costs
 * the price gap plus an entry cost. Parameters: entryCostShare (of the destination's price), newRouteScaleShare (of
 * its turnover), armingtonElasticity, all by stage. Returns the new activities. Errors: the country has no market for it.
 */
export function openRoutes(
  draft: ModelDraft,
  vocabulary: Vocabulary,
  commodity: string,
  country: string,
  { direction = "both", contractedTonnes = 0 }: RouteOptions = {},
): number[] {
  if (draft.market(commodity, country) === undefined)
    throw new Error(`no market for ${commodity} in ${country}; add the market before its routes`);
  const { makers, users } = activeCountries(draft, commodity);
  const route = { commodity, stage: stageOf(vocabulary, commodity), contractedTonnes };
  const added: (number | undefined)[] = [];
  if (direction !== "out")
    for (const maker of makers)
      added.push(openRoute(draft, vocabulary.parameter, { ...route, origin: maker, destination: country }));
  if (direction !== "in")
    for (const user of users)
      added.push(openRoute(draft, vocabulary.parameter, { ...route, origin: country, destination: user }));
  return added.filter((a) => a !== undefined);
}

export interface RouteOptions {
  readonly direction?: "in" | "out" | "both";
  /** a plant's own feed or output, t/month: contracts are made before it opens, so its routes are wide and known */
  readonly contractedTonnes?: number;
}

/** A contracted route costs this share of a stranger's entry cost. */
const CONTRACTED_ENTRY_COST_SHARE = 0.25;

/** A route nobody uses yet. */
export interface NewRoute {
  readonly contractedTonnes?: number;
  readonly commodity: string;
  readonly stage: string | undefined;
  readonly origin: string;
  readonly destination: string;
}

/** Adds one route; undefined when it exists already or would stay at home. */
export function openRoute(
  draft: ModelDraft,
  parameter: Vocabulary["parameter"],
  { commodity, stage, origin, destination, contractedTonnes = 0 }: NewRoute,
): number | undefined {
  const id = `ship:${commodity}:${origin}>${destination}`;
  if (origin === destination || draft.activity(id) !== undefined) return undefined;
  const from = draft.market(commodity, origin)!;
  const to = draft.market(commodity, destination)!;
  const price = draft.basePriceUsdPerTonne[to]!;
  const gap = price - draft.basePriceUsdPerTonne[from]!;
  const scale = Math.max(parameter("newRouteScaleShare", stage) * draft.turnoverTonnes[to]!, contractedTonnes);
  const entryCostShare = parameter("entryCostShare", stage) * (contractedTonnes > 0 ? CONTRACTED_ENTRY_COST_SHARE : 1);
  return draft.addActivity(
    {
      id,
      kind: "ship",
      country: origin,
      destination,
      commodity,
      entries: [
        { market: from, coefficient: -1 },
        { market: to, coefficient: 1 },
      ],
    },
    {
      referenceLevel: 0,
      lowerBound: 0,
      upperBound: Number.POSITIVE_INFINITY,
      marginalCost: Math.max(0, gap) + entryCostShare * price,
      slope: price / (parameter("armingtonElasticity", stage) * scale),
    },
    0,
  );
}

const stages = new WeakMap<Vocabulary, Map<string, string | undefined>>();

/** The stage of a commodity, for parameters that differ by stage. */
export function stageOf(vocabulary: Vocabulary, commodity: string): string | undefined {
  const known = stages.get(vocabulary) ?? new Map<string, string | undefined>();
  stages.set(vocabulary, known);
  if (!known.has(commodity))
    known.set(
      commodity,
      vocabulary.names.stages.find((stage) => vocabulary.commodities([commodity], [stage]).has(commodity)),
    );
  return known.get(commodity);
}

interface ActiveCountries {
  readonly makers: Set<string>;
  readonly users: Set<string>;
}

/** What is known of a draft so far: it only ever grows, so each look goes on where the last one stopped. */
const known = new WeakMap<ModelDraft, { seen: number; byCommodity: Map<string, ActiveCountries> }>();

function activeCountries(draft: ModelDraft, commodity: string): ActiveCountries {
  const index = known.get(draft) ?? { seen: 0, byCommodity: new Map<string, ActiveCountries>() };
  known.set(draft, index);
  const of = (traded: string) => {
    const found = index.byCommodity.get(traded) ?? { makers: new Set<string>(), users: new Set<string>() };
    index.byCommodity.set(traded, found);
    return found;
  };
  for (; index.seen < draft.activities.length; index.seen++) {
    const activity = draft.activities[index.seen]!;
    if (BYSTANDERS.has(activity.kind)) continue;
    for (const { market, coefficient } of activity.entries) {
      const { commodity: traded, country } = draft.markets[market]!;
      const { makers, users } = of(traded);
      (coefficient > 0 ? makers : users).add(country);
    }
  }
  return of(commodity);
}
