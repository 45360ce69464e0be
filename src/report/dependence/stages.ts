import {
  hhiText,
  inGroupsText,
  leftText,
  makerSentence,
  rangeText,
  sharedText,
  topParts,
  underText,
  withheldText,
} from "../../charts/dependence-text.ts";
import { percent, tonnes } from "../../charts/format.ts";
import {
  ALL_STAGES,
  type ImportSupply,
  type MaterialDependence,
  type Part,
  type StageLine,
  stageLines,
  type WorldSupply,
} from "../../dependence/index.ts";
import { type Html, html } from "../html.ts";
import { bars } from "./bars.ts";
import type { DependenceContext } from "./context.ts";
import { relianceText } from "./table.ts";

/** Stage by stage who makes a mineral beside who supplies the viewpoint: one figure drawn, the others in a line. */
export function stages(material: MaterialDependence, context: DependenceContext): Html[] {
  return stageLines(material)
    .filter((line) => line.made !== undefined || line.supplied !== undefined)
    .map((line) => {
      const { stage, made, supplied } = line;
      const others = {
        made: material.world.filter((w) => w.stage === stage && w !== made),
        supplied: material.imports.filter((i) => i.stage === stage && i !== supplied),
      };
      return html`<section class="stage" aria-label="${stage}"><h3>${stage[0]!.toUpperCase() + stage.slice(1)}</h3><div class="pair">
<div>${makersOf(line, others.made, context)}</div>
<div class="supply">${suppliersOf(line, others.supplied, context)}</div></div></section>`;
    });
}

function makersOf({ stage, made }: StageLine, others: readonly WorldSupply[], { names }: DependenceContext): Html {
  if (stage === ALL_STAGES) return html``;
  if (!made) return html`<p class="sub"><b>Made by</b> – nobody here prints it</p>`;
  const { country } = names;
  const total = made.totalTonnes === null ? "" : `, ${tonnes(made.totalTonnes)}`;
  return html`<p class="sub"><b>Made by</b> ${made.form}${total} <small>${made.cited.source}, ${made.cited.years}</small></p>
${bars(made.makers, made, country)}${metrics(made, [])}${notes([
  withheldText(made, country),
  inGroupsText(made, country),
  underText(made, country),
  notDrawn(others.map((w) => `${makerSentence(w)}: ${inLine(w.makers, w, country)}`)),
])}`;
}

function suppliersOf(
  { supplied, reliance }: StageLine,
  others: readonly ImportSupply[],
  { names, place, dependence }: DependenceContext,
): Html {
  if (dependence.members.length === 0) return html``;
  const { country } = names;
  const relied = reliance ? [["net import reliance", relianceText(reliance)] as const] : [];
  if (!supplied)
    return html`<p class="sub"><b>Supplied to ${place} by</b> – no figure of this stage here</p>${cellsOf(relied)}`;
  const total = supplied.importsTonnes === null ? "" : `, ${tonnes(supplied.importsTonnes)}`;
  const { largest } = supplied.concentration;
  const left = leftText(supplied);
  const without = largest !== null && left !== null ? [[`left without ${country(largest)}`, left] as const] : [];
  return html`<p class="sub"><b>Supplied to ${place} by</b> ${supplied.form}${total} <small>${supplied.cited.source}, ${supplied.cited.years}, ${supplied.cited.locator}</small></p>
${bars(supplied.suppliers, supplied, country)}${supplied.fit === "shared" ? cellsOf(relied) : metrics(supplied, [...without, ...relied])}${notes(
  [
    sharedText(supplied),
    caveatOf(supplied),
    underText(supplied, country),
    notDrawn(
      others.map(
        (i) =>
          `“${i.form}” (${i.cited.source}, ${i.cited.years}, ${i.cited.locator}): ${inLine(i.suppliers, i, country)}; ${[sharedText(i), caveatOf(i)].filter((t) => t !== "").join("; ")}`,
      ),
    ),
  ],
)}`;
}

const caveatOf = ({ fit, caveat }: ImportSupply) =>
  [fit === "exact" ? "" : fit, caveat].filter((c) => c !== "").join(": ");

const notDrawn = (figures: readonly string[]) => (figures.length === 0 ? "" : `Not drawn: ${figures.join(". ")}.`);

const inLine = (parts: readonly Part[], supply: WorldSupply | ImportSupply, country: (id: string) => string) =>
  topParts(parts, supply, 4)
    .map(([id, share]) => `${id === null ? "others" : country(id)} ${percent(share)}`)
    .join(", ");

/** How concentrated a supply is, as a small table. */
function metrics({ concentration: c }: WorldSupply | ImportSupply, more: readonly (readonly [string, string])[]): Html {
  const groups = [...new Set([c.deraRiskGroup, c.deraRiskGroupMost])].filter((g) => g !== null);
  const cells = [
    ["HHI", hhiText(c)] as const,
    ...(c.governanceWeightedHhi === null
      ? []
      : [["governance-weighted, of 10", rangeText(c.governanceWeightedHhi, c.governanceWeightedHhiMost!)] as const]),
    ...(groups.length === 0 ? [] : [["DERA-style group, of 3", groups.join("–")] as const]),
    ...more,
  ];
  return cellsOf(cells);
}

function cellsOf(cells: readonly (readonly [string, string])[]): Html {
  if (cells.length === 0) return html``;
  return html`<dl class="metrics">${cells.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const notes = (texts: readonly string[]) =>
  texts.flatMap((text) => (text === "" ? [] : [html`<p class="note">${text}</p>`]));
