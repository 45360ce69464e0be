import type { Model } from "../chain/model.ts";
import type { MonthTerms } from "../policy/lever.ts";
import type { Block, Room } from "./effects.ts";
import type { JointModel } from "./joint-model.ts";

/** What one candidate at full scale changes in a month's terms: activities it opens, and room it adds on shared ones. */
export interface CandidateEffects {
  readonly blocks: Block[];
  readonly rooms: Room[];
}

/**
 * Compares a month's terms with and without one candidate. An activity of its own becomes a block; what it adds to one
 * that others run too becomes a block on its twin; a promise to ship and routes that it opens are room.
 */
export function candidateEffects(
  joint: JointModel,
  candidate: number,
  without: MonthTerms,
  full: MonthTerms,
): CandidateEffects {
  const { model, routes, twins } = joint;
  const blocks: Block[] = [];
  const rooms: Room[] = [];
  const opened: number[] = [];
  for (let a = 0; a < model.activities.length; a++) {
    const upper = full.upperBound[a]! - without.upperBound[a]!;
    const lower = full.lowerBound[a]! - without.lowerBound[a]!;
    if (!(upper > 0) && !(lower > 0)) continue;
    if (model.activities[a]!.kind === "ship") {
      if (lower > 0 && !routes.has(a)) rooms.push({ candidate, activity: a, upperTonnes: 0, lowerTonnes: lower });
      if (routes.has(a)) opened.push(a);
      continue;
    }
    const closed = without.upperBound[a] === 0 && without.lowerBound[a] === 0;
    const twin = twins[candidate]!.get(a);
    if (twin !== undefined) blocks.push(twinOf(full, a, candidate, twin, upper));
    else if (closed) blocks.push(blockOf(full, a, candidate));
  }
  for (const route of opened) rooms.push(...roomOn(model, blocks, { route, candidate, full }));
  return { blocks, rooms };
}

/** A route as wide as what its owner's own activities, or its contract, can send along it. */
export function roomOn(
  model: Model,
  blocks: readonly Block[],
  {
    route,
    candidate,
    full,
  }: {
    readonly route: number;
    readonly candidate: number;
    readonly full: Pick<MonthTerms, "lowerBound" | "upperBound">;
  },
): Room[] {
  const promised = full.lowerBound[route]!;
  const upperTonnes = Math.min(full.upperBound[route]!, Math.max(capacityAt(model, blocks, route), 2 * promised));
  return upperTonnes > 0 ? [{ candidate, activity: route, upperTonnes, lowerTonnes: promised }] : [];
}

/** The unit's supply curve, from its first tonne on. */
function blockOf(full: MonthTerms, activity: number, candidate: number): Block {
  const slope = full.slope[activity]!;
  const firstUsdPerTonne = full.marginalCost[activity]! - slope * full.referenceLevel[activity]!;
  return { candidate, activity, least: 0, most: full.upperBound[activity]!, firstUsdPerTonne, slope };
}

/** More at the price of what is there already costs at most this share more. */
const TWIN_SPREAD_SHARE = 0.05;

function twinOf(full: MonthTerms, activity: number, candidate: number, twin: number, most: number): Block {
  const firstUsdPerTonne = full.marginalCost[activity]!;
  const slope = Math.min(full.slope[activity]!, (TWIN_SPREAD_SHARE * Math.max(1, Math.abs(firstUsdPerTonne))) / most);
  return { candidate, activity: twin, least: 0, most, firstUsdPerTonne, slope };
}

/** The most a candidate's own activities can bring to a route's start or take at its end, t/month. */
function capacityAt(model: Model, blocks: readonly Block[], route: number): number {
  const from = model.activities[route]!.entries.find((e) => e.coefficient < 0)!.market;
  const to = model.activities[route]!.entries.find((e) => e.coefficient > 0)!.market;
  let out = 0;
  let into = 0;
  for (const { activity, least, most } of blocks)
    for (const { market, coefficient } of model.activities[activity]!.entries) {
      if (market === from) out += Math.max(0, coefficient * most);
      if (market === to) into -= Math.min(0, coefficient * (coefficient > 0 ? least : most));
    }
  return Math.max(out, into);
}
