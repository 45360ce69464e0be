import { headline } from "../../charts/dependence-text.ts";
import { type KnownNames, namesFrom, withArticle } from "../../charts/names.ts";
import { leadersMap } from "../../charts/world-map.ts";
import { type Dependence, isTrifle, nearestSupply, stageLines } from "../../dependence/index.ts";
import type { Rehearsal } from "../../simulation/result.ts";
import { type Html, html } from "../html.ts";
import { printPage } from "../page.ts";
import type { DependenceContext } from "./context.ts";
import { type Atlas, drawMap } from "./map.ts";
import { materialSection } from "./material.ts";
import { DEPENDENCE_STYLE } from "./style.ts";
import { mineralsTable } from "./table.ts";

export type { Atlas } from "./map.ts";

export interface DependenceReportOptions {
  readonly generatedWith: string;
  readonly names: KnownNames;
  readonly atlas: Atlas;
  readonly rehearsal: Rehearsal | null;
  readonly missing: readonly string[];
  readonly commoditiesOf: (material: string) => readonly string[];
  readonly magnetElementsOf: (material: string) => readonly string[];
  /** titles and addresses of the sources, by id */
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly publisher: string; readonly url: string }>
  >;
  /** minerals shown in depth, by id; the others only in the table */
  readonly inDepth: ReadonlySet<string>;
}

/** A dependence as one HTML file that stands on its own: no script, no request; same input, same bytes. */
export function renderDependenceReport(dependence: Dependence, options: DependenceReportOptions): string {
  const names = namesFrom(options.names);
  const known = names.country(dependence.viewpoint);
  const place = known === dependence.viewpoint ? dependence.name : withArticle(known);
  const context: DependenceContext = { ...options, dependence, names, place };
  const deep = dependence.materials.filter((m) => options.inDepth.has(m.material));
  const isFew = deep.length > 1 && deep.length === dependence.materials.length;
  const title = deep.length === 1 ? `${deep[0]!.name} for ${place}` : `On whom ${place} depends`;
  return printPage({
    title,
    generatedWith: options.generatedWith,
    style: DEPENDENCE_STYLE,
    body: html`<header><p class="kicker">Dependence · ${dependence.materials.length} critical mineral${dependence.materials.length === 1 ? "" : "s"}</p><h1>${title}</h1></header>
<main>
${dependence.materials.length > deep.length && overview(context)}
${isFew && summary(context, deep)}
${deep.map((m) => materialSection(m, context))}
${!isFew && dependence.materials.length > 1 && html`<section id="all" aria-labelledby="all-title"><h2 id="all-title">Mineral by mineral</h2><p class="lead">The riskiest first, by concentration of the narrowest stage weighted with governance. A dash means that nobody prints a figure here, not that there is none.</p>${mineralsTable(context, options.inDepth)}</section>`}
${sourcesSection(dependence, options)}
</main>
<footer><p>Made with ${options.generatedWith}. ${dependence.notes.join(" ")}</p></footer>`,
  });
}

function overview(context: DependenceContext): Html {
  const { dependence, names, place } = context;
  const { map, leaders } = leadersMap(dependence);
  const [first, second] = leaders;
  const members = new Set(dependence.members);
  const short = dependence.materials
    .flatMap((m) => {
      const nearest = nearestSupply(m.imports);
      return stageLines(m).some((line) => line.supplied === nearest && isTrifle(line, members)) ? [] : [nearest];
    })
    .filter(
      (i) => i !== undefined && i.fit !== "shared" && i.leftWithoutLargest !== null && i.leftWithoutLargest < 0.5,
    ).length;
  return html`<section class="answer" aria-label="The answer in short"><div class="short"><p>${first && `${names.country(first[0])} is the largest maker of ${first[1]} of the ${dependence.materials.length} minerals at the stage where they are in the fewest hands`}${second && `, ${names.country(second[0])} of ${second[1]}`}. ${dependence.members.length > 0 && `For ${short} of them, less than half of the imports of ${place} would be left without the largest supplier.`}</p></div>
<figure><figcaption class="sub">${map.title}</figcaption>${drawMap(map, context.atlas, names.country)}</figure></section>`;
}

/** A few minerals in short: a sentence each, then their stages in one table. */
function summary(context: DependenceContext, deep: Dependence["materials"]): Html {
  const { names, place } = context;
  return html`<section class="answer" aria-label="The answer in short"><ul class="headlines">${deep.map(
    (m) => html`<li><a href="#${m.material}">${m.name}</a>: ${headline(m, names.country, place)}</li>`,
  )}</ul>${mineralsTable(context, new Set(deep.map((m) => m.material)))}</section>`;
}

function sourcesSection(dependence: Dependence, { sources }: DependenceReportOptions): Html {
  const cited = dependence.materials.flatMap((m) =>
    [...m.world, ...m.imports, ...m.indicators, ...m.usedHere, ...m.uses].flatMap((f) => f.cited.source.split(" + ")),
  );
  const list = [...new Set(cited)].filter((id) => Object.hasOwn(sources, id)).sort();
  return html`<section id="sources" aria-labelledby="sources-title"><h2 id="sources-title">Sources</h2><p class="lead">“monazite” is the balanced chain of the market model, whose figures monazite explain takes apart.</p><ul class="sources">${list.map(
    (id) =>
      html`<li><b>${id}</b>: ${sources[id]!.publisher}, ${sources[id]!.title}. <a href="${sources[id]!.url}" rel="noreferrer">${sources[id]!.url}</a></li>`,
  )}</ul></section>`;
}
