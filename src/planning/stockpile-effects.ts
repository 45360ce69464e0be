import type { Clearer } from "../market/clear.ts";
import type { Workbench } from "../simulation/rehearse.ts";
import type { Block, Room } from "./effects.ts";
import type { JointModel } from "./joint-model.ts";
import { type CandidateEffects, roomOn } from "./month-effects.ts";
import { type ReferenceMonth, referenceRun } from "./reference-run.ts";

/** Levels below this are what a solver leaves of a zero, t/month. */
const NOTHING_TONNES = 1e-9;
/** What is released has cost its money already: its first and last tonne go at prices this share of the base price apart. */
const SPREAD_SHARE = 1e-3;

/** A tonne that cannot be had is got elsewhere at this many times the price up to which the stockpile buys, at least. */
const ELSEWHERE_MULTIPLE = 2;

/**
 * What a stockpile at full scale buys and releases, month by month, in a run with it alone. What it bought is credited
 * with what was paid, since that money is in the candidate's cost, and has to be bought: where several buy together, or
 * others need it more, a tonne is got elsewhere, for as much as the dearest tonne fetched that the stockpile released, so
 * that there is nothing to gain by that. Releases are bounded by what was released: no more leaves than was there.
 */
export function stockpileEffects(
  joint: JointModel,
  workbench: Workbench,
  clearer: Clearer,
  { candidate, id }: { readonly candidate: number; readonly id: string },
): CandidateEffects[] {
  const { model } = joint;
  const own = model.activities.flatMap((activity, a) =>
    ["build", "release", "permit"].some((verb) => activity.id.startsWith(`${verb}:${id}:`)) ? [a] : [],
  );
  const routes = [...joint.routes].flatMap(([route, owners]) => (owners.includes(candidate) ? [route] : []));
  const elsewhere = new Map<string, number>();
  const dearest = (commodity: string, usdPerTonne: number) => {
    elsewhere.set(commodity, Math.max(usdPerTonne, elsewhere.get(commodity) ?? 0));
  };
  const moved: (() => CandidateEffects)[] = [];
  referenceRun(joint, workbench, clearer, new Set([candidate]), (cleared) => {
    const { terms, price, level } = cleared;
    const acting = own.filter((a) => Math.abs(level[a]!) > NOTHING_TONNES);
    for (const a of acting) {
      const { commodity, entries } = model.activities[a]!;
      const isPurchase = level[a]! < 0;
      dearest(commodity, isPurchase ? ELSEWHERE_MULTIPLE * terms.marginalCost[a]! : price[entries[0]!.market]!);
    }
    const moves = acting.map((a) => moveOf(joint, a, cleared));
    const full = { upperBound: terms.upperBound.slice(), lowerBound: terms.lowerBound.slice() };
    moved.push(() => {
      const blocks = moves.map((move) => blockOf(joint, candidate, move, elsewhere));
      return { blocks, rooms: routes.flatMap((route): Room[] => roomOn(model, blocks, { route, candidate, full })) };
    });
  });
  return moved.map((effects) => effects());
}

interface Move {
  readonly activity: number;
  /** bought (−) or released (+), t/month */
  readonly tonnes: number;
  readonly priceUsdPerTonne: number;
}

function moveOf({ model }: JointModel, activity: number, { price, level }: ReferenceMonth): Move {
  return {
    activity,
    tonnes: level[activity]!,
    priceUsdPerTonne: price[model.activities[activity]!.entries[0]!.market]!,
  };
}

function blockOf(
  { model }: JointModel,
  candidate: number,
  { activity, tonnes, priceUsdPerTonne }: Move,
  elsewhere: ReadonlyMap<string, number>,
): Block {
  const { commodity, entries } = model.activities[activity]!;
  const market = entries[0]!.market;
  const base = model.markets[market]!.yardstickUsdPerTonne ?? model.basePriceUsdPerTonne[market]!;
  const slope = (SPREAD_SHARE * base) / Math.abs(tonnes);
  if (tonnes > 0) return { candidate, activity, least: 0, most: tonnes, firstUsdPerTonne: 0, slope };
  const firstUsdPerTonne = elsewhere.get(commodity)! - 0.5 * slope * tonnes; // the unit's purchases are worth this on average
  const fixedUsd = (elsewhere.get(commodity)! - priceUsdPerTonne) * -tonnes;
  return { candidate, activity, least: tonnes, most: 0, firstUsdPerTonne, slope, fixedUsd };
}
