import type { FlowPlace, FlowsAnswer, SankeyLink, SankeyNode } from "../../engine/asks/flows.ts";

/** A month of the run by its place in it; {@link BEFORE} is the balanced month before any policy. */
export type At = number;
export const BEFORE: At = -1;

/** Tonnes a month of a node, link, shipment or place. */
export function tonnesAt(series: { readonly baselineTonnes: number; readonly tonnes: Float64Array }, at: At): number {
  return at === BEFORE ? series.baselineTonnes : (series.tonnes[at] ?? 0);
}

export const mostTonnes = (series: SankeyNode | SankeyLink): number =>
  series.tonnes.reduce((most, tonnes) => Math.max(most, tonnes), series.baselineTonnes);

/** What a use lacks of what it needs, 0–1; 0 before any policy. */
export function shortfallAt(node: SankeyNode, at: At): number {
  return at === BEFORE ? 0 : (node.shortfallShare?.[at] ?? 0);
}

/** The month in which the uses lack most; the first where nothing is ever lacking. */
export function worstMonth({ sankey, months }: FlowsAnswer): At {
  const uses = sankey.nodes.filter((node) => node.stage === "use");
  const missing = months.map((_, at) => uses.reduce((sum, use) => sum + use.baselineTonnes * shortfallAt(use, at), 0));
  return missing.reduce((worst, tonnes, at) => (tonnes > missing[worst]! + 1e-9 ? at : worst), 0);
}

/** The use that lacks the largest share in a month; null where none lacks half a per cent. */
export function shortestUse({ sankey }: FlowsAnswer, at: At): { readonly use: string; readonly share: number } | null {
  const most = sankey.nodes
    .filter((node) => node.stage === "use" && node.place !== OTHERS)
    .map((node) => ({ use: node.place, share: shortfallAt(node, at) }))
    .sort((a, b) => b.share - a.share)[0];
  return most && most.share >= 0.005 ? most : null;
}

export const OTHERS = "*";

/** A node's share of all that passes its stage. */
export function shareAt({ sankey }: FlowsAnswer, node: SankeyNode, at: At): number {
  const all = sankey.nodes
    .filter((other) => other.stage === node.stage)
    .reduce((sum, other) => sum + tonnesAt(other, at), 0);
  return all > 0 ? tonnesAt(node, at) / all : 0;
}

/** Where most of one stage is in one country before any policy: what the chain hangs by. Null for an empty chain. */
export function narrowest(answer: FlowsAnswer): { readonly node: SankeyNode; readonly share: number } | null {
  const places = answer.sankey.nodes
    .filter((node) => node.stage !== "use" && node.place !== OTHERS)
    .map((node) => ({ node, share: shareAt(answer, node, BEFORE) }));
  return places.reduce<(typeof places)[number] | null>(
    (most, place) => (most === null || place.share > most.share + 1e-9 ? place : most),
    null,
  );
}

/** The country whose controls hold back most of the material that it ships; without controls, where the chain is narrowest. */
export function insideOf(answer: FlowsAnswer): string | null {
  const own = new Set(answer.commodities.filter((c) => c.own).map((c) => c.commodity));
  const held = new Map<string, number>();
  for (const { commodity, from, controls, baselineTonnes } of answer.pairs)
    if (controls.length > 0 && own.has(commodity)) held.set(from, (held.get(from) ?? 0) + baselineTonnes);
  const [largest] = [...held].sort((a, b) => b[1] - a[1]);
  return largest?.[0] ?? narrowest(answer)?.node.place ?? null;
}

/** Stages of commodities that a stage of the diagram makes. */
const MADE_AT: { readonly [stage: string]: readonly string[] | undefined } = {
  mine: ["mining", "by-product"],
  separate: ["separation", "refining"],
  reduce: ["metal"],
  press: ["magnet"],
};

/** What a stage of the diagram is called: `separate` is refining where the commodities made there are refined. */
export function stageWord({ commodities }: FlowsAnswer, stage: string): StageWord {
  if (stage !== "separate") return stage as StageWord;
  const here = commodities.filter((c) => MADE_AT.separate?.includes(c.stage));
  return here.some((c) => c.stage === "separation") ? "separate" : "refine";
}
export type StageWord = "mine" | "separate" | "refine" | "reduce" | "press" | "use";

/** The commodity that stands for a stage: of those made there the one that is worth most, the material's own first. */
export function commodityOf({ commodities, places }: FlowsAnswer, stage: string): string | null {
  const here = commodities.filter((c) => MADE_AT[stage]?.includes(c.stage));
  const own = here.filter((c) => c.own);
  const worth = (commodity: string) =>
    places
      .filter((place) => place.commodity === commodity)
      .reduce((sum, place) => sum + place.baselineTonnes * place.basePriceUsdPerTonne, 0);
  const ranked = (own.length > 0 ? own : here).map((c) => c.commodity).sort((a, b) => worth(b) - worth(a));
  return ranked[0] ?? null;
}

/** What a commodity costs the viewpoint; of several countries the mean. Null where it has no market there. */
export function priceAt({ places, viewpoint }: FlowsAnswer, commodity: string, at: At): Price | null {
  const here = places.filter((place) => place.commodity === commodity && viewpoint.includes(place.country));
  if (here.length === 0) return null;
  const mean = (of: (place: FlowPlace) => number) => here.reduce((sum, place) => sum + of(place), 0) / here.length;
  const before = mean((place) => place.basePriceUsdPerTonne);
  const now = at === BEFORE ? before : mean((place) => place.priceUsdPerTonne[at] ?? place.basePriceUsdPerTonne);
  return { before, now, factor: before > 0 ? now / before : 1 };
}

/** The product of a stage whose price in the country of use has risen most by a month; null where none has a market there. */
export function dearest(answer: FlowsAnswer, at: At): { readonly commodity: string; readonly price: Price } | null {
  const found = answer.sankey.stages.flatMap((stage) => {
    const commodity = commodityOf(answer, stage);
    const price = commodity === null ? null : priceAt(answer, commodity, at);
    return commodity === null || price === null ? [] : [{ commodity, price }];
  });
  return found.reduce<(typeof found)[number] | null>(
    (most, one) => (most === null || one.price.factor > most.price.factor ? one : most),
    null,
  );
}

export interface Price {
  readonly before: number;
  readonly now: number;
  readonly factor: number;
}

/**
 * The share of what is used in a month for which no new supply came from anywhere, so that it is out of stocks; more
 * may be, where some supply came.
 */
export function fromStocksShare({ sankey }: FlowsAnswer, at: At): number {
  const into = new Set(sankey.links.map((link) => link.to));
  const gap = (when: At) => {
    const origins = sankey.nodes.filter((node) => !into.has(node.id));
    const used = sankey.nodes.filter((node) => node.stage === "use").reduce((sum, n) => sum + tonnesAt(n, when), 0);
    return used > 0 ? 1 - origins.reduce((sum, node) => sum + tonnesAt(node, when), 0) / used : 0;
  };
  return Math.max(0, Math.min(1, gap(at) - gap(BEFORE)));
}
