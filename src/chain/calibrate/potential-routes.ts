import type { Calibration } from "../calibrate.ts";
import { openRoute } from "../routes.ts";

/**
 * Routes nobody uses yet, from everyone who makes or ships out a commodity to everyone who uses it, at an entry cost.
 * A by-product that nobody ships, such as the gallium in an alumina plant's liquor, cannot leave the plant.
 */
export function addPotentialRoutes(calibration: Calibration): void {
  const { draft, parameter, stageOf } = calibration;
  const makers = new Map<string, Set<string>>();
  const users = new Map<string, Set<string>>();
  const shipped = new Set<string>();
  const note = (into: Map<string, Set<string>>, commodity: string, country: string) => {
    const countries = into.get(commodity) ?? new Set<string>();
    into.set(commodity, countries.add(country));
  };
  draft.activities.forEach((activity, a) => {
    if (!(draft.baseLevel[a]! > 0) || activity.kind === "dispose") return;
    if (activity.kind === "ship") shipped.add(activity.commodity);
    for (const { market, coefficient } of activity.entries) {
      const { commodity, country } = draft.markets[market]!;
      if (activity.kind === "ship") note(coefficient < 0 ? makers : users, commodity, country);
      else note(coefficient > 0 ? makers : users, commodity, country);
    }
  });
  for (const [commodity, origins] of makers) {
    if (stageOf(commodity) === "by-product" && !shipped.has(commodity)) continue;
    for (const origin of [...origins].sort())
      for (const destination of [...(users.get(commodity) ?? [])].sort())
        openRoute(draft, parameter, { commodity, stage: stageOf(commodity), origin, destination });
  }
}
