import type { Vocabulary } from "../chain/vocabulary.ts";
import type { Dataset } from "../dataset/index.ts";
import { baseOutput } from "./plant-output.ts";
import { usualRecipe } from "./yearly-need.ts";

/** What some countries use of one commodity, followed to its makers. */
export interface Origins {
  /** t/year of the commodity in what is used, by whoever made it */
  readonly needTonnes: number;
  /** t/year of it that does not come from the supplier, by what it arrives in: the commodity itself, or what holds it */
  readonly rows: readonly OriginRow[];
}

/**
 * One stage of the way: of the need, so much reaches the users past the supplier if only this stage could fail. What is
 * home-made counts as the supplier's if its inputs are, so the need is met by the narrowest row.
 */
export interface OriginRow {
  /** commodities that are made at this stage, with the tonnes of the target's commodity in a tonne of each */
  readonly holds: ReadonlyMap<string, number>;
  readonly stage: string;
  /** t/year of the target's commodity */
  readonly haveTonnes: number;
}

/**
 * The need of some countries for a commodity by the origin of what they use: an imported magnet comes, with all it
 * holds, from whoever shipped it; what a home-made one holds comes from whoever shipped or made its metal. Two rows where
 * the commodity is used inside others (whose origin are the magnets, whose origin is the metal), else one.
 */
export function originsOf(
  dataset: Dataset,
  vocabulary: Vocabulary,
  commodity: string,
  own: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): Origins {
  const contents = new Map<string, number>();
  const inputsOf = (other: string) =>
    [...(vocabulary.recipe(usualRecipe(dataset, other) ?? "")?.coefficients ?? [])].filter(([, c]) => c < 0);
  const contentOf = (other: string): number => {
    if (other === commodity) return 1;
    const known = contents.get(other);
    if (known !== undefined) return known;
    contents.set(other, 0); // a recipe that uses its own product adds nothing
    const tonnes = inputsOf(other).reduce((sum, [input, c]) => sum - c * contentOf(input), 0);
    contents.set(other, tonnes);
    return tonnes;
  };
  /** of what is used of a commodity: parts that the supplier shipped and that are made at home */
  const sourcesOf = (other: string) => {
    const flows = dataset.trade.filter((r) => r.commodity === other && own.has(r.importer) && !own.has(r.exporter));
    const shipped = flows.reduce((sum, r) => sum + r.value, 0);
    const supplied = flows.reduce((sum, r) => sum + (theirs.has(r.exporter) ? r.value : 0), 0);
    const home = stagesOf(dataset, other).reduce(
      (sum, stage) => sum + baseOutput(dataset, vocabulary, other, stage, own),
      0,
    );
    const all = shipped + home;
    return all > 0 ? { supplied: supplied / all, home: home / all } : { supplied: 0, home: 1 };
  };
  /** share of what is held in a commodity that comes from the supplier, all stages told */
  const suppliedShare = (other: string): number => {
    const { supplied, home } = sourcesOf(other);
    if (other === commodity || home === 0) return supplied;
    const inputs = inputsOf(other).map(([input, c]) => ({ input, held: -c * contentOf(input) }));
    const held = inputs.reduce((sum, input) => sum + input.held, 0);
    if (held === 0) return supplied;
    return (
      supplied + home * inputs.reduce((sum, i) => sum + (i.held > 0 ? (i.held / held) * suppliedShare(i.input) : 0), 0)
    );
  };
  const used = new Map<string, number>();
  for (const { application, value } of dataset.demand.filter((row) => own.has(row.country)))
    for (const input of dataset.applicationInputs.filter((i) => i.application === application)) {
      const tonnes = value * input.value * contentOf(input.commodity);
      if (tonnes > 0) used.set(input.commodity, (used.get(input.commodity) ?? 0) + tonnes);
    }
  const total = (of: (held: string, tonnes: number) => number) =>
    [...used].reduce((sum, [held, tonnes]) => sum + of(held, tonnes), 0);
  const inside = [...used.keys()].filter((held) => held !== commodity);
  const rows: OriginRow[] = [
    {
      holds: new Map([[commodity, 1]]),
      stage: stageOf(dataset, commodity),
      haveTonnes: total((held, tonnes) => tonnes * (1 - suppliedShare(held))),
    },
  ];
  if (inside.length > 0)
    rows.push({
      holds: new Map(inside.map((held) => [held, contentOf(held)])),
      stage: stageOf(dataset, inside[0]!),
      haveTonnes: total((held, tonnes) => tonnes * (1 - sourcesOf(held).supplied)),
    });
  return { needTonnes: total((_, tonnes) => tonnes), rows };
}

const stageOf = (dataset: Dataset, commodity: string) =>
  dataset.commodities.find((c) => c.id === commodity)?.stage ?? "";

/** Stages whose output counts; an ore supplies no oxide until it is separated, so mines count only where ore is asked for. */
export function stagesOf(dataset: Dataset, commodity: string): string[] {
  const mined = stageOf(dataset, commodity) === "mining";
  return ["separation", "refining", "metal", "magnet", "recycling", ...(mined ? ["mining"] : [])];
}
