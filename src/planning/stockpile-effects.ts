import type { Clearer } from "../market/clear.ts";
import type { Workbench } from "../simulation/rehearse.ts";
import type { Block, Room } from "./effects.ts";
import type { JointModel } from "./joint-model.ts";
import { type CandidateEffects, roomOn } from "./month-effects.ts";
import { type ReferenceMonth, referenceRun } from "./reference-run.ts";

/** Levels below this are what a solver leaves of a zero, t/month. */
const NOTHING_TONNES = 1e-9;
/** What is released has cost its money already: it goes at any price, all but this share of the base price apart. */
const RELEASE_SPREAD_SHARE = 1e-3;

/**
 * What a stockpile at full scale buys and releases, month by month, in a run with it alone. Purchases are fixed at what
 * was bought and credited with what was paid, since that money is in the candidate's cost; releases are bounded by what
 * was released, so no more leaves than was there.
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
  const effects: CandidateEffects[] = [];
  referenceRun(joint, workbench, clearer, new Set([candidate]), (cleared) => {
    const blocks = own.flatMap((activity) => blockOf(joint, candidate, activity, cleared));
    const full = cleared.terms;
    const rooms = routes.flatMap((route): Room[] => roomOn(model, blocks, { route, candidate, full }));
    effects.push({ blocks, rooms });
  });
  return effects;
}

function blockOf(
  { model }: JointModel,
  candidate: number,
  activity: number,
  { terms, price, level }: ReferenceMonth,
): Block[] {
  const { id, entries } = model.activities[activity]!;
  const market = entries[0]!.market;
  const tonnes = level[activity]!;
  const slope = terms.slope[activity]!;
  if (id.startsWith("build:")) {
    const firstUsdPerTonne = price[market]! - 0.5 * slope * tonnes; // so that the unit's cost is price × tonnes
    return tonnes < -NOTHING_TONNES
      ? [{ candidate, activity, least: tonnes, most: tonnes, firstUsdPerTonne, slope }]
      : [];
  }
  if (!(tonnes > NOTHING_TONNES)) return [];
  const base = model.markets[market]!.yardstickUsdPerTonne ?? model.basePriceUsdPerTonne[market]!;
  return [
    { candidate, activity, least: 0, most: tonnes, firstUsdPerTonne: 0, slope: (RELEASE_SPREAD_SHARE * base) / tonnes },
  ];
}
