import { useRef } from "preact/hooks";
import type { Exposure, ProductExposure } from "../../../exposure/index.ts";
import { fileName } from "../../downloads/save.ts";
import { figureHandlers } from "../../parts/figure.tsx";
import { MARK, useMarks } from "../../parts/marks.ts";
import { monthAxis } from "../../parts/month-axis.ts";
import { useWidth } from "../../parts/use-width.ts";
import { View } from "../../parts/view.tsx";
import { address, format, words } from "../../state.ts";
import { deliveredShares, place, type Span, spansOf } from "./spans.ts";

interface Props {
  readonly exposure: Exposure;
  readonly products: readonly ProductExposure[];
}

const MOST_ROWS = 30;
const HEAD = 22;
const ROW = 62;
const STRIP = 24;
const LINE = 5;

/** A bar for each product: on stock, slowed, stopped. */
export function ProductChart({ exposure, products }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<SVGSVGElement>(null);
  const width = useWidth(holder);
  useMarks(chart);
  const w = words.value.exposure.chart;
  const shown = products.slice(0, MOST_ROWS);
  const height = HEAD + shown.length * ROW;
  const x = (share: number) => share * width;
  const { ticks, tickFormat } = monthAxis(exposure.months, width, address.value.lang);
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("exposure", address.value.scenario)}
      offered={{ chart: () => chart.current, json: () => exposure, csv: () => csvOf(products) }}
    >
      <p class="legend">
        <span>
          <i class="swatch delivered" /> {w.delivered}
        </span>
        {(["stock", "slow", "stopped"] as const).map((kind) => (
          <span key={kind}>
            <i class={`swatch span-${kind}`} /> {kindWord(kind)}
          </span>
        ))}
      </p>
      <div ref={holder}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a picture
          <svg
            ref={chart}
            class="exposure-chart"
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="group"
            aria-label={w.description({ products: shown.length })}
          >
            {ticks.map((tick) => {
              const at = x(place(tick.toISOString().slice(0, 10), exposure.from, exposure.to));
              return (
                <g key={tick.getTime()}>
                  <line x1={at} x2={at} y1={HEAD} y2={height} class="tick" />
                  <text x={at + 3} y={13} class="soft-text">
                    {tickFormat(tick)}
                  </text>
                </g>
              );
            })}
            {shown.map((product, i) => (
              <Row key={product.product} product={product} exposure={exposure} y={HEAD + i * ROW} x={x} />
            ))}
          </svg>
        )}
      </div>
    </View>
  );
}

interface RowProps {
  readonly product: ProductExposure;
  readonly exposure: Exposure;
  readonly y: number;
  readonly x: (share: number) => number;
}

function Row({ product, exposure, y, x }: RowProps) {
  const w = words.value.exposure;
  const f = format.value;
  const spans = spansOf(product, exposure.to);
  const shares = deliveredShares(product, exposure.months.length);
  const worst = shares.indexOf(Math.min(...shares));
  const [top, line] = [y + 22, y + 22 + STRIP + 2];
  const at = (day: string, end = false) => x(place(day, exposure.from, exposure.to, end));
  const step = x(1) / shares.length;
  const mean = product.slowsOn === null ? w.chart.holds : `${w.chart.slow}: ${f.date(product.slowsOn)}`;
  const worstWords = { product: product.product, share: shares[worst]!, month: exposure.months[worst]! };
  const facts = {
    title: `${product.product}: ${w.chart.delivered}`,
    value: f.percent(shares[worst]!),
    more: [
      { label: w.product.worst, value: f.month(exposure.months[worst]!) },
      { label: w.table.lostMargin, value: f.usd(product.lostMarginUsd) },
    ],
  };
  return (
    <g>
      <text x={0} y={y + 16}>
        {product.product}
        <tspan class="soft-text" dx={8}>
          {mean}
        </tspan>
      </text>
      <g {...MARK} {...figureHandlers(facts)} aria-label={w.chart.worst(worstWords)}>
        <rect class="strip-order" x={0} y={top} width={x(1)} height={STRIP} />
        {shares.map((share, t) => (
          <rect
            key={exposure.months[t]}
            class="strip-delivered"
            x={t * step}
            y={top + STRIP * (1 - share)}
            width={Math.max(1, step - 1)}
            height={STRIP * share}
          />
        ))}
      </g>
      {spans.map((span) => (
        <rect
          key={span.kind}
          {...MARK}
          {...figureHandlers({
            title: product.product,
            value: kindWord(span.kind),
            more: [
              { label: w.chart.from, value: f.date(span.from) },
              ...(span.kind === "stock" ? [{ label: w.chart.to, value: f.date(span.to) }] : []),
            ],
          })}
          aria-label={w.chart.span({
            product: product.product,
            what: kindWord(span.kind),
            from: span.from,
            to: span.to,
          })}
          class={`span-${span.kind}`}
          x={at(span.from)}
          y={span.kind === "stock" ? line : top - 3}
          width={span.kind === "stock" ? Math.max(2, at(span.to, true) - at(span.from)) : 4}
          height={span.kind === "stock" ? LINE : STRIP + 3 + 2 + LINE}
        />
      ))}
    </g>
  );
}

function kindWord(kind: Span["kind"]): string {
  const w = words.value.exposure.chart;
  return kind === "stock" ? w.onStock : kind === "slow" ? w.slow : w.stopped;
}

export function csvOf(products: readonly ProductExposure[]) {
  return {
    columns: ["product", "country", "slows_on", "stops_on", "cover_days", "limiting", "lost_share", "lost_margin_usd"],
    rows: products.map((p) => [
      p.product,
      p.country,
      p.slowsOn ?? "",
      p.stopsOn ?? "",
      p.coverDays,
      p.limiting ?? "",
      p.lostShare,
      p.lostMarginUsd,
    ]),
  };
}
