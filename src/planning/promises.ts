import type { Room } from "./effects.ts";
import type { JointModel } from "./joint-model.ts";
import type { ReferenceMonth } from "./reference-run.ts";

/**
 * Promises to ship that can be kept whatever is chosen: on each shipment no more than its bound, out of each market no
 * more than what passed through it in the reference month, and the same into each. What is above is cut, all alike.
 * @param most largest scale by candidate
 */
export function keepable(
  { model }: JointModel,
  rooms: readonly Room[],
  { terms, level }: ReferenceMonth,
  most: readonly number[],
): Room[] {
  const promising = rooms.filter((r) => r.lowerTonnes > 0);
  if (promising.length === 0) return [...rooms];
  const share = new Map<string, { asked: number; there: number }>();
  const limitsOf = ({ activity }: Room) => {
    const [from, to] = endsOf(activity);
    return [`ship ${activity}`, `out of ${from}`, `into ${to}`] as const;
  };
  const endsOf = (a: number) => {
    const { entries } = model.activities[a]!;
    return [entries.find((e) => e.coefficient < 0)!.market, entries.find((e) => e.coefficient > 0)!.market] as const;
  };
  const passing = throughput(model, level);
  for (const room of promising) {
    const [from, to] = endsOf(room.activity);
    const own =
      room.upperTonnes > 0
        ? Number.POSITIVE_INFINITY
        : terms.upperBound[room.activity]! - terms.lowerBound[room.activity]!;
    const there = [own, passing[from]!, passing[to]!];
    limitsOf(room).forEach((key, i) => {
      const known = share.get(key) ?? { asked: 0, there: Math.max(0, there[i]!) };
      known.asked += most[room.candidate]! * room.lowerTonnes;
      share.set(key, known);
    });
  }
  return rooms.map((room) => {
    if (room.lowerTonnes <= 0) return room;
    const factor = Math.min(...limitsOf(room).map((key) => Math.min(1, share.get(key)!.there / share.get(key)!.asked)));
    return { ...room, lowerTonnes: factor * room.lowerTonnes };
  });
}

/** Tonnes that came into each market, t/month. */
function throughput(model: JointModel["model"], level: Float64Array): Float64Array {
  const tonnes = new Float64Array(model.markets.length);
  model.activities.forEach(({ entries }, a) => {
    for (const { market, coefficient } of entries) tonnes[market]! += Math.max(0, coefficient * level[a]!);
  });
  return tonnes;
}
