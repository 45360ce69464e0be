import type { ModelDraft } from "../chain/draft.ts";
import type { MonthTerms } from "./lever.ts";
import { addPermitActivity, addPermitMarket } from "./permits.ts";

/** A use that may take only part of what a licence lets in. */
export interface EndUseRule {
  readonly policy: string;
  readonly use: string;
  readonly applications: ReadonlySet<string>;
  /** share of licensed arrivals the use may have, 0–1 */
  readonly factor: number;
}

/** The permit market of one use, commodity and country: `surplus` is what is left over (> 0) or waved through (< 0). */
export interface EndUsePermit {
  readonly surplus: number;
  /** tonnes per month the use takes in the baseline */
  readonly neededTonnes: number;
}

/**
 * Makes a use need a permit per tonne: "material not tied to this licence". Permits come with arrivals from elsewhere,
 * local production, recycling, stocks drawn and a share of the licensed arrivals. Building stock takes permits, since
 * stocks are taken to be untied. Without the licence the surplus may be negative, so nobody needs a permit.
 */
export function addEndUsePermits(
  draft: ModelDraft,
  rule: EndUseRule,
  licensed: ReadonlySet<number>,
  commodities: ReadonlySet<string>,
  destinations: ReadonlySet<string>,
): EndUsePermit[] {
  return tally(draft, rule, licensed, { commodities, destinations }).map(({ market: m, entries }) => {
    const { id } = draft.markets[m]!;
    const name = `permit:${rule.policy}:${rule.use}:${id}`;
    const permit = addPermitMarket(draft, name, draft.basePriceUsdPerTonne[m]!, draft.turnoverTonnes[m]!);
    let surplusTonnes = 0;
    let neededTonnes = 0;
    for (const { activity, coefficient } of entries) {
      draft.addEntry(activity, permit, coefficient);
      surplusTonnes += coefficient * draft.baseLevel[activity]!;
      if (coefficient < 0) neededTonnes -= coefficient * draft.baseLevel[activity]!;
    }
    const surplus = addPermitActivity(draft, permit, {
      id: name,
      coefficient: -1,
      tonnesPerMonth: surplusTonnes,
      lowerBound: Number.NEGATIVE_INFINITY,
      upperBound: Number.POSITIVE_INFINITY,
    });
    return { surplus, neededTonnes };
  });
}

/** Permits are needed for the days the licence regime is in force. */
export function requirePermits(terms: MonthTerms, permits: readonly EndUsePermit[], activeShare: number): void {
  if (activeShare === 0) return;
  for (const { surplus, neededTonnes } of permits)
    terms.lowerBound[surplus] = activeShare === 1 ? 0 : -(1 - activeShare) * neededTonnes;
}

interface Tally {
  readonly market: number;
  /** permits made (+) or taken (−) per unit of level */
  readonly entries: { readonly activity: number; readonly coefficient: number }[];
}

/** What makes and takes permits at every market where the use takes any. */
function tally(
  draft: ModelDraft,
  rule: EndUseRule,
  licensed: ReadonlySet<number>,
  where: { readonly commodities: ReadonlySet<string>; readonly destinations: ReadonlySet<string> },
): Tally[] {
  const uses = new Set(draft.find({ kinds: ["use"], applications: rule.applications }));
  const tallies = new Map<number, Tally>();
  for (const a of draft.find({ kinds: ["use"], applications: rule.applications, countries: where.destinations }))
    for (const { market } of draft.activities[a]!.entries)
      if (where.commodities.has(draft.markets[market]!.commodity)) tallies.set(market, { market, entries: [] });
  draft.activities.forEach((activity, a) => {
    for (const { market, coefficient } of activity.entries) {
      const tally = tallies.get(market);
      if (!tally) continue;
      const share = licensed.has(a) ? rule.factor : 1;
      const made = coefficient > 0 && share > 0 ? share * coefficient : 0;
      const permits = uses.has(a) ? coefficient : made;
      if (permits !== 0) tally.entries.push({ activity: a, coefficient: permits });
    }
  });
  return [...tallies.values()];
}
