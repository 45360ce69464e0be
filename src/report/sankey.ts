import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from "d3-sankey";
import type { FlowChart, FlowLink, FlowNode } from "../charts/chain-flow.ts";
import { percent, tonnes } from "../charts/format.ts";
import { withArticle } from "../charts/names.ts";
import { escapeText, type Html, trusted } from "./html.ts";

const WIDTH = 1056;
const ROW_PIXELS = 38;
const SIDE_PIXELS = 4;
const HEAD_PIXELS = 26;
/** room for the names of the uses, right of the last column */
const LABEL_PIXELS = 230;

type Node = SankeyNode<FlowNode, FlowLink>;
type Link = SankeyLink<FlowNode, FlowLink>;

/** Draws the chain as a Sankey diagram: stages as columns, places as blocks, widths by tonnes. */
export function drawFlow(chart: FlowChart): Html {
  const busiest = Math.max(...chart.stages.map((_, s) => chart.nodes.filter((n) => n.stage === s).length));
  const height = HEAD_PIXELS + Math.max(180, busiest * ROW_PIXELS);
  const layout = sankey<FlowNode, FlowLink>()
    .nodeId((n) => n.id)
    .nodeAlign((n) => Math.min(n.stage, chart.stages.length - 1))
    .nodeWidth(11)
    .nodePadding(16)
    .extent([
      [SIDE_PIXELS, HEAD_PIXELS + 6],
      [WIDTH - LABEL_PIXELS, height - 8],
    ]);
  const { nodes, links } = layout({
    nodes: chart.nodes.map((n) => ({ ...n })),
    links: chart.links.map((l) => ({ ...l, source: l.from, target: l.to, value: l.tonnes })),
  });
  const heads = chart.stages.map((title, s) => head(title, s, nodes, chart));
  const label = escapeText(describe(chart));
  return trusted(
    `<svg class="flow" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"><desc>${label}</desc>` +
      `<g>${heads.join("")}</g><g class="links">${links.map(drawLink).join("")}</g><g>${nodes.map(drawNode).join("")}</g></svg>`,
  );
}

function head(title: string, stage: number, nodes: readonly Node[], chart: FlowChart): string {
  const x = nodes.find((n) => n.stage === stage)?.x0;
  if (x === undefined) return "";
  const text = stage === chart.stages.length - 1 ? `${title} ${withArticle(chart.placeName)}` : title;
  return `<text class="head" x="${round(x)}" y="14">${escapeText(text)}</text>`;
}

function drawLink(link: Link): string {
  const source = link.source as Node;
  const path = sankeyLinkHorizontal<FlowNode, FlowLink>()(link);
  if (path === null) return "";
  const d = path.replace(/-?\d+\.\d+/g, (n) => String(round(Number(n))));
  return `<path class="from-${source.group}" d="${d}" stroke-width="${round(Math.max(0.5, link.width ?? 0))}"/>`;
}

function drawNode(node: Node): string {
  const [x0, x1, y0, y1] = [node.x0!, node.x1!, node.y0!, node.y1!].map(round) as [number, number, number, number];
  const share = percent(node.share);
  return (
    `<rect class="at-${node.group}" x="${x0}" y="${y0}" width="${round(x1 - x0)}" height="${Math.max(1, round(y1 - y0))}"/>` +
    `<text x="${round(x1 + 6)}" y="${round((y0 + y1) / 2)}" dy="0.35em">${escapeText(node.label)} <tspan class="share">${share}</tspan></text>`
  );
}

function describe(chart: FlowChart): string {
  const parts = chart.stages.map((title, stage) => {
    const here = chart.nodes.filter((n) => n.stage === stage).map((n) => `${n.label} ${percent(n.share)}`);
    return here.length > 0 ? `${title}: ${here.join(", ")}` : "";
  });
  return `${tonnes(chart.tonnesPerYear)} a year used in ${withArticle(chart.placeName)}. ${parts.filter((p) => p !== "").join(". ")}.`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
