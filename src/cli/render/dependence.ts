import { leftText, topParts } from "../../charts/dependence-text.ts";
import { count, number, percent } from "../../charts/format.ts";
import { type KnownNames, type Names, namesFrom, withArticle } from "../../charts/names.ts";
import {
  type Concentration,
  type Dependence,
  type ImportSupply,
  type IndicatorFigure,
  isOtherForm,
  isTrifle,
  type MaterialDependence,
  type Part,
  type StageLine,
  stageLines,
  type WorldSupply,
} from "../../dependence/index.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

type Options = RenderOptions & { readonly names: KnownNames };

/** One line a mineral and stage: who makes it, who supplies the country, how concentrated, what is left. */
export function renderDependence(dependence: Dependence, options: Options): string {
  const world = dependence.members.length === 0;
  const columns = [
    { title: "mineral" },
    { title: "stage" },
    { title: "made by, %", drop: 1 },
    { title: "HHI", align: "right" as const, drop: 2 },
    ...(world
      ? []
      : [
          { title: `${dependence.viewpoint} supplied by, %` },
          { title: "imports, t", align: "right" as const, drop: 5 },
          { title: "left", align: "right" as const, drop: 3 },
          { title: "net imports", align: "right" as const, drop: 4 },
        ]),
  ];
  const known = dependence.materials.filter((m) => stageLines(m).length > 0);
  const rows = known.flatMap((material) => rowsOf(material, dependence, shownParts(options)));
  const colours = paint(options.colour);
  const lines = [
    colours.bold(
      `On whom ${placeName(dependence, namesFrom(options.names))} depends: ${plain(count(dependence.materials.length, "critical mineral"))}, the riskiest first`,
    ),
    "",
    table(columns, rows, options),
    ...[
      ...withoutFigures(dependence),
      LEGEND,
      ...(world ? [] : [IMPORT_LEGEND]),
      ...withheldIn(dependence, namesFrom(options.names)),
      `Figures from ${citedBy(dependence).join("; ")}.`,
    ].flatMap((text) => ["", ...wrap(text, options.width ?? 80)]),
    "",
    "All sources, indicators and uses of one mineral:",
    `  monazite dependence ${dependence.viewpoint} --commodity ${dependence.materials[0]?.material ?? "<mineral>"}`,
    ...(dependence.notes.length > 0 ? [""] : []),
    ...dependence.notes.flatMap((note) => wrap(note, options.width ?? 80)),
  ];
  return `${lines.join("\n")}\n`;
}

const LEGEND =
  "HHI: concentration of world production, 0 to 1; + where makers nobody names could raise it. OTH: others, whom nobody names or the model knows only as a group. m: from the balanced chain of the market model. –: no figure here, which is not zero.";
const IMPORT_LEGEND =
  "left: % of these imports without the largest supplier (≤: a group among them may hold a larger one). ~: by a customs heading that is a stand-in, for another form than what is made, or shared with other minerals; a shared one cannot say what is left. s: sourcing, own production included. °: imports of under 5 % of what is made at home.";

/** Makers whose figure is withheld, with the lines of the table that are without them. */
function withheldIn({ materials }: Dependence, names: Names): string[] {
  const lines = new Map<string, string[]>();
  for (const m of materials)
    for (const { stage, made } of stageLines(m))
      if (made && made.withheld.length > 0) {
        const places = made.withheld.map((w) => (w === "OTH" ? "others" : withArticle(names.country(w)))).join(", ");
        lines.set(places, [...(lines.get(places) ?? []), `${m.name} (${stage})`]);
      }
  if (lines.size === 0) return [];
  const list = [...lines].map(([places, of]) => `${places}: ${of.join(", ")}`).join("; without ");
  return [`w: figures of the world without makers whose own is withheld; without ${list}.`];
}

/** Minerals the table has no line for, and why. */
function withoutFigures({ materials }: Dependence): string[] {
  const byReason = new Map<string, string[]>();
  for (const m of materials)
    if (stageLines(m).length === 0) {
      const reason = m.gaps.join("; ");
      byReason.set(reason, [...(byReason.get(reason) ?? []), m.name]);
    }
  return [...byReason].map(([reason, minerals]) => `No figure for ${minerals.join(", ")}: ${reason}.`);
}

/** Sources of what the table shows, each with its years. */
function citedBy({ materials }: Dependence): string[] {
  const shown = materials.flatMap(stageLines).flatMap(({ made, supplied }) => [made, supplied]);
  const years = new Map<string, Set<string>>();
  for (const supply of shown)
    if (supply) {
      const { source, years: of } = supply.cited;
      years.set(source, (years.get(source) ?? new Set()).add(of));
    }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, of]) => `${source} (${[...of].sort().join(", ")})`);
}

const WIDE_TERMINAL_COLUMNS = 110;
const shownParts = ({ width }: Options) => ((width ?? 80) >= WIDE_TERMINAL_COLUMNS ? 3 : 2);

function rowsOf(material: MaterialDependence, dependence: Dependence, parts: number): string[][] {
  const members = new Set(dependence.members);
  return stageLines(material).map((line, i) => {
    const { stage, made, supplied, reliance } = line;
    return [
      i === 0 ? material.name : "",
      stage,
      made
        ? `${topOf(made.makers, made, parts)}${mark(made.cited.source)}${made.withheld.length > 0 ? " w" : ""}`
        : "–",
      made ? shortHhi(made.concentration) : "–",
      ...(members.size === 0
        ? []
        : [
            supplied
              ? `${topOf(supplied.suppliers, supplied, parts)}${fitMark(line)}${isTrifle(line, members) ? "°" : ""}`
              : "–",
            supplied && supplied.importsTonnes !== null ? number(supplied.importsTonnes) : "–",
            supplied && supplied.fit !== "shared" ? shortLeft(supplied) : "–",
            relianceText(reliance),
          ]),
    ];
  });
}

const mark = (source: string) => (source === "monazite" ? " m" : "");
const MARKS: Readonly<Record<string, string>> = { model: " m", shared: " ~", proxy: " ~", sourcing: " s" };
const fitMark = (line: StageLine) => (isOtherForm(line) ? " ~" : (MARKS[line.supplied!.fit] ?? ""));
const bare = (share: number) => percent(share).replace(/\s?%$/, "");

const topOf = (parts: readonly Part[], supply: WorldSupply | ImportSupply, most: number) =>
  topParts(parts, supply, most)
    .map(([country, share]) => `${country ?? "OTH"} ${bare(share)}`)
    .join(", ");

const shortLeft = (supply: ImportSupply) => (leftText(supply) ?? "–").replace("at most ", "≤").replace(/\s?%$/, "");

function relianceText(figure: IndicatorFigure | undefined): string {
  if (!figure) return "–";
  if (figure.value === null || figure.value < 0) return figure.qualifier || "–";
  const sign = { "more than": ">", "less than": "<" }[figure.qualifier] ?? "";
  return `${sign}${percent(figure.value)}${mark(figure.cited.source)}`;
}

function shortHhi({ hhi }: Concentration): string {
  return hhi.most - hhi.least < 0.02 ? number(hhi.least) : `${number(hhi.least)}+`;
}

export const placeName = ({ viewpoint, name }: Dependence, names: Names) => {
  const known = names.country(viewpoint);
  return known === viewpoint ? name : withArticle(known);
};
