import type { Dataset } from "../dataset/index.ts";
import type { Viewpoint } from "./viewpoint.ts";

/** What of a viewpoint the model can tell apart. */
export interface ModelPlaces {
  /** countries of the model that lie wholly in the viewpoint */
  readonly covered: ReadonlySet<string>;
  /** aggregates of the model */
  readonly aggregates: ReadonlySet<string>;
  /** members that are in no figure of the model, because their aggregate also stands for countries outside; by name */
  readonly missing: readonly string[];
  /** the aggregates of the missing, by name */
  readonly within: readonly string[];
}

/**
 * Countries of the model a viewpoint stands for. An aggregate counts only where every country it stands for is a member:
 * its figures cannot be divided.
 */
export function modelPlaces({ countries }: Pick<Dataset, "countries">, members: ReadonlySet<string>): ModelPlaces {
  const aggregates = new Map(countries.filter((c) => c.kind === "aggregate").map((c) => [c.id, c.name]));
  const outside = new Set(
    countries.filter((c) => c.kind !== "aggregate" && !members.has(c.id)).map((c) => c.modelCountry),
  );
  const inside = countries.filter((c) => members.has(c.id));
  const split = (modelCountry: string) => aggregates.has(modelCountry) && outside.has(modelCountry);
  const missing = inside.filter((c) => split(c.modelCountry));
  return {
    covered: new Set(inside.map((c) => c.modelCountry).filter((m) => !split(m))),
    aggregates: new Set(aggregates.keys()),
    missing: missing.map((c) => c.name),
    within: [...new Set(missing.map((c) => aggregates.get(c.modelCountry)!))],
  };
}

/** What the reader of a viewpoint's figures of the model has to know of its missing members. */
export function placesNote({ name, members }: Viewpoint, { covered, missing, within }: ModelPlaces): string[] {
  if (missing.length === 0) return [];
  const aggregate = within.map((w) => `“${w}”`).join(" and ");
  if (covered.size === 0)
    return [
      `The model knows ${members.size === 1 ? missing[0]! : `the members of ${name}`} only as part of ${aggregate}, which cannot be divided: it has no imports and no reliance of ${name}, only who makes what in the world.`,
    ];
  return [
    `Figures marked as the model's leave out ${missing.length} of ${members.size} members of ${name}, which it knows only as part of ${aggregate}: ${missing.join(", ")}. Trade with them counts as trade with the outside.`,
  ];
}
