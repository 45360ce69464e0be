import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { monthLabel } from "../charts/format.ts";
import type { Panel, PanelGrid } from "../charts/panel.ts";
import { escapeText, type Html, html, trusted } from "./html.ts";
import { monthAxis } from "./month-axis.ts";

const WIDTH = 340;
const HEIGHT = 190;
const TOP = 16;
const BOTTOM = 22;

/** Draws a panel grid as small charts with a coloured key above each; needs no script to be read. */
export function panelGrid(grid: PanelGrid): Html {
  return html`<div class="panels">${grid.panels.map(
    (panel) => html`<figure class="panel">
<figcaption><h3>${panel.title}</h3><p class="sub">${panel.subtitle}</p>
<p class="keys">${panel.keys.map((k) => html`<span class="key ${k.role}"><b>${k.value}</b> ${k.label}</span>`)}</p></figcaption>
${drawPanel(grid, panel)}</figure>`,
  )}</div>`;
}

function drawPanel(grid: PanelGrid, panel: Panel): Html {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const count = grid.months.length;
  const shown = grid.ticks.map((t) => t.at);
  const picture = Plot.plot({
    document: document as unknown as Document,
    className: "plot",
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 38,
    marginRight: 8,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { domain: [0, count], axis: null },
    y: { type: grid.scale, domain: [...grid.domain], axis: null, clamp: true },
    marks: [
      Plot.gridY(shown, { stroke: "var(--grid)", strokeOpacity: 1 }),
      // an axis on a logarithmic scale would leave out some of the labels
      Plot.text(grid.ticks, { y: "at", text: "label", frameAnchor: "left", textAnchor: "end", dx: -7, fontSize: 11 }),
      ...monthAxis(grid.months, HEIGHT - TOP - BOTTOM),
      Plot.ruleX(grid.marks, { x: (m: { at: number }) => m.at * count, stroke: "var(--mark)", strokeDasharray: "2,3" }),
      ...grid.marks.map((mark, i) => {
        const isLeft = i === 0 && grid.marks.length > 1;
        return Plot.text([mark], {
          x: mark.at * count,
          text: ["label"].map(() => mark.label),
          frameAnchor: "top",
          textAnchor: isLeft ? "end" : "start",
          dx: isLeft ? 8 : -1,
          dy: -14,
          fontSize: 10.5,
        });
      }),
      ...panel.lines.map((line) =>
        Plot.line(line.values, {
          x: (_: number, i: number) => i + 0.5,
          y: (v: number) => v,
          stroke: `var(--${line.role})`,
          strokeWidth: line.faint ? 1.25 : 2,
          strokeDasharray: line.faint ? "3,2.5" : undefined,
          strokeOpacity: line.faint ? 0.75 : 1,
        }),
      ),
    ],
  });
  return pictureHtml(picture.outerHTML, panel.description);
}

/** An SVG with its name for screen readers; Plot's own style sheet is replaced by the page's. */
export function pictureHtml(svg: string, description: string): Html {
  const body = svg.replace(/<style>[\s\S]*?<\/style>/, "");
  const label = escapeText(description);
  return trusted(
    body.replace(/^<svg /, `<svg role="img" aria-label="${label}" `).replace(/>/, `><desc>${label}</desc>`),
  );
}

/** `Jan 2025 – Dec 2029` */
export function span(months: readonly string[]): string {
  return months.length === 0 ? "" : `${monthLabel(months[0]!)} – ${monthLabel(months.at(-1)!)}`;
}
