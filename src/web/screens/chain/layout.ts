import type { FlowsAnswer, SankeyNode } from "../../engine/asks/flows.ts";
import { type At, mostTonnes, OTHERS, shortfallAt, tonnesAt } from "./model.ts";

export interface Frame {
  readonly width: number;
  /** room for the blocks; more where a column has many */
  readonly height: number;
  readonly head: number;
  /** right of the last column */
  readonly labelWidth: number;
}

/** A place of the diagram: the same in every month, so that a month changes widths and nothing else. */
export interface Block {
  readonly node: SankeyNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** as high as before any policy, from the same middle */
  readonly before: { readonly y: number; readonly height: number };
  /** under the block of a use: what it lacks */
  readonly missing: number;
  readonly middle: number;
}

export interface Band {
  readonly from: SankeyNode;
  readonly to: SankeyNode;
  readonly tonnes: number;
  readonly width: number;
  /** the middle line, for a stroke */
  readonly path: string;
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly stage: string; readonly x: number }[];
  readonly blocks: readonly Block[];
  readonly bands: readonly Band[];
}

export const BLOCK_WIDTH = 10;
const LEAST_SLOT = 20;
const GAP = 8;

/** Where blocks and bands are in a month. Heights count tonnes by the same measure in every month and column. */
export function layout({ sankey }: FlowsAnswer, at: At, frame: Frame): Diagram {
  const columns = sankey.stages.map((stage, i) => ({
    stage,
    x: ((frame.width - frame.labelWidth - BLOCK_WIDTH) * i) / Math.max(1, sankey.stages.length - 1),
    nodes: inOrder(sankey.nodes.filter((node) => node.stage === stage)),
  }));
  const perTonne = Math.min(
    ...columns.map(({ nodes }) => {
      const tonnes = nodes.reduce((sum, node) => sum + slotTonnes(node), 0);
      return tonnes > 0 ? (frame.height - nodes.length * GAP) / tonnes : Number.POSITIVE_INFINITY;
    }),
  );
  const blocks = new Map<string, Block>();
  let bottom = frame.head;
  for (const { x, nodes } of columns) {
    let y = frame.head;
    for (const node of nodes) {
      const slot = Math.max(LEAST_SLOT, slotTonnes(node) * perTonne);
      blocks.set(node.id, blockOf(node, at, x, y + slot / 2, perTonne));
      y += slot + GAP;
    }
    bottom = Math.max(bottom, y - GAP);
  }
  return {
    width: frame.width,
    height: bottom + 4,
    columns: columns.map(({ stage, x }) => ({ stage, x })),
    blocks: [...blocks.values()],
    bands: bandsOf(sankey.links, blocks, at, perTonne),
  };
}

/** The largest first, the rest last. */
function inOrder(nodes: readonly SankeyNode[]): SankeyNode[] {
  return [...nodes].sort((a, b) => Number(a.place === OTHERS) - Number(b.place === OTHERS));
}

/** The most a node ever carries, with what it lacks. */
function slotTonnes(node: SankeyNode): number {
  const needs = Array.from(node.tonnes, (tonnes, at) => neededTonnes(tonnes, shortfallAt(node, at)));
  return Math.max(mostTonnes(node), ...needs);
}

/** Delivered and missing; where nearly all is missing, what can be told of it. */
const neededTonnes = (tonnes: number, shortfall: number) => (shortfall < 0.98 ? tonnes / (1 - shortfall) : tonnes);

function blockOf(node: SankeyNode, at: At, x: number, middle: number, perTonne: number): Block {
  const tonnes = tonnesAt(node, at);
  const missing = (neededTonnes(tonnes, shortfallAt(node, at)) - tonnes) * perTonne;
  const height = tonnes * perTonne;
  const before = node.baselineTonnes * perTonne;
  return {
    node,
    x,
    y: middle - (height + missing) / 2,
    height,
    missing,
    before: { y: middle - before / 2, height: before },
    middle,
  };
}

function bandsOf(
  links: FlowsAnswer["sankey"]["links"],
  blocks: ReadonlyMap<string, Block>,
  at: At,
  perTonne: number,
): Band[] {
  const middleOf = (id: string) => blocks.get(id)?.middle ?? 0;
  const leaving = new Map<string, number>();
  const coming = new Map<string, number>();
  const next = (places: Map<string, number>, id: string, width: number) => {
    const from = places.get(id) ?? blocks.get(id)?.y ?? 0;
    places.set(id, from + width);
    return from + width / 2;
  };
  const byPlaces = [...links].sort((a, b) => middleOf(a.to) - middleOf(b.to) || middleOf(a.from) - middleOf(b.from));
  const starts = new Map(byPlaces.map((link) => [link, next(leaving, link.from, tonnesAt(link, at) * perTonne)]));
  const byOrigin = [...links].sort((a, b) => middleOf(a.from) - middleOf(b.from) || middleOf(a.to) - middleOf(b.to));
  return byOrigin.flatMap((link): Band[] => {
    const [from, to] = [blocks.get(link.from), blocks.get(link.to)];
    const tonnes = tonnesAt(link, at);
    const width = tonnes * perTonne;
    const end = next(coming, link.to, width);
    if (!from || !to || width < 0.05) return [];
    const [x0, x1, y0] = [from.x + BLOCK_WIDTH, to.x, starts.get(link)!];
    const bend = (x0 + x1) / 2;
    const path = `M${x0.toFixed(1)},${y0.toFixed(1)}C${bend.toFixed(1)},${y0.toFixed(1)} ${bend.toFixed(1)},${end.toFixed(1)} ${x1.toFixed(1)},${end.toFixed(1)}`;
    return [{ from: from.node, to: to.node, tonnes, width, path }];
  });
}
