import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { ReplayChart } from "../../charts/replay-chart.ts";
import { type Html, html } from "../html.ts";
import { monthAxis } from "../month-axis.ts";
import { pictureHtml } from "../plot.ts";

const HEIGHT = 190;
const TOP = 16;
const BOTTOM = 22;

/** The model as a line (dashed without what was not given), observations as dots, a mark where the control begins. */
export function drawReplayChart(chart: ReplayChart): Html {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const count = chart.months.length;
  const lineOf = (values: readonly (number | null)[]) =>
    values.flatMap((value, t) => (value === null ? [] : [{ x: t + 0.5, y: value }]));
  const picture = Plot.plot({
    document: document as unknown as Document,
    className: "plot",
    width: 340,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 8,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { domain: [0, count], axis: null },
    y: { type: chart.scale, domain: [...chart.domain], axis: null, clamp: true },
    marks: [
      Plot.gridY(
        chart.ticks.map((t) => t.at),
        { stroke: "var(--grid)", strokeOpacity: 1 },
      ),
      Plot.text(chart.ticks, { y: "at", text: "label", frameAnchor: "left", textAnchor: "end", dx: -7, fontSize: 11 }),
      ...monthAxis(chart.months, HEIGHT - TOP - BOTTOM, true),
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
