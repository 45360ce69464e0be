import { chainFlow } from "../../charts/chain-flow.ts";
import {
  hhiText,
  indicatorText,
  leftText,
  sharedText,
  underText,
  weightedText,
  withheldText,
} from "../../charts/dependence-text.ts";
import { list, percent, tonnes } from "../../charts/format.ts";
import { inSentence, readId } from "../../charts/names.ts";
import { supplyMap } from "../../charts/world-map.ts";
import {
  type ImportSupply,
  type IndicatorFigure,
  type MaterialDependence,
  narrowest,
  nearestSupply,
  type WorldSupply,
} from "../../dependence/index.ts";
import { type Html, html } from "../html.ts";
import { drawFlow } from "../sankey.ts";
import { bars } from "./bars.ts";
import type { DependenceContext } from "./context.ts";
import { drawMap } from "./map.ts";

/** One mineral in depth: map, makers and suppliers, the chain from mine to use, indicators, uses. */
export function materialSection(material: MaterialDependence, context: DependenceContext): Html {
  const { dependence, names, place } = context;
  const world = narrowest(material);
  const imports =
    nearestSupply(material.imports.filter((i) => i.stage === world?.stage)) ?? nearestSupply(material.imports);
  return html`<section id="${material.material}" aria-labelledby="${material.material}-title">
<h2 id="${material.material}-title">${material.name}</h2>
<p class="lead">${leadOf(material, world, imports, context)}</p>
${world && html`<figure><figcaption class="sub">${supplyMap(material, world, imports, []).title}${imports && `; bands: who supplies ${place} (${inSentence(imports.form)})`}</figcaption>${drawMap(supplyMap(material, world, imports, dependence.members), context.atlas, names.country)}</figure>`}
<div class="pair"><div><h3>Who makes it</h3>${material.world.map((w) => makers(w, context))}</div>
<div class="supply"><h3>Who supplies ${place}</h3>${material.imports.map((i) => suppliers(i, context))}${material.imports.length === 0 && html`<p class="note">${material.gaps.join("; ")}</p>`}</div></div>
${chainPictures(material, context)}
${indicators(material.indicators)}
${uses(material)}
</section>`;
}

function leadOf(
  material: MaterialDependence,
  world: WorldSupply | undefined,
  imports: ImportSupply | undefined,
  { names, place }: DependenceContext,
): string {
  const parts: string[] = [];
  if (world && world.concentration.largest !== null) {
    const { largest, largestShare } = world.concentration;
    parts.push(`${names.country(largest)} makes ${percent(largestShare)} at the narrowest stage, ${world.stage}.`);
  }
  if (imports && imports.concentration.largest !== null)
    parts.push(
      `Without ${names.country(imports.concentration.largest)}, ${leftText(imports)} of the ${imports.fit === "sourcing" ? "sourcing" : "imports"} of ${place} are left.`,
    );
  return parts.join(" ") || material.gaps.join("; ");
}

function makers(supply: WorldSupply, { names }: DependenceContext): Html {
  const total = supply.totalTonnes === null ? "" : `, ${tonnes(supply.totalTonnes)}`;
  return html`<p class="sub"><b>${supply.stage}</b> ${supply.form}${total}. HHI ${hhiText(supply.concentration)}${weightedText(supply.concentration)}. <small>${supply.cited.source}, ${supply.cited.years}</small></p>
${bars(supply.makers, supply, names.country)}${notes([withheldText(supply, names.country), underText(supply, names.country)])}`;
}

function suppliers(supply: ImportSupply, { names }: DependenceContext): Html {
  const total = supply.importsTonnes === null ? "" : `, ${tonnes(supply.importsTonnes)}`;
  const caveat = [supply.fit === "exact" ? "" : supply.fit, supply.caveat].filter((c) => c !== "").join(": ");
  return html`<p class="sub"><b>${supply.stage}</b> ${supply.form}${total}. <small>${supply.cited.source}, ${supply.cited.years}, ${supply.cited.locator}</small></p>
${bars(supply.suppliers, supply, names.country)}${notes([sharedText(supply), caveat, underText(supply, names.country)])}`;
}

const notes = (texts: readonly string[]) =>
  texts.flatMap((text) => (text === "" ? [] : [html`<p class="note">${text}</p>`]));

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
  return html`<h3>Indicators</h3><table class="plain"><thead><tr><th>indicator</th><th>value</th><th>of</th><th>source and year</th></tr></thead><tbody>${figures.map(
    (f) =>
      html`<tr><th scope="row">${f.indicator}</th><td class="n">${indicatorText(f)}</td><td>${f.about}</td><td>${f.cited.source}${f.computed && ", computed here"}, ${f.cited.years}</td></tr>`,
  )}</tbody></table>`;
}

function uses({ uses: list }: MaterialDependence): Html {
  if (list.length === 0) return html``;
  const parts = list.map((u) => `${u.application} ${percent(u.share)}`);
  return html`<p class="note">Used for: ${parts.join(", ")} (${list[0]!.cited.source}, ${list[0]!.cited.years}).</p>`;
}
