import { useRef } from "preact/hooks";
import { fileName } from "../../downloads/save.ts";
import type { FiguresAnswer } from "../../engine/asks/figures.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { figureHandlers } from "../../parts/figure.tsx";
import { MARK, useMarks } from "../../parts/marks.ts";
import { StatusText } from "../../parts/status-mark.tsx";
import { useWidth } from "../../parts/use-width.ts";
import { View } from "../../parts/view.tsx";
import { format, hrefOf, words } from "../../state.ts";
import { kindName } from "./figures.tsx";

interface Props {
  readonly tables: FiguresAnswer["tables"];
}

const STATUSES = ["reported", "estimated", "assumed"] as const;
const ROW = 26;
const BAR = 16;
const NARROW = 560;

/** About how wide a text of 13 pixels is: what is not Latin is as wide as high. */
function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 13 : 7.3), 0);
}

/** How many figures of each kind are reported, estimated and assumed. */
export function Shares({ tables }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<SVGSVGElement>(null);
  const width = useWidth(place);
  useMarks(chart);
  const w = words.value.sources.shares;
  const { status: statusWords } = words.value.parts;
  const f = format.value;
  const narrow = width < NARROW;
  const left = narrow ? 0 : 16 + Math.max(...tables.map((t) => textWidth(kindName(t.table))));
  const row = narrow ? ROW + 16 : ROW;
  const room = Math.max(40, width - left - 84);
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("status-of-figures")}
      offered={{
        chart: () => chart.current,
        json: () => tables,
        csv: () => ({
          columns: ["table", ...STATUSES],
          rows: tables.map((t) => [t.table, ...STATUSES.map((s) => t.byStatus[s])]),
        }),
      }}
    >
      <p class="legend">
        {STATUSES.map((status) => (
          <span key={status}>
            <i class={`swatch status-${status}`} /> <StatusText status={status} />
          </span>
        ))}
      </p>
      <div ref={place}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a picture with parts to visit, not controls of a form
          <svg
            ref={chart}
            class="status-bars"
            width={width}
            height={tables.length * row}
            viewBox={`0 0 ${width} ${tables.length * row}`}
            role="group"
            aria-label={w.description({ tables: tables.length })}
          >
            {tables.map((t, i) => {
              let x = left;
              const y = i * row + (narrow ? 18 : (ROW - BAR) / 2);
              return (
                <g key={t.table}>
                  <text
                    x={narrow ? 0 : left - 8}
                    y={narrow ? i * row + 13 : y + BAR - 4}
                    text-anchor={narrow ? "start" : "end"}
                  >
                    {kindName(t.table)}
                  </text>
                  {STATUSES.map((status) => {
                    const count = t.byStatus[status];
                    const size = (room * count) / t.figures;
                    const at = x;
                    x += size;
                    if (count === 0) return null;
                    const label = w.mark({
                      table: kindName(t.table),
                      status: statusWords[status],
                      count,
                      share: count / t.figures,
                    });
                    const facts = {
                      title: `${kindName(t.table)}, ${statusWords[status]}`,
                      value: w.figures({ count }),
                      more: [{ label: w.all, value: f.number(t.figures) }],
                    };
                    return (
                      <rect
                        key={status}
                        {...MARK}
                        {...figureHandlers(facts)}
                        aria-label={label}
                        class={`status-${status}`}
                        x={at}
                        y={y}
                        width={Math.max(1, size - 1)}
                        height={BAR}
                      />
                    );
                  })}
                  <text x={left + room + 8} y={y + BAR - 4} class="soft-text">
                    {f.number(t.figures)}
                  </text>
                </g>
              );
            })}
          </svg>
        )}
      </div>
      <details>
        <summary>{words.value.parts.asTable}</summary>
        <DataTable
          caption={w.title}
          captionHidden
          rows={tables}
          keyOf={(t) => t.table}
          columns={[
            {
              id: "table",
              title: w.table,
              value: (t) => kindName(t.table),
              cell: (t) => <a href={hrefOf({ figures: t.table })}>{kindName(t.table)}</a>,
            },
            ...STATUSES.map((status) => ({
              id: status,
              title: statusWords[status],
              numeric: true,
              value: (t: Props["tables"][number]) => t.byStatus[status],
              cell: (t: Props["tables"][number]) => f.number(t.byStatus[status]),
            })),
            { id: "all", title: w.all, numeric: true, value: (t) => t.figures, cell: (t) => f.number(t.figures) },
          ]}
        />
      </details>
    </View>
  );
}
