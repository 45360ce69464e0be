import type { RefObject } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { FlowsAnswer, SankeyNode } from "../../engine/asks/flows.ts";
import { figureHandlers } from "../../parts/figure.tsx";
import { MARK, useMarks } from "../../parts/marks.ts";
import { scrolls } from "../../parts/scrolls.ts";
import { useWidth } from "../../parts/use-width.ts";
import { format, words } from "../../state.ts";
import { type Band, BLOCK_WIDTH, type Block, layout } from "./layout.ts";
import { type At, commodityOf, insideOf, priceAt, shareAt, shortfallAt, stageWord } from "./model.ts";
import { nodeFacts, nodeName, placeOfUse } from "./words-of.ts";

const LEAST_WIDTH = 940;
const HEIGHT = 400;
const HEAD = 44;
const LABEL_WIDTH = 292;

interface Props {
  readonly answer: FlowsAnswer;
  readonly at: At;
  readonly chart: RefObject<SVGSVGElement | null>;
}

/** The chain of one month: stages as columns, places as blocks, widths by tonnes; the outlines are as it was before. */
export function ChainDiagram({ answer, at, chart }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const width = Math.max(LEAST_WIDTH, useWidth(place));
  const [looked, setLooked] = useState<string | null>(null);
  useMarks(chart);
  const diagram = useMemo(
    () => layout(answer, at, { width, height: HEIGHT, head: HEAD, labelWidth: LABEL_WIDTH }),
    [answer, at, width],
  );
  const inside = insideOf(answer);
  const group = (node: SankeyNode) => groupOf(node, inside, answer.viewpoint);
  const { chain } = words.value;
  return (
    <div {...scrolls({ "aria-label": chain.diagram })} ref={place}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a picture */}
      <svg
        ref={chart}
        class="chain-diagram"
        viewBox={`0 0 ${diagram.width} ${diagram.height}`}
        width={diagram.width}
        height={diagram.height}
        role="group"
        aria-label={chain.diagramTitle({ month: format.value.month(answer.months[at] ?? answer.months[0]!) })}
      >
        {diagram.columns.map(({ stage, x }) => (
          <Head key={stage} answer={answer} stage={stage} at={at} x={x} />
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of lines cannot have the focus */}
        <g class="bands" aria-hidden="true">
          {diagram.bands.map((band) => (
            <path
              key={`${band.from.id}>${band.to.id}`}
              d={band.path}
              stroke-width={Math.max(0.4, band.width)}
              class={`from-${group(band.from)}${fading(band, looked)}`}
            />
          ))}
        </g>
        {diagram.blocks.map((block) => (
          <BlockMark
            key={block.node.id}
            block={block}
            answer={answer}
            at={at}
            group={group(block.node)}
            onLook={(on) => setLooked(on ? block.node.id : null)}
          />
        ))}
      </svg>
    </div>
  );
}

const fading = ({ from, to }: Band, looked: string | null) =>
  looked === null || from.id === looked || to.id === looked ? "" : " faded";

function groupOf(node: SankeyNode, inside: string | null, viewpoint: readonly string[]): string {
  if (node.stage === "use") return "use";
  if (node.place === inside) return "inside";
  return viewpoint.includes(node.place) ? "outside-first" : "other";
}

interface HeadProps {
  readonly answer: FlowsAnswer;
  readonly stage: string;
  readonly at: At;
  readonly x: number;
}

/** The stage, and what its product costs the viewpoint. */
function Head({ answer, stage, at, x }: HeadProps) {
  const { chain } = words.value;
  const f = format.value;
  const commodity = commodityOf(answer, stage);
  const price = commodity === null ? null : priceAt(answer, commodity, at);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of texts cannot have the focus
    <g class="head" aria-hidden="true">
      <text x={x} y={14} class="head-stage">
        {stage === "use" ? chain.usedIn({ country: placeOfUse(answer) }) : chain.stages[stageWord(answer, stage)]}
      </text>
      {price !== null && (
        <text x={x} y={31} class={price.factor >= 1.1 ? "head-price risen" : "head-price"}>
          {chain.priceHead({ price: f.usdPerTonne(price.now), factor: price.factor })}
        </text>
      )}
    </g>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly answer: FlowsAnswer;
  readonly at: At;
  readonly group: string;
  readonly onLook: (on: boolean) => void;
}

function BlockMark({ block, answer, at, group, onLook }: BlockProps) {
  const { node, x, y, height, before, missing, middle } = block;
  const facts = nodeFacts(answer, node, at);
  const handlers = figureHandlers(facts);
  const f = format.value;
  const short = shortfallAt(node, at);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: MARK gives it its role
    <g
      {...MARK}
      class={`block at-${group}`}
      aria-label={[facts.title, facts.value, ...(facts.more ?? []).map((m) => `${m.label} ${m.value}`)].join(", ")}
      onPointerEnter={(event) => {
        handlers.onPointerEnter(event);
        onLook(true);
      }}
      onPointerLeave={() => {
        handlers.onPointerLeave();
        onLook(false);
      }}
      onFocus={(event) => {
        handlers.onFocus(event);
        onLook(true);
      }}
      onBlur={() => {
        handlers.onBlur();
        onLook(false);
      }}
    >
      <rect class="touch" x={x - 4} y={middle - 12} width={BLOCK_WIDTH + 8} height={24} />
      <rect class="ghost" x={x - 2} y={before.y} width={BLOCK_WIDTH + 4} height={Math.max(1, before.height)} />
      <rect class="now" x={x} y={y} width={BLOCK_WIDTH} height={Math.max(0.5, height)} />
      {missing > 0.2 && <rect class="missing-part" x={x} y={y + height} width={BLOCK_WIDTH} height={missing} />}
      <text x={x + BLOCK_WIDTH + 6} y={middle} dy="0.35em">
        {nodeName(node)} <tspan class="share">{f.percent(shareAt(answer, node, at))}</tspan>
        {short >= 0.005 && <tspan class="short"> −{f.percent(short)}</tspan>}
      </text>
    </g>
  );
}
