import { type Calibration, valueAtBasePrices, valueAtStakeUsd } from "../calibrate.ts";
import type { ActivityKind } from "../model.ts";
import type { Skeleton } from "../skeleton.ts";

/** Mines, plants, recyclers, hoarding and shipments at their balanced levels; capacity bounds the makers. */
export function addFlows(calibration: Calibration, skeleton: Skeleton, level: Float64Array): void {
  const { draft, parameter, stageOf } = calibration;
  const capacity = capacities(calibration);
  skeleton.activities.forEach((activity, a) => {
    if (activity.kind === "use") return;
    const value = valueAtBasePrices(draft, activity.entries);
    const worth = worthOf(activity.kind, value);
    const elasticity =
      activity.kind === "ship"
        ? parameter("armingtonElasticity", stageOf(activity.commodity))
        : parameter("supplyElasticity", activity.recipe ?? activity.commodity, activity.kind);
    const scale = Math.max(level[a]!, SMALLEST_SCALE_SHARE * draft.turnoverTonnes[activity.entries[0]!.market]!);
    const bounded = activity.kind !== "ship" && activity.kind !== "dispose";
    const upperBound = bounded
      ? Math.max(
          level[a]! * SMALLEST_HEADROOM,
          capacity(activity.id) ??
            level[a]! / parameter("utilisation", activity.recipe ?? activity.commodity, activity.kind),
        )
      : Number.POSITIVE_INFINITY;
    draft.addActivity(
      activity,
      {
        referenceLevel: level[a]!,
        lowerBound: 0,
        upperBound,
        marginalCost: value.net,
        slope: worth / (elasticity * scale),
      },
      level[a]!,
    );
  });
}

function worthOf(kind: ActivityKind, value: { net: number; outputs: number }): number {
  if (kind === "dispose") return -value.net;
  return kind === "ship" ? value.outputs : valueAtStakeUsd(value.net, value.outputs);
}

const SMALLEST_SCALE_SHARE = 1e-3;
const SMALLEST_HEADROOM = 1.001;

/** Tonnes per month of level that a capacity figure allows, by activity id. */
function capacities({ dataset }: Calibration): (id: string) => number | undefined {
  const found = new Map<string, number>();
  for (const row of dataset.capacities) {
    const thing = row.kind === "mine" || row.kind === "collect" ? row.commodity : row.recipe;
    found.set(`${row.kind}:${thing}@${row.country}`, row.value / 12);
  }
  return (id) => found.get(id);
}
