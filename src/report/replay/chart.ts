import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { ReplayChart } from "../../charts/replay-chart.ts";
import { monthTicks } from "../../charts/time-axis.ts";
import { type Html, html } from "../html.ts";
import { pictureHtml } from "../plot.ts";

// ticks of the months without a label, short and under the axis
const BELOW = { insetTop: 152, insetBottom: -3 };

/** The model as a line (dashed without what was not given), observations as dots, a mark where the control begins. */
export function drawReplayChart(chart: ReplayChart): Html {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const count = chart.months.length;
  const ticks = monthTicks(chart.months).map(({ at, label }) => ({ x: Math.round(at * count), label }));
  const labelled = new Map(ticks.filter(({ label }) => label !== "").map(({ x, label }) => [x, label]));
  const lineOf = (values: readonly (number | null)[]) =>
    values.flatMap((value, t) => (value === null ? [] : [{ x: t + 0.5, y: value }]));
  const picture = Plot.plot({
    document: document as unknown as Document,
    className: "plot",
    width: 340,
    height: 190,
    marginLeft: 44,
    marginRight: 8,
    marginTop: 16,
    marginBottom: 22,
    x: { domain: [0, count], axis: null },
    y: { type: chart.scale, domain: [...chart.domain], axis: null, clamp: true },
    marks: [
      Plot.gridY(
        chart.ticks.map((t) => t.at),
        { stroke: "var(--grid)", strokeOpacity: 1 },
      ),
      Plot.text(chart.ticks, { y: "at", text: "label", frameAnchor: "left", textAnchor: "end", dx: -7, fontSize: 11 }),
      Plot.tickX(
        ticks.filter(({ x }) => !labelled.has(x)),
        { x: "x", stroke: "var(--mark)", strokeOpacity: 0.6, ...BELOW },
      ),
      Plot.axisX([...labelled.keys()], {
        tickSize: 5,
        tickFormat: (m: number) => labelled.get(m) ?? "",
        label: null,
        fontSize: 11,
        textAnchor: "start",
        dx: -2,
      }),
      Plot.ruleX([chart.control], { stroke: "var(--mark)", strokeDasharray: "2,3" }),
      Plot.areaY(chart.band, {
        x: (b: { at: number }) => b.at + 0.5,
        y1: "low",
        y2: "high",
        fill: "var(--with)",
        fillOpacity: 0.16,
      }),
      ...(chart.literal === null
        ? []
        : [
            Plot.line(lineOf(chart.literal), {
              ...{ x: "x", y: "y", stroke: "var(--with)", strokeWidth: 1.25 },
              ...{ strokeDasharray: "3,2.5", strokeOpacity: 0.75 },
            }),
          ]),
      Plot.line(lineOf(chart.line), { x: "x", y: "y", stroke: "var(--with)", strokeWidth: 2 }),
      Plot.dot(chart.dots, { x: (d: { at: number }) => d.at + 0.5, y: "value", r: 3.5, fill: "var(--without)" }),
    ],
  });
  return html`<figure class="panel"><figcaption><h3>${chart.title}</h3><p class="sub">${chart.subtitle}</p></figcaption>
${pictureHtml(picture.outerHTML, chart.description)}</figure>`;
}
