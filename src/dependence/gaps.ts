import type { Statistics } from "../dataset/index.ts";
import { importFlows } from "./import-flows.ts";
import type { ModelPlaces } from "./model-places.ts";
import type { ImportSupply, WorldSupply } from "./result.ts";
import type { Viewpoint } from "./viewpoint.ts";
import { rowsWith } from "./rows-with.ts";

interface Known {
  readonly world: readonly WorldSupply[];
  readonly imports: readonly ImportSupply[];
  readonly statistics: Statistics;
  readonly viewpoint: Viewpoint;
  /** null where it was left out; commodities of the mineral in it, if any */
  readonly model: { readonly places: ModelPlaces; readonly commodities: readonly unknown[] } | null;
}

/** Why a mineral has no maker or no supplier here. */
export function gapsOf(material: string, { world, imports, statistics, viewpoint, model }: Known): string[] {
  const noMaker = world.length === 0 ? ["no publisher here prints who makes it"] : [];
  if (imports.length > 0 || viewpoint.members.size === 0) return noMaker;
  const ofModel = modelGap(model, viewpoint);
  return [...noMaker, `${headingGap(material, statistics, viewpoint)}${ofModel === "" ? "" : `, and ${ofModel}`}`];
}

function headingGap(material: string, statistics: Statistics, { members }: Viewpoint): string {
  const headings = rowsWith(statistics.tradeCodes, "material", material).map((c) => c.hs6);
  if (headings.length === 0) return "no trade heading of the statistics here stands for it";
  const recorded = headings.some((hs6) => importFlows(statistics, hs6, members).length > 0);
  const under = `under HS ${headings.join(", ")}`;
  return recorded ? `the imports recorded ${under} have no weight` : `no imports are recorded ${under}`;
}

function modelGap(model: Known["model"], { name }: Viewpoint): string {
  if (model === null) return "the model was left out";
  if (model.commodities.length === 0) return "the model does not have it";
  if (model.places.covered.size > 0) return `the model does not trade it into ${name}`;
  return `the model knows ${name} only as part of ${model.places.within.join(" and ")}`;
}
