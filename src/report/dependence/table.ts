import { hhiText, leftText, topParts } from "../../charts/dependence-text.ts";
import { percent, tonnes } from "../../charts/format.ts";
import {
  type ImportSupply,
  type IndicatorFigure,
  isOtherForm,
  isTrifle,
  type MaterialDependence,
  type Part,
  stageLines,
  type WorldSupply,
} from "../../dependence/index.ts";
import { type Html, html } from "../html.ts";
import type { DependenceContext } from "./context.ts";

/** Every mineral and stage in a line, the riskiest first. */
export function mineralsTable(context: DependenceContext, linked: ReadonlySet<string>): Html {
  const { dependence, place } = context;
  return html`<div class="scroll"><table class="minerals"><thead><tr><th>mineral</th><th>stage</th><th>made by</th><th class="n">HHI</th><th>supplied to ${place} by</th><th class="n">left without<br>the largest</th><th class="n">net import<br>reliance</th><th class="wide-only">source and year</th></tr></thead>
<tbody>${dependence.materials.flatMap((m) => rows(m, context, linked.has(m.material)))}</tbody></table></div>`;
}

function rows(material: MaterialDependence, { names, dependence }: DependenceContext, linked: boolean): Html[] {
  const lines = stageLines(material);
  const title = linked ? html`<a href="#${material.material}">${material.name}</a>` : html`${material.name}`;
  const top = (parts: readonly Part[], supply: WorldSupply | ImportSupply) =>
    topParts(parts, supply, 3)
      .map(([country, share]) => `${country === null ? "others" : names.country(country)} ${percent(share)}`)
      .join(", ");
  if (lines.length === 0)
    return [
      html`<tr><th scope="row">${title}</th><td>–</td><td colspan="5">no figure: ${material.gaps.join("; ")}</td><td class="wide-only"></td></tr>`,
    ];
  const none = (what: string) => html`<span class="none" title="${what}">–</span>`;
  const members = new Set(dependence.members);
  return lines.map((line, i) => {
    const { stage, made, supplied, reliance } = line;
    const weight =
      supplied && supplied.importsTonnes !== null
        ? `${tonnes(supplied.importsTonnes)}${isTrifle(line, members) ? ", under 5\u00a0% of what is made at home" : ""}`
        : "";
    const cited = [...new Set([made, supplied].flatMap((s) => (s ? [`${s.cited.source}, ${s.cited.years}`] : [])))];
    const rough = supplied && (supplied.fit === "shared" || supplied.fit === "proxy");
    return html`<tr class="${i === 0 ? "" : "again"}"><th scope="row">${title}</th><td>${stage}</td><td>${made ? top(made.makers, made) : none("nobody here prints who makes it")}${made && made.withheld.length > 0 && html`<small>without ${made.withheld.map((w) => (w === "OTH" ? "others" : names.country(w))).join(", ")}, withheld</small>`}</td><td class="n${made ? "" : " blank"}">${made ? hhiText(made.concentration) : "–"}</td><td>${supplied ? top(supplied.suppliers, supplied) : none("no heading of the statistics here stands for this stage")}${weight !== "" && html`<small>${weight}</small>`}${rough && html`<small>heading ${supplied.fit}</small>`}${isOtherForm(line) && html`<small>of another form than what is made</small>`}</td><td class="n${supplied && supplied.fit !== "shared" ? "" : " blank"}">${supplied && supplied.fit !== "shared" ? (leftText(supplied) ?? "–") : "–"}</td><td class="n${reliance ? "" : " blank"}">${reliance ? html`<span title="${[reliance.about, reliance.caveat].filter((t) => t !== "").join("; ")}">${relianceText(reliance)}</span>` : "–"}</td><td class="wide-only"><small>${cited.join("; ")}</small></td></tr>`;
  });
}

/** `40 %`, `more than 50 %`, `net exporter`: net import reliance as short as it can be said. */
export function relianceText({ value, qualifier }: IndicatorFigure): string {
  if (value === null || value < 0) return qualifier || "–";
  return qualifier === "" ? percent(value) : `${qualifier} ${percent(value)}`;
}
