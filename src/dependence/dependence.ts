import type { Model } from "../chain/model.ts";
import type { Dataset, Statistics } from "../dataset/index.ts";
import { type Asked, askedMinerals } from "./asked.ts";
import { byNearness, stageLines } from "./choose.ts";
import { countrySuppliers } from "./country-suppliers.ts";
import { gapsOf } from "./gaps.ts";
import { geoPolRiskFigures } from "./geopolrisk-figures.ts";
import { type Governance, governanceOf } from "./governance.ts";
import { minedContent } from "./mined-content.ts";
import { modelChain } from "./model-chain.ts";
import { type ModelPlaces, modelPlaces, placesNote } from "./model-places.ts";
import { modelUses } from "./model-uses.ts";
import { euConcentration, printedIndicators, printedReliance } from "./published.ts";
import { insideGroups, unlikelyMiners } from "./remarks.ts";
import type { Dependence, MaterialDependence, UseFigure, WorldSupply } from "./result.ts";
import { type Viewpoint, viewpointOf } from "./viewpoint.ts";
import { worldMakers } from "./world-makers.ts";

export interface DependenceQuestion {
  /** ISO 3166 alpha-3, a bloc of data/blocs.csv, or WLD for who makes what */
  readonly country: string;
  /** ids, names or symbols of data/statistics/materials.csv, or a product such as NdFeB; absent: all on the USGS list of 2025 */
  readonly materials?: readonly string[];
  /** only the riskiest so many; absent: all */
  readonly top?: number;
}

/**
 * On whom a country depends: for every critical mineral and stage who makes it, who supplies the country, how concentrated
 * that is, what is left without the largest supplier, and the published indicators, each with year and source.
 * @param model the calibrated chain, for the stages only it knows; null leaves them out
 * Errors: InputError for a country or material nobody knows.
 */
export function dependenceOf(
  statistics: Statistics,
  dataset: Dataset,
  model: Model | null,
  question: DependenceQuestion,
): Dependence {
  const viewpoint = viewpointOf(dataset, question.country);
  const governance = governanceOf(statistics);
  const places = modelPlaces(dataset, viewpoint.members);
  const asked = chosen(statistics, dataset, question.materials);
  const materials = asked.rows.map((row) =>
    materialDependence(row, { statistics, dataset, model, viewpoint, governance, places }),
  );
  const riskiest = [...materials]
    .sort((a, b) => riskOf(b) - riskOf(a) || (a.material < b.material ? -1 : 1))
    .slice(0, question.top);
  return {
    viewpoint: viewpoint.id,
    name: viewpoint.name,
    members: [...viewpoint.members].sort(),
    materials: question.materials ? materials.filter((m) => riskiest.includes(m)) : riskiest,
    notes: [...asked.notes, ...(model === null ? [] : placesNote(viewpoint, places))],
  };
}

interface Context {
  readonly statistics: Statistics;
  readonly dataset: Dataset;
  readonly model: Model | null;
  readonly viewpoint: Viewpoint;
  readonly governance: Governance;
  readonly places: ModelPlaces;
}

type MaterialRow = Statistics["materials"][number];

function materialDependence(row: MaterialRow, context: Context): MaterialDependence {
  const { statistics, dataset, model, viewpoint, governance, places } = context;
  const printed = worldMakers(statistics, row.id, governance);
  const own = commoditiesOf(dataset, row);
  const commodities = [...own, ...magnetsOf(dataset, own)];
  const chain = model === null ? null : modelChain(model, commodities, places, governance);
  const mined = model === null ? [] : minedContent(model, dataset, own, places, governance);
  const world = insideGroups(countedFirst([...printed, ...mined, ...(chain?.world ?? [])]), dataset.countries);
  const supplied = [...countrySuppliers(statistics, row.id, viewpoint, governance), ...(chain?.imports ?? [])];
  const imports = byNearness(
    unlikelyMiners(supplied, world, { countries: dataset.countries, members: viewpoint.members }),
    world.map((w) => w.stage),
  );
  return {
    material: row.id,
    name: row.name,
    lists: { usgs2025: row.usgs2025 === "yes", eu2023: row.eu2023 },
    world,
    imports,
    indicators: [
      ...printedReliance(statistics, row.id, viewpoint),
      ...(viewpoint.members.size > 0 ? (chain?.indicators ?? []) : []),
      ...printedIndicators(statistics, row.id),
      ...euConcentration(statistics, row.id, viewpoint, governance),
      ...geoPolRiskFigures(statistics, row.id, viewpoint, printed, governance),
    ],
    usedHere: model === null ? [] : modelUses(model, dataset, commodities, places.covered),
    uses: usesOf(statistics, row.id),
    gaps: gapsOf(row.id, { world, imports, statistics, viewpoint, model: model && { places, commodities } }),
  };
}

/** Stage by stage as they come, but within one what is counted in tonnes before older shares. */
function countedFirst(world: readonly WorldSupply[]): WorldSupply[] {
  const stages = [...new Set(world.map((w) => w.stage))];
  return stages.flatMap((stage) => {
    const here = world.filter((w) => w.stage === stage);
    return [...here.filter((w) => w.totalTonnes !== null), ...here.filter((w) => w.totalTonnes === null)];
  });
}

/** Magnets that are pressed from the commodities: the stage at which rare earths are traded most. */
function magnetsOf({ recipes, commodities }: Dataset, inputs: Dataset["commodities"]): Dataset["commodities"] {
  const ids = new Set(inputs.map((c) => c.id));
  const pressing = new Set(
    recipes.filter((r) => r.kind === "press" && r.value < 0 && ids.has(r.commodity)).map((r) => r.recipe),
  );
  const made = new Set(recipes.filter((r) => pressing.has(r.recipe) && r.value > 0).map((r) => r.commodity));
  return commodities.filter((c) => c.stage === "magnet" && made.has(c.id));
}

function usesOf({ useShares }: Statistics, material: string): UseFigure[] {
  return useShares
    .filter((u) => u.material === material)
    .map((u) => ({
      application: u.application,
      share: u.share,
      sector: u.sector,
      cited: { source: u.source, years: "2023", locator: u.locator },
    }))
    .sort((a, b) => b.share - a.share || (a.application < b.application ? -1 : 1));
}

/** Governance-weighted concentration of the most concentrated stage; without governance, the plain index on the same scale of 0–10. */
export function riskOf(material: MaterialDependence): number {
  return stageLines(material).reduce((worst, { made }) => {
    if (!made) return worst;
    const { governanceWeightedHhi, hhi } = made.concentration;
    return Math.max(worst, governanceWeightedHhi ?? hhi.least * MIDDLING_GOVERNANCE);
  }, 0);
}
const MIDDLING_GOVERNANCE = 5;

function commoditiesOf({ commodities }: Dataset, { modelMaterials }: MaterialRow): Dataset["commodities"] {
  const wanted = modelMaterials.split(" ").filter((m) => m !== "");
  return commodities.filter((c) => wanted.includes(c.material));
}

function chosen(statistics: Statistics, dataset: Dataset, wanted: readonly string[] | undefined): Asked {
  const { materials } = statistics;
  if (!wanted) return { rows: materials.filter((m) => m.usgs2025 === "yes"), notes: [] };
  return askedMinerals(statistics, dataset, wanted, (product) =>
    materials.filter((m) => magnetsOf(dataset, commoditiesOf(dataset, m)).some((c) => c.id === product)),
  );
}
