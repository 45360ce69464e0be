import type { ModelDraft } from "../chain/draft.ts";
import type { NameCheck } from "./names.ts";

/** The route fields of a policy about trade. */
export interface Routes {
  readonly materials: readonly string[];
  readonly stages?: readonly string[] | undefined;
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
}

/** Shipments a trade policy speaks of (never within a country), and the names they were found by. */
export interface Shipments {
  readonly activities: readonly number[];
  readonly commodities: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  readonly destinations: ReadonlySet<string>;
}

/** Finds shipments of the materials from origins to destinations; none with a baseline flow is a problem. */
export function findShipments(draft: ModelDraft, check: NameCheck, routes: Routes): Shipments {
  const commodities = check.commodities(routes.materials, routes.stages);
  const origins = check.countries(routes.origins, ["origins"]);
  const destinations = check.countries(routes.destinations, ["destinations"]);
  check.done();
  const activities = draft
    .find({ kinds: ["ship"], commodities, countries: origins, destinations })
    .filter((a) => draft.activities[a]!.country !== draft.activities[a]!.destination);
  if (activities.length === 0)
    check.add(
      ["materials"],
      `nobody ships ${[...commodities].join(", ")} from ${routes.origins.join(", ")} to ${routes.destinations.join(", ")}; check origins, destinations and stages`,
    );
  check.done();
  return { activities, commodities, origins, destinations };
}

/** Base price where a shipment comes from, USD/t. */
export function originPrice(draft: ModelDraft, shipment: number): number {
  const entry = draft.activities[shipment]!.entries.find((e) => e.coefficient < 0 && isCommodity(draft, e.market));
  return draft.basePriceUsdPerTonne[entry!.market]!;
}

/** Base price where a shipment goes, USD/t. */
export function destinationPrice(draft: ModelDraft, shipment: number): number {
  const entry = draft.activities[shipment]!.entries.find((e) => e.coefficient > 0 && isCommodity(draft, e.market));
  return draft.basePriceUsdPerTonne[entry!.market]!;
}

/** Permit markets have no country. */
export function isCommodity(draft: ModelDraft, market: number): boolean {
  return draft.markets[market]!.country !== "";
}
