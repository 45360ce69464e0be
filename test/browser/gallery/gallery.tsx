import { render } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import { DataTable } from "../../../src/web/parts/data-table.tsx";
import { FailureBox } from "../../../src/web/parts/failure.tsx";
import { Figure, figureHandlers } from "../../../src/web/parts/figure.tsx";
import { FigureCard, type FigureFacts } from "../../../src/web/parts/figure-card.tsx";
import { MARK, useMarks } from "../../../src/web/parts/marks.ts";
import { PlotFigure } from "../../../src/web/parts/plot-figure.tsx";
import { ProgressLine } from "../../../src/web/parts/progress.tsx";
import { Slider } from "../../../src/web/parts/slider.tsx";
import { StatusText } from "../../../src/web/parts/status-mark.tsx";
import { ScreenFrame, View } from "../../../src/web/parts/view.tsx";

const facts: FigureFacts = {
  title: "Dysprosium oxide, China, separation",
  value: "1,900 t/year",
  low: "1,600",
  high: "2,300 t/year",
  status: "estimated",
  source: { text: "USGS, Mineral Commodity Summaries 2025", url: "https://www.usgs.gov/" },
  year: "2024",
  note: "From the share of heavy clays in the quota.",
};

const rows = [
  { id: "CHN", name: "China", share: 0.93, status: "reported" },
  { id: "MMR", name: "Myanmar", share: 0.04, status: "estimated" },
  { id: "AUS", name: "Australia", share: 0.02, status: "assumed" },
  { id: "XRW", name: "Rest of the world", share: null, status: "assumed" },
] as const;

const cells = Array.from({ length: 12 }, (_, i) => ({
  month: `2026-${String(i + 1).padStart(2, "0")}`,
  price: 280 + 60 * Math.sin(i / 2),
}));

/** Every part of the page by itself, so that each is tested without a screen. */
function Gallery() {
  const [approval, setApproval] = useState(0.45);
  const [search, setSearch] = useState("");
  const chart = useRef<SVGSVGElement>(null);
  const bars = useRef<SVGSVGElement>(null);
  useMarks(bars);
  const options = useCallback(
    (_width: number, Plot: typeof import("@observablehq/plot")) => ({
      height: 200,
      y: { grid: true, label: "USD/kg" },
      x: { label: null, type: "point" as const },
      marks: [Plot.line(cells, { x: "month", y: "price", stroke: "var(--with)" }), Plot.ruleY([0])],
    }),
    [],
  );
  return (
    <>
      <main>
        <ScreenFrame title="Parts" finding="93% of the dysprosium oxide that Japan uses is separated in China.">
          <View title="Figures" lead="A figure shows where it comes from.">
            <p>
              China made <Figure facts={facts} /> of it. <StatusText status="reported" />,{" "}
              <StatusText status="estimated" />, <StatusText status="assumed" />.
            </p>
            <Slider
              label="Share of licences approved"
              text={`${Math.round(approval * 100)}%`}
              value={approval}
              min={0}
              max={1}
              step={0.01}
              onInput={setApproval}
              onReset={() => setApproval(0.45)}
              hint="The scenario says 45 to 75%."
            />
            <ProgressLine busy progress={{ doing: "running", done: 12, total: 60 }} onCancel={() => {}} />
            <FailureBox
              kept
              failure={{
                kind: "input",
                more: 2,
                problems: [{ file: "my.yaml", line: 6, message: 'unknown key "too"', remedy: 'did you mean "to"?' }],
              }}
            />
          </View>
          <View
            title="A table"
            name="monazite-table"
            offered={{
              csv: () => ({ columns: ["country", "share"], rows: rows.map((r) => [r.id, r.share]) }),
              json: () => rows,
            }}
          >
            <DataTable
              caption="Who separates dysprosium"
              captionHidden
              rows={rows}
              keyOf={(row) => row.id}
              search={search}
              onSearch={setSearch}
              sort="-share"
              columns={[
                { id: "name", title: "Country", value: (row) => row.name },
                {
                  id: "share",
                  title: "Share",
                  numeric: true,
                  value: (row) => row.share,
                  cell: (row) => (row.share === null ? null : `${row.share * 100}%`),
                },
                {
                  id: "status",
                  title: "Status",
                  value: (row) => row.status,
                  cell: (row) => <StatusText status={row.status} />,
                },
              ]}
            />
          </View>
          <View title="A chart" name="monazite-chart" offered={{ chart: () => chart.current }}>
            <PlotFigure options={options} description="The price rises and falls over a year." chart={chart} />
          </View>
          <View title="Marks">
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a picture */}
            <svg ref={bars} viewBox="0 0 300 60" width="300" height="60" role="group" aria-label="Shares">
              {rows.map((row, i) => (
                <rect
                  key={row.id}
                  {...MARK}
                  {...figureHandlers({ title: row.name, value: `${row.share}` })}
                  aria-label={`${row.name}: ${row.share}`}
                  x={i * 70}
                  y={10}
                  width={60}
                  height={40}
                  class={`bar-${row.id}`}
                />
              ))}
            </svg>
          </View>
        </ScreenFrame>
      </main>
      <FigureCard />
    </>
  );
}

const place = document.getElementById("app");
if (place) render(<Gallery />, place);
