import { useSignal } from "@preact/signals";
import type { Ref } from "preact";
import { useId, useMemo, useRef } from "preact/hooks";
import { type FigureFacts, hideFigure, showFigure } from "./figure-card.tsx";
import {
  bandPath,
  heightOf,
  type LinePanel,
  linePath,
  monthAt,
  monthUnder,
  type PanelScale,
  wrapped,
  yearsOn,
} from "./line-panel-model.ts";
import { useWidth } from "./use-width.ts";

/** A panel with its words. */
export interface WordedPanel extends LinePanel {
  readonly title: string;
  readonly scale: PanelScale;
  /** beside the title, in the colours of the lines */
  readonly keys: (month: number | undefined) => readonly { readonly role: string; readonly text: string }[];
  readonly facts: (month: number) => FigureFacts;
}

interface Props {
  readonly months: readonly string[];
  readonly panels: readonly WordedPanel[];
  readonly tick: (value: number) => string;
  /** of the whole picture */
  readonly description: string;
  readonly legend: readonly { readonly role: string; readonly text: string }[];
  /** the month all panels point at */
  readonly month: number | undefined;
  readonly onMonth: (month: number) => void;
  readonly chart: Ref<SVGSVGElement>;
}

const [LEFT, GAP, TITLE, KEY, BELOW] = [38, 22, 16, 17, 18];
const PLOT_HEIGHT = 92;
const LEAST_WIDTH = 200;
const LEGEND = 24;

/**
 * Small charts over the same months in one picture. Each is one stop of the keyboard: arrows go through its months.
 * Own SVG instead of Plot, since it is redrawn with every step of a slider.
 */
export function LinePanels({ months, panels, tick, description, legend, month, onMonth, chart }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const full = useWidth(place);
  const most = Math.max(1, Math.floor((full + GAP) / (LEAST_WIDTH + GAP)));
  const columns = Math.ceil(panels.length / Math.ceil(panels.length / most));
  const width = Math.floor((full + GAP) / columns) - GAP;
  const plot = { width: width - LEFT, height: PLOT_HEIGHT };
  const titleLines = Math.max(1, ...panels.map((p) => wrapped(p.title, width, 13.5, 2).length));
  const head = titleLines * TITLE + KEY + 8;
  const panelHeight = head + PLOT_HEIGHT + BELOW + 16;
  const rows = Math.ceil(panels.length / columns);
  return (
    <div ref={place} class="line-panels">
      {full > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form, this is a picture
        <svg
          ref={chart}
          class="plot"
          role="group"
          aria-label={description}
          width={full}
          height={LEGEND + rows * panelHeight}
          viewBox={`0 0 ${full} ${LEGEND + rows * panelHeight}`}
        >
          <Legend entries={legend} />
          {panels.map((panel, i) => (
            <g
              key={panel.id}
              transform={`translate(${(i % columns) * (width + GAP)} ${LEGEND + Math.floor(i / columns) * panelHeight})`}
            >
              <Panel
                {...{ panel, months, tick, month, onMonth, plot, width, head }}
                titleLines={wrapped(panel.title, width, 13.5, 2)}
              />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function Legend({ entries }: { readonly entries: Props["legend"] }) {
  let x = 0;
  return (
    <g>
      {entries.map(({ role, text }) => {
        const at = x;
        x += 34 + [...text].reduce((sum, c) => sum + (c > "⺀" ? 12.5 : 6.6), 0) + 14;
        return (
          <g key={role} transform={`translate(${at} 0)`}>
            {role.startsWith("band") ? (
              <rect class={role} y="3" width="22" height="10" />
            ) : (
              <line class={`line line-${role}`} x1="0" x2="22" y1="8" y2="8" />
            )}
            <text class="panel-legend" x="28" y="12">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface PanelProps extends Pick<Props, "months" | "tick" | "month" | "onMonth"> {
  readonly panel: WordedPanel;
  readonly plot: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly head: number;
  readonly titleLines: readonly string[];
}

function Panel({ panel, months, tick, month, onMonth, plot, width, head, titleLines }: PanelProps) {
  const id = useId();
  const hovered = useSignal<number | undefined>(undefined);
  const area = useRef<SVGRectElement>(null);
  const { scale, lines, bands } = panel;
  const years = useMemo(() => yearsOn(months, plot.width), [months, plot.width]);
  const at = hovered.value ?? month;
  const shown = at ?? 0;
  const facts = () => panel.facts(shown);
  const say = (value: number) => {
    if (area.current) showFigure(panel.facts(value), area.current);
  };
  const monthOf = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    return box ? monthUnder(event.clientX - box.left, months.length, box.width) : 0;
  };
  const go = (value: number) => {
    const next = Math.min(months.length - 1, Math.max(0, value));
    hovered.value = undefined;
    onMonth(next);
    say(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 12, PageDown: -12 }[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? months.length - 1 : step && shown + step;
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const { title, value } = facts();
  return (
    <>
      <text class="panel-title" id={id}>
        {titleLines.map((line, i) => (
          <tspan key={line} x="0" y={TITLE - 4 + i * TITLE}>
            {line}
          </tspan>
        ))}
      </text>
      <text class="panel-keys" y={head - 9}>
        {fitting(panel.keys(at), width).map(({ role, text }, i) => (
          <tspan key={role} class={`key-${role}`} dx={i === 0 ? 0 : 8}>
            {text}
          </tspan>
        ))}
      </text>
      <g transform={`translate(${LEFT} ${head})`}>
        {scale.ticks.map((value) => {
          const y = Math.round(plot.height * (1 - heightOf(scale, value)));
          return (
            <g key={value} transform={`translate(0 ${y})`}>
              <line class={value === scale.low || value === 1 ? "panel-rule strong" : "panel-rule"} x2={plot.width} />
              <text class="panel-tick" x="-6" y="4" text-anchor="end">
                {tick(value)}
              </text>
            </g>
          );
        })}
        {years.map(({ year, at: share }) => (
          <g key={year} transform={`translate(${Math.round(share * plot.width)} ${plot.height})`}>
            <line class="panel-year" y2="4" />
            <text class="panel-tick" x="3" y="14">
              {year}
            </text>
          </g>
        ))}
        {bands.map((band) => (
          <path
            key={`${band.role} ${band.inner}`}
            class={`band band-${band.role} ${band.inner ? "inner" : "outer"}`}
            d={bandPath(band, scale, plot)}
          />
        ))}
        {lines.map((line) => (
          <path key={line.role} class={`line line-${line.role}`} d={linePath(line.values, scale, plot)} />
        ))}
        {at !== undefined && (
          <line
            class="panel-cursor"
            x1={monthAt(at, months.length, plot.width)}
            x2={monthAt(at, months.length, plot.width)}
            y2={plot.height}
          />
        )}
        <rect
          ref={area}
          class="panel-area"
          width={plot.width}
          height={plot.height}
          tabindex={0}
          role="slider"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={months.length - 1}
          aria-valuenow={shown}
          aria-valuetext={`${title}: ${value}`}
          onPointerMove={(event) => {
            hovered.value = monthOf(event);
            say(hovered.value);
          }}
          onPointerLeave={() => {
            hovered.value = undefined;
            hideFigure();
          }}
          onClick={(event) => go(monthOf(event as unknown as PointerEvent))}
          onFocus={() => say(shown)}
          onBlur={hideFigure}
          onKeyDown={onKeyDown}
        />
      </g>
    </>
  );
}

/** As many keys as a panel has room for. */
function fitting<K extends { readonly text: string }>(keys: readonly K[], width: number): readonly K[] {
  let x = 0;
  return keys.filter(({ text }) => {
    x += [...text].reduce((sum, c) => sum + (c > "⺀" ? 12 : 6.3), 0) + 8;
    return x <= width + 10;
  });
}
