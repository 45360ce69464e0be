import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { usd, usdAmountFine } from "../../charts/format.ts";
import { type FrontierPanel, type FrontierRow, frontierPanels, frontierRows } from "../../charts/plan-frontier.ts";
import { percentText, tailWords } from "../../charts/plan-words.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { pictureHtml } from "../plot.ts";
import type { PlanContext } from "./context.ts";

const WIDTH = 460;
const HEIGHT = 300;

/** What each budget saves: curves, and the portfolios behind them. */
export function frontierSection({ report }: PlanContext): Section {
  const tail = tailWords(report);
  const isJudged = report.frontier.some((p) => p.judged !== null);
  return {
    id: "frontier",
    title: "What each budget buys",
    lead: html`What the best portfolio of each budget saves against no measure at all: <b class="with">on average</b> and <b class="without">in ${tail} of futures</b>.
Where a curve is steep, more money is well spent; where it lies flat, it is not.`,
    body: html`<div class="pair frontier">${frontierPanels(report).map((panel) => figure(panel, tail))}</div>
<table class="plain frontier-table"><caption class="sr">Portfolios by budget</caption><thead><tr><th scope="col">Budget</th><th scope="col">Against the row above</th><th scope="col" class="n">Spent</th><th scope="col" class="n">Avoids</th><th scope="col" class="n">Planning loss</th><th scope="col" class="n">${worst(tail)}</th><th scope="col" class="n">May miss</th>${isJudged && html`<th scope="col" class="n">Not made</th><th scope="col" class="n">${worst(tail)}</th>`}</tr></thead>
<tbody>${frontierRows(report).map((r) => row(r, isJudged))}</tbody></table>
<p class="note">USD. The shaded row is the plan’s own budget. Avoids: surplus lost that the portfolio avoids, by the month simulation. Planning loss: surplus lost, which the plan minimises; not made: value of products not made in the month simulation. May miss: at most that share of all that any portfolio of the budget could save.</p>`,
  };
}

function worst(tail: string): string {
  return tail.replace(/^the /, "").replace(/^w/, "W");
}

function row(r: FrontierRow, isJudged: boolean): Html {
  const cell = (label: string, value: number | undefined) =>
    html`<td class="n" data-label="${label}">${value === undefined ? "–" : usdAmountFine(value)}</td>`;
  const changes = [
    ...r.adds.map((title) => html`<span class="in">${title}</span>`),
    ...r.drops.map((title) => html`<span class="out">${title}</span>`),
  ];
  return html`<tr class="${r.isChosen ? "own" : ""}"><th scope="row">${r.multiple}<small>${r.budget}</small></th><td class="changes">${r.planning === null ? html`<span class="fail">no portfolio keeps: ${r.conflict.join("; ")}</span>` : changes.length > 0 ? changes : r.measures === 0 ? "nothing" : "the same measures"}</td>${cell("spent", r.costUsd)}${cell("avoids", r.avoidedUsd ?? undefined)}${cell("planning", r.planning?.expectedUsd)}${cell("at worst", r.planning?.tailUsd)}<td class="n" data-label="may miss">${r.missedShare === null ? "–" : percentText(r.missedShare)}</td>${isJudged && [cell("not made", r.judged?.expectedUsd), cell("at worst", r.judged?.tailUsd)]}</tr>`;
}

function figure(panel: FrontierPanel, tail: string): Html {
  return html`<figure><figcaption><h3>${panel.title}</h3><p class="sub">${panel.subtitle}; USD against budget</p></figcaption>
${draw(panel, tail)}</figure>`;
}

function draw(panel: FrontierPanel, tail: string): Html {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const isRight = panel.chosen > 0.5 * panel.xDomain[1];
  const own = (points: FrontierPanel["expected"]) => points.filter((p) => p.x === panel.chosen);
  const curve = (points: FrontierPanel["expected"], role: string, name: string, label: string) => {
    return [
      Plot.line(points, { x: "x", y: "y", stroke: `var(--${role})`, strokeWidth: 2.25, curve: "linear" }),
      Plot.dot(points, { x: "x", y: "y", r: 3, fill: `var(--${role})`, stroke: "var(--page)", strokeWidth: 1.5 }),
      Plot.dot(own(points), { x: "x", y: "y", r: 6, fill: `var(--${role})`, stroke: "var(--page)", strokeWidth: 2 }),
      Plot.text(own(points), {
        x: "x",
        y: "y",
        text: (p: { y: number }) => `${usd(p.y)} ${label}`,
        textAnchor: isRight ? "end" : "start",
        dx: isRight ? -6 : 8,
        dy: isRight ? -14 : 16, // curves rise to the right: there is room above their left and below their right
        fontSize: 12.5,
        className: `${name} own`,
      }),
    ];
  };
  const picture = Plot.plot({
    document: document as unknown as Document,
    className: "plot",
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 50,
    marginRight: 22,
    marginTop: 14,
    marginBottom: 26,
    x: { domain: [...panel.xDomain], axis: null },
    y: { domain: [...panel.yDomain], axis: null },
    marks: [
      Plot.gridY(
        panel.yTicks.map((t) => t.at),
        { stroke: "var(--grid)", strokeOpacity: 1 },
      ),
      Plot.text(panel.yTicks, { y: "at", text: "label", frameAnchor: "left", textAnchor: "end", dx: -8, fontSize: 12 }),
      Plot.text(panel.xTicks, {
        x: "at",
        text: "label",
        frameAnchor: "bottom",
        textAnchor: "middle",
        dy: 18,
        fontSize: 12,
      }),
      Plot.ruleX([panel.chosen], { stroke: "var(--mark)", strokeDasharray: "2,3" }),
      ...curve(panel.tail, "without", "tail", `in ${tail}`),
      ...curve(panel.expected, "with", "mean", "on average"),
    ],
  });
  return pictureHtml(picture.outerHTML, panel.description);
}
