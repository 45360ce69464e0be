import {
  type Dependence,
  type ImportSupply,
  type MaterialDependence,
  narrowest,
  type WorldSupply,
} from "../dependence/index.ts";

/** Shares of the world by country, and who supplies the viewpoint: what a map shows, without pixels. */
export interface WorldMap {
  readonly title: string;
  readonly legend: readonly string[];
  /** by ISO alpha-3: 0 (nothing) to the last step of the legend */
  readonly step: ReadonlyMap<string, number>;
  readonly viewpoint: readonly string[];
  readonly flows: readonly { readonly from: string; readonly share: number }[];
}

const SHARE_STEPS = [0, 0.02, 0.1, 0.25, 0.5] as const;
const SHARE_LEGEND = ["none named", "under 2 %", "2–10 %", "10–25 %", "25–50 %", "over 50 %"];
const SMALLEST_FLOW_SHARE = 0.03;

/** Who makes a mineral at a stage, and where the viewpoint's imports come from. */
export function supplyMap(
  material: MaterialDependence,
  world: WorldSupply,
  imports: ImportSupply | undefined,
  viewpoint: readonly string[],
): WorldMap {
  const step = new Map(world.makers.map((m) => [m.country, SHARE_STEPS.filter((from) => m.share > from).length]));
  return {
    title: `${material.name}, ${world.stage}: share of the world's ${world.form}`,
    legend: SHARE_LEGEND,
    step,
    viewpoint,
    // groups have no place: the page names them beside the map
    flows: [...(imports?.suppliers ?? []), ...(imports?.groups ?? [])]
      .filter((s) => s.share >= SMALLEST_FLOW_SHARE)
      .map((s) => ({ from: s.country, share: s.share })),
  };
}

const COUNT_STEPS = [0, 1, 3, 9, 24] as const;
const COUNT_LEGEND = ["none", "1", "2–3", "4–9", "10–24", "25 and more"];

/** How many of the minerals each country is the largest maker of, at the stage that is most concentrated. */
export function leadersMap(dependence: Dependence): {
  readonly map: WorldMap;
  readonly leaders: readonly [string, number][];
} {
  const count = new Map<string, number>();
  for (const material of dependence.materials) {
    const narrow = narrowest(material);
    if (!narrow) continue;
    const { largest } = narrow.concentration;
    if (largest === null) continue;
    count.set(largest, (count.get(largest) ?? 0) + 1);
  }
  const leaders = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const step = new Map(leaders.map(([country, n]) => [country, COUNT_STEPS.filter((from) => n > from).length]));
  const title = "Minerals of which a country is the largest maker, at the stage where they are most concentrated";
  return { map: { title, legend: COUNT_LEGEND, step, viewpoint: dependence.members, flows: [] }, leaders };
}
