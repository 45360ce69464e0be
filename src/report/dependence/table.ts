import { number, percent } from "../../charts/format.ts";
import type { MaterialDependence, Part } from "../../dependence/index.ts";
import { type Html, html } from "../html.ts";
import type { DependenceContext } from "./context.ts";

/** Every mineral and stage in a line, the riskiest first. */
export function mineralsTable(context: DependenceContext, linked: ReadonlySet<string>): Html {
  const { dependence, place } = context;
  return html`<div class="scroll"><table class="minerals"><thead><tr><th>mineral</th><th>stage</th><th>made by</th><th class="n">HHI</th><th>supplied to ${place} by</th><th class="n">left without<br>the largest</th><th class="wide-only">source and year</th></tr></thead>
<tbody>${dependence.materials.flatMap((m) => rows(m, context, linked.has(m.material)))}</tbody></table></div>`;
}

const ALL_STAGES = "all stages";

function rows(material: MaterialDependence, { names }: DependenceContext, linked: boolean): Html[] {
  const stages = [...new Set([...material.world, ...material.imports].map((s) => s.stage))].filter(
    (s) => s !== ALL_STAGES,
  );
  const title = linked ? html`<a href="#${material.material}">${material.name}</a>` : html`${material.name}`;
  const top = (parts: readonly Part[]) =>
    parts
      .slice(0, 3)
      .map((p) => `${names.country(p.country)} ${percent(p.share)}`)
      .join(", ");
  if (stages.length === 0)
    return [
      html`<tr><th scope="row">${title}</th><td>–</td><td colspan="4">${material.gaps.join("; ")}</td><td class="wide-only"></td></tr>`,
    ];
  return stages.map((stage, i) => {
    const made = material.world.find((w) => w.stage === stage);
    const supplied =
      material.imports.find((s) => s.stage === stage) ??
      (i === 0 && material.imports.every((s) => s.stage === ALL_STAGES) ? material.imports[0] : undefined);
    const cited = [...new Set([made, supplied].flatMap((s) => (s ? [`${s.cited.source}, ${s.cited.years}`] : [])))];
    const rough = supplied && (supplied.fit === "shared" || supplied.fit === "proxy");
    return html`<tr class="${i === 0 ? "" : "again"}"><th scope="row">${title}</th><td>${stage}</td><td>${made ? top(made.makers) : "–"}</td><td class="n">${made ? number(made.concentration.hhi.least) : "–"}</td><td>${supplied ? top(supplied.suppliers) : "–"}${rough && html`<small>heading ${supplied.fit}</small>`}</td><td class="n">${supplied ? percent(supplied.leftWithoutLargest) : "–"}</td><td class="wide-only"><small>${cited.join("; ")}</small></td></tr>`;
  });
}
