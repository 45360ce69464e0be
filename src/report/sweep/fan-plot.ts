import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { FanPanel } from "../../charts/fan-panels.ts";
import { type Html, html } from "../html.ts";
import { monthAxis } from "../month-axis.ts";
import { pictureHtml } from "../plot.ts";

const WIDTH = 340;
const HEIGHT = 180;
const TOP = 8;
const BOTTOM = 22;

/** Small charts of fans: 90 % of draws in the light band, half in the dark one, the middle as a line. */
export function fanGrid(panels: readonly FanPanel[], months: readonly string[]): Html {
  return html`<div class="panels">${panels.map(
    (
      panel,
    ) => html`<figure class="panel"><figcaption><h3>${panel.title}</h3><p class="sub">${panel.subtitle}</p></figcaption>
${drawFan(panel, months)}</figure>`,
  )}</div>`;
}

function drawFan({ fan, domain, ticks, description }: FanPanel, months: readonly string[]): Html {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const rows = months.map((_, i) => ({
    x: i + 0.5,
    p05: fan.p05[i]!,
    p25: fan.p25[i]!,
    p50: fan.p50[i]!,
    p75: fan.p75[i]!,
    p95: fan.p95[i]!,
  }));
  const picture = Plot.plot({
    document: document as unknown as Document,
    className: "plot",
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 8,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { domain: [0, months.length], axis: null },
    y: { domain: [...domain], axis: null, clamp: true },
    marks: [
      Plot.gridY(
        ticks.map((t) => t.at),
        { stroke: "var(--grid)", strokeOpacity: 1 },
      ),
      Plot.text(ticks, { y: "at", text: "label", frameAnchor: "left", textAnchor: "end", dx: -6, fontSize: 11 }),
      ...monthAxis(months, HEIGHT - TOP - BOTTOM),
      Plot.areaY(rows, { x: "x", y1: "p05", y2: "p95", fill: "var(--with)", fillOpacity: 0.16 }),
      Plot.areaY(rows, { x: "x", y1: "p25", y2: "p75", fill: "var(--with)", fillOpacity: 0.28 }),
      Plot.line(rows, { x: "x", y: "p50", stroke: "var(--with)", strokeWidth: 2 }),
    ],
  });
  return pictureHtml(picture.outerHTML, description);
}
