import type { Calibration } from "../calibrate.ts";

/** Routes nobody uses yet, from everyone who makes or ships out a commodity to everyone who uses it, at an entry cost. */
export function addPotentialRoutes(calibration: Calibration): void {
  const { draft, parameter, stageOf } = calibration;
  const makers = new Map<string, Set<string>>();
  const users = new Map<string, Set<string>>();
  const note = (into: Map<string, Set<string>>, commodity: string, country: string) => {
    const countries = into.get(commodity) ?? new Set<string>();
    into.set(commodity, countries.add(country));
  };
  draft.activities.forEach((activity, a) => {
    if (!(draft.baseLevel[a]! > 0) || activity.kind === "dispose") return;
    for (const { market, coefficient } of activity.entries) {
      const { commodity, country } = draft.markets[market]!;
      if (activity.kind === "ship") note(coefficient < 0 ? makers : users, commodity, country);
      else note(coefficient > 0 ? makers : users, commodity, country);
    }
  });
  for (const [commodity, origins] of makers) {
    const stage = stageOf(commodity);
    for (const origin of [...origins].sort())
      for (const destination of [...(users.get(commodity) ?? [])].sort()) {
        const id = `ship:${commodity}:${origin}>${destination}`;
        if (origin === destination || draft.activity(id) !== undefined) continue;
        const from = draft.market(commodity, origin)!;
        const to = draft.market(commodity, destination)!;
        const gap = draft.basePriceUsdPerTonne[to]! - draft.basePriceUsdPerTonne[from]!;
        const entryCost = parameter("entryCostShare", stage) * draft.basePriceUsdPerTonne[to]!;
        const scale = parameter("newRouteScaleShare", stage) * draft.turnoverTonnes[to]!;
        draft.addActivity(
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
            marginalCost: Math.max(0, gap) + entryCost,
            slope: draft.basePriceUsdPerTonne[to]! / (parameter("armingtonElasticity", stage) * scale),
          },
          0,
        );
      }
  }
}
