import type { Activity, Model } from "../chain/model.ts";
import type { Dataset } from "../dataset/index.ts";
import { netImportReliance } from "../indicators/index.ts";
import { concentrationOf } from "./concentration.ts";
import type { Governance } from "./governance.ts";
import { importSupply } from "./import-supply.ts";
import type { ModelPlaces } from "./model-places.ts";
import { partsOf } from "./parts.ts";
import type { Citation, ImportSupply, IndicatorFigure, Part, WorldSupply } from "./result.ts";
import { modelIndex } from "./model-index.ts";

/** What the balanced chain of the model says of one commodity: makers, and what the viewpoint makes and trades. */
export interface ModelChain {
  readonly world: readonly WorldSupply[];
  readonly imports: readonly ImportSupply[];
  readonly indicators: readonly IndicatorFigure[];
}

export const MODEL_CITED: Citation = {
  source: "monazite",
  years: "2024",
  locator: "balanced figures of the market model",
};
const MONTHS = 12;
const NOTHING_TONNES = 1e-6;

/**
 * Makers, suppliers and net import reliance by commodity of a material in the balanced year of the model.
 * @param places model countries the viewpoint stands for; trade among them does not count. Where it has none, makers only
 */
export function modelChain(
  model: Model,
  commodities: Dataset["commodities"],
  places: ModelPlaces,
  governance: Governance,
): ModelChain {
  const { covered, aggregates } = places;
  const chains = commodities.map((commodity) => {
    const flows = flowsOf(model, commodity.id, covered);
    return {
      world: modelMakers(commodity, flows.made, aggregates, governance),
      imports: importsOf(commodity, flows, places, governance),
      reliance: relianceOf(commodity, flows),
    };
  });
  return {
    world: chains.flatMap((c) => c.world),
    imports: chains.flatMap((c) => c.imports),
    indicators: chains.flatMap((c) => c.reliance),
  };
}

interface Flows {
  readonly made: ReadonlyMap<string, number>;
  readonly imported: ReadonlyMap<string, number>;
  readonly own: number;
  /** of the own tonnes those from scrap */
  readonly ownFromScrap: number;
  readonly exported: number;
}

/** Recipes that start from scrap: recycled magnets, and refined metal whose scrap the model does not trace. */
const isFromScrap = ({ kind, recipe }: Activity) => kind === "recycle" || (recipe ?? "").split("-").includes("scrap");

/** Tonnes a year of a commodity: made by country, shipped into the places by origin, made in and shipped out of them. */
function flowsOf(model: Model, commodity: string, places: ReadonlySet<string>): Flows {
  const made = new Map<string, number>();
  const imported = new Map<string, number>();
  let exported = 0;
  let ownFromScrap = 0;
  const { ships, makes } = modelIndex(model);
  const yearly = (activity: number) => MONTHS * model.baseLevel[activity]!;
  for (const a of ships.get(commodity) ?? []) {
    const { country: from, destination } = model.activities[a]!;
    const [to, level] = [destination!, yearly(a)];
    if (!(level > NOTHING_TONNES)) continue;
    if (places.has(to) && !places.has(from)) imported.set(from, (imported.get(from) ?? 0) + level);
    if (places.has(from) && !places.has(to)) exported += level;
  }
  for (const a of makes.get(commodity) ?? []) {
    const activity = model.activities[a]!;
    const level = yearly(a);
    if (!(level > NOTHING_TONNES)) continue;
    for (const { market, coefficient } of activity.entries)
      if (model.markets[market]!.commodity === commodity && coefficient > 0) {
        made.set(activity.country, (made.get(activity.country) ?? 0) + coefficient * level);
        if (places.has(activity.country) && isFromScrap(activity)) ownFromScrap += coefficient * level;
      }
  }
  const own = [...made].reduce((sum, [country, tonnes]) => sum + (places.has(country) ? tonnes : 0), 0);
  return { made, imported, own, ownFromScrap, exported };
}

type Commodity = Dataset["commodities"][number];
const total = (amounts: ReadonlyMap<string, number>) => [...amounts.values()].reduce((a, b) => a + b, 0);

/** Countries by name; aggregates, which may be one country or many, as groups of the others. */
function split(amounts: ReadonlyMap<string, number>, aggregates: ReadonlySet<string>) {
  const parts = partsOf(amounts, total(amounts));
  const groups: Part[] = parts.filter((p) => aggregates.has(p.country));
  const named = parts.filter((p) => !aggregates.has(p.country));
  return { named, rest: { othersShare: groups.reduce((sum, g) => sum + g.share, 0), groups, under: [] } };
}

/** Makers of something, in tonnes a year by country of the balanced chain; none where nobody makes any. */
export function modelMakers(
  { name, stage }: Pick<Commodity, "name" | "stage">,
  made: ReadonlyMap<string, number>,
  aggregates: ReadonlySet<string>,
  governance: Governance,
): WorldSupply[] {
  const sum = total(made);
  if (!(sum > NOTHING_TONNES)) return [];
  const { named: makers, rest } = split(made, aggregates);
  const concentration = concentrationOf(makers, { others: 0, groups: rest.groups.map((g) => g.share) }, governance);
  return [
    {
      stage,
      form: name,
      cited: MODEL_CITED,
      makers,
      ...rest,
      inGroups: [],
      totalTonnes: sum,
      withheld: [],
      concentration,
    },
  ];
}

function importsOf(
  { name, stage }: Commodity,
  { imported }: Flows,
  { aggregates, missing }: ModelPlaces,
  governance: Governance,
): ImportSupply[] {
  const sum = total(imported);
  if (!(sum > NOTHING_TONNES)) return [];
  const { named: suppliers, rest } = split(imported, aggregates);
  const caveat = [
    "partly estimated or assumed: monazite explain trade/…",
    missing.length > 0 ? `without ${missing.length} members the model does not know one by one` : "",
  ];
  return [
    importSupply(
      {
        stage,
        form: name,
        cited: MODEL_CITED,
        fit: "model",
        makersForm: null,
        sharedWith: [],
        caveat: caveat.filter((c) => c !== "").join("; "),
        suppliers,
        ...rest,
        importsTonnes: sum,
        importsThousandUsd: null,
      },
      governance,
    ),
  ];
}

function relianceOf({ name, stage }: Commodity, { own, ownFromScrap, imported, exported }: Flows): IndicatorFigure[] {
  const imports = total(imported);
  if (!(imports + own > NOTHING_TONNES)) return [];
  const value = netImportReliance({ production: own, imports, exports: exported });
  return [
    {
      indicator: "net import reliance",
      value,
      qualifier: value === null ? "nothing is used" : value < 0 ? "net exporter" : "",
      unit: "share of apparent consumption",
      stage,
      about: name,
      caveat: scrapCaveat(own, ownFromScrap, imports - exported),
      cited: MODEL_CITED,
      computed: true,
    },
  ];
}

/** Under this share of the own tonnes scrap is not worth a word. */
const LITTLE_SCRAP = 0.05;

/** Recycled metal counts as own production; who looks at primary metal alone gets another figure. */
function scrapCaveat(own: number, fromScrap: number, netImports: number): string {
  if (!(fromScrap > LITTLE_SCRAP * own)) return "";
  const share = `${Math.round((fromScrap / own) * 100)} %`;
  const primary = netImports + own - fromScrap;
  const without =
    netImports > 0 && primary > 0 ? `; without it this would be ${Math.round((netImports / primary) * 100)} %` : "";
  return `${share} of the own production is recycled${without}`;
}
