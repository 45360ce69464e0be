import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { loadJson } from "../../data/files.ts";
import type { FlowsAnswer } from "../../engine/asks/flows.ts";
import { explainedHandlers } from "../../parts/explained.ts";
import type { FigureFacts } from "../../parts/figure-card.tsx";
import { MARK, useMarks } from "../../parts/marks.ts";
import { useWidth } from "../../parts/use-width.ts";
import { format, names, words } from "../../state.ts";
import { type CommodityMap, commodityMap, type MapFlow, STEPS } from "./map-model.ts";
import type { At } from "./model.ts";
import { arc, drawWorld, type World } from "./world.ts";
import { flowFacts, placeFacts, type Titles } from "./words-of.ts";

interface Props {
  readonly answer: FlowsAnswer;
  readonly commodity: string;
  readonly at: At;
  readonly titles: Titles;
  readonly chart: RefObject<SVGSVGElement | null>;
}

const WIDEST_PIXELS = 12;

/** Who makes a commodity, and who ships it to whom, in a month. */
export function ChainMap({ answer, commodity, at, titles, chart }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const world = useWorld();
  useMarks(chart);
  const drawn = useMemo(() => (world && width > 0 ? drawWorld(world, width) : null), [world, width]);
  const map = useMemo(
    () => (drawn ? commodityMap(answer, commodity, at, (country) => drawn.at.has(country)) : null),
    [answer, commodity, at, drawn],
  );
  const { chain } = words.value;
  const steps = new Map(map?.makers.map(({ place: p, step }) => [p.country, step]));
  return (
    <div ref={place} class="map-place">
      {drawn && map && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a picture */}
          <svg
            ref={chart}
            class="chain-map"
            viewBox={`0 0 ${drawn.width} ${drawn.height}`}
            width={drawn.width}
            height={drawn.height}
            role="group"
            aria-label={chain.map}
          >
            <g>
              {drawn.countries.map(({ id, path }) => (
                <path
                  key={id}
                  d={path}
                  class={`land step-${steps.get(id) ?? 0}${answer.viewpoint.includes(id) ? " here" : ""}`}
                />
              ))}
            </g>
            {map.flows.map((flow) => (
              <Flow
                key={`${flow.pair.from}>${flow.pair.to}${flow.pair.leaked}`}
                flow={flow}
                answer={answer}
                at={at}
                titles={titles}
                places={drawn.at}
              />
            ))}
            {map.makers.map(({ place: maker, share }) => {
              const point = drawn.at.get(maker.country);
              const facts = placeFacts(answer, maker, share, at);
              return (
                point && (
                  <circle
                    key={maker.country}
                    {...MARK}
                    class="maker"
                    cx={point[0]}
                    cy={point[1]}
                    r={3 + 6 * Math.sqrt(share)}
                    aria-label={spoken(facts)}
                    {...explainedHandlers(facts, maker.figures)}
                  />
                )
              );
            })}
          </svg>
          <Legend map={map} />
        </>
      )}
    </div>
  );
}

interface FlowProps {
  readonly flow: MapFlow;
  readonly answer: FlowsAnswer;
  readonly at: At;
  readonly titles: Titles;
  readonly places: ReadonlyMap<string, readonly [number, number]>;
}

function Flow({ flow, answer, at, titles, places }: FlowProps) {
  const { pair, group, weight } = flow;
  const [from, to] = [places.get(pair.from), places.get(pair.to)];
  if (!from || !to) return null;
  const facts = flowFacts(answer, pair, at, titles);
  return (
    <path
      {...MARK}
      class={`flow-line flow-${group}${pair.leaked ? " leaked" : ""}`}
      d={arc(from, to, pair.leaked)}
      stroke-width={Math.max(1, weight * WIDEST_PIXELS)}
      aria-label={pair.leaked ? `${spoken(facts)}, ${words.value.chain.leaked}` : spoken(facts)}
      {...explainedHandlers(facts, pair.figures)}
    />
  );
}

const spoken = ({ title, value }: FigureFacts) => `${title}: ${value}`;

/** What colours and lines mean, and what has no place on a map. */
function Legend({ map }: { readonly map: CommodityMap }) {
  const { chain } = words.value;
  const f = format.value;
  const country = (id: string) => names.value.name("country", id).text;
  return (
    <div class="map-legend">
      <span class="map-legend-title">{chain.legendMakers}</span>
      {STEPS.map((from, i) => (
        <span key={from} class="map-key">
          <i class={`step-${i + 1}`} />
          {chain.fromShare({ from, to: STEPS[i + 1] ?? 1 })}
        </span>
      ))}
      <span class="map-key is-line">
        <i class="line-here" />
        {chain.lineHere}
      </span>
      <span class="map-key is-line">
        <i class="line-controlled" />
        {chain.lineControlled}
      </span>
      <span class="map-key is-line">
        <i class="line-other" />
        {chain.lineOther}
      </span>
      {map.unplaced.length > 0 && (
        <span class="note">{chain.unplaced({ places: f.list(map.unplaced.map(country)) })}</span>
      )}
      {map.small.count > 0 && <span class="note">{chain.small(map.small)}</span>}
    </div>
  );
}

/** The outlines, loaded once for the page. */
function useWorld(): World | null {
  const [world, setWorld] = useState<World | null>(loadedWorld);
  useEffect(() => {
    if (loadedWorld === null)
      void loadJson<World>("world").then((loaded) => {
        loadedWorld = loaded;
        setWorld(loaded);
      });
  }, []);
  return world;
}
let loadedWorld: World | null = null;
