import { chainFlow } from "../../charts/chain-flow.ts";
import { headline, indicatorText } from "../../charts/dependence-text.ts";
import { list, tonnes } from "../../charts/format.ts";
import { inSentence, readId } from "../../charts/names.ts";
import { supplyMap } from "../../charts/world-map.ts";
import { type IndicatorFigure, type MaterialDependence, narrowest, nearestSupply } from "../../dependence/index.ts";
import { type Html, html } from "../html.ts";
import { drawFlow } from "../sankey.ts";
import { shareBars } from "./bars.ts";
import type { DependenceContext } from "./context.ts";
import { drawMap } from "./map.ts";
import { stages } from "./stages.ts";

/** One mineral in depth: map, makers and suppliers, the chain from mine to use, indicators, uses. */
export function materialSection(material: MaterialDependence, context: DependenceContext): Html {
  const { dependence, names, place } = context;
  const world = narrowest(material);
  const imports =
    nearestSupply(material.imports.filter((i) => i.stage === world?.stage)) ?? nearestSupply(material.imports);
  return html`<section id="${material.material}" class="${dependence.materials.length === 1 ? "only" : "one"}" aria-labelledby="${material.material}-title">
<h2 id="${material.material}-title">${material.name}</h2>
<p class="lead">${headline(material, names.country, place)}</p>
${world && html`<figure><figcaption class="sub">${supplyMap(material, world, imports, []).title}${imports && `; bands: who supplies ${place} (${inSentence(imports.form)})`}</figcaption>${drawMap(supplyMap(material, world, imports, dependence.members), context.atlas, names.country)}</figure>`}
${stages(material, context)}
${material.imports.length === 0 && material.gaps.length > 0 && html`<p class="note">${material.gaps.join("; ")}</p>`}
${chainPictures(material, context)}
${indicators(material.indicators)}
${uses(material, context)}
</section>`;
}

function chainPictures(
  material: MaterialDependence,
  { rehearsal, missing, names, commoditiesOf, magnetElementsOf, place }: DependenceContext,
): Html[] {
  if (!rehearsal) return [];
  const inside = narrowest(material)?.concentration.largest ?? null;
  const where = { countries: rehearsal.viewpoint, placeName: place.replace(/^the /, ""), inside };
  const without =
    missing.length > 0 ? `; without ${list(missing)}, which the model knows only as part of the rest of the world` : "";
  const elements = magnetElementsOf(material.material);
  const wanted = [
    ...elements.map((element) => ({ what: `${inSentence(readId(element))} in magnets`, follow: { element } })),
    ...commoditiesOf(material.material).map((commodity) => ({
      what: inSentence(names.commodity(commodity)),
      follow: { commodity },
    })),
  ];
  return wanted.flatMap(({ what, follow }): Html[] => {
    const chart = chainFlow(rehearsal, names, { ...where, ...follow });
    if (!chart) return [];
    return [
      html`<figure class="wide"><figcaption><h3>From mine to use: ${what} used in ${place}</h3>
<p class="sub">${tonnes(chart.tonnesPerYear)} a year in the balanced chain of 2024${without}${chart.nodes.some((n) => n.group === "inside") && html`; <b class="at-inside">${names.country(inside!)}</b>, the largest maker, is marked`}</p></figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="Diagram, scrolls sideways on narrow screens">${drawFlow(chart)}</div></figure>`,
    ];
  });
}

function indicators(figures: readonly IndicatorFigure[]): Html {
  if (figures.length === 0) return html``;
  return html`<h3>Indicators</h3><table class="plain figures"><thead><tr><th>indicator</th><th class="n">value</th><th>of</th><th>source and year</th></tr></thead><tbody>${figures.map(
    (f) => {
      const why = f.value === null ? [f.qualifier] : [];
      const remarks = [...why, f.caveat].filter((t) => t !== "").join("; ");
      return html`<tr><th scope="row">${f.indicator}</th><td class="n">${f.value === null ? "–" : indicatorText({ ...f, qualifier: SHORT.has(f.qualifier) ? f.qualifier : "" })}</td><td>${f.about}${remarks !== "" && html`<small>${remarks}</small>`}${f.value !== null && f.qualifier !== "" && !SHORT.has(f.qualifier) && html`<small>${f.qualifier}</small>`}</td><td><small>${f.cited.source}${f.computed && ", computed here"}, ${f.cited.years}</small></td></tr>`;
    },
  )}</tbody></table>`;
}

/** Qualifiers short enough to stand beside the number. */
const SHORT = new Set(["at least", "more than", "less than", "net exporter"]);

/** What it is used for: by the viewpoint in the model first, then in the EU as its study prints it. */
function uses({ usedHere, uses: list }: MaterialDependence, { place }: DependenceContext): Html {
  if (usedHere.length === 0 && list.length === 0) return html``;
  const here = usedHere.map(
    ({ form, tonnesPerYear, applications, cited }) =>
      html`<p class="sub">${form}, ${tonnes(tonnesPerYear)} a year <small>${cited.source}, ${cited.years}</small></p>${shareBars(applications.map((a) => ({ label: a.application, share: a.share })))}`,
  );
  const inEu =
    list.length === 0
      ? html``
      : html`<div class="uses"><h3>Used in the EU for</h3><p class="sub"><small>${list[0]!.cited.source}, ${list[0]!.cited.years}</small></p>${shareBars(list.map((u) => ({ label: u.application, share: u.share })))}</div>`;
  return html`<div class="pair">${here.length > 0 && html`<div class="uses"><h3>What ${place} uses it for</h3>${here}</div>`}${inEu}</div>`;
}
