import { count, number, percent } from "../../charts/format.ts";
import { type KnownNames, type Names, namesFrom, withArticle } from "../../charts/names.ts";
import {
  type Concentration,
  type Dependence,
  headlineReliance,
  type ImportSupply,
  type IndicatorFigure,
  type MaterialDependence,
  type Part,
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
          { title: "left", align: "right" as const, drop: 3 },
          { title: "net imports", align: "right" as const, drop: 4 },
        ]),
  ];
  const known = dependence.materials.filter((m) => stageLines(m).length > 0);
  const rows = known.flatMap((material) => rowsOf(material, world, shownParts(options)));
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
      ...aggregatesIn(rows),
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
  "HHI: concentration of world production, 0 to 1; + where makers nobody names could raise it. m: from the balanced chain of the market model. –: no figure here, which is not zero.";
const IMPORT_LEGEND =
  "left: % of these imports without the largest supplier. ~: by a customs heading that is a stand-in or shared with other minerals; a shared one cannot say what is left. s: sourcing, own production included.";

const AGGREGATES = { XEU: "the model's other EU members", XRW: "its rest of the world" };

/** What the model's aggregates in the table stand for. */
function aggregatesIn(rows: readonly (readonly string[])[]): string[] {
  const named = Object.entries(AGGREGATES).filter(([id]) => rows.some((row) => row.some((cell) => cell.includes(id))));
  return named.length === 0 ? [] : [`${named.map(([id, meaning]) => `${id}: ${meaning}`).join(", ")}.`];
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

function rowsOf(material: MaterialDependence, world: boolean, parts: number): string[][] {
  return stageLines(material).map(({ stage, made, supplied }, i) => [
    i === 0 ? material.name : "",
    stage,
    made ? `${topOf(made.makers, parts)}${mark(made.cited.source)}` : "–",
    made ? shortHhi(made.concentration) : "–",
    ...(world
      ? []
      : [
          supplied ? `${topOf(supplied.suppliers, parts)}${fitMark(supplied)}` : "–",
          supplied && supplied.fit !== "shared" ? bare(supplied.leftWithoutLargest) : "–",
          i === 0 ? relianceText(headlineReliance(material)) : "",
        ]),
  ]);
}

const mark = (source: string) => (source === "monazite" ? " m" : "");
const MARKS: Readonly<Record<string, string>> = { model: " m", shared: " ~", proxy: " ~", sourcing: " s" };
const fitMark = ({ fit }: ImportSupply) => MARKS[fit] ?? "";
const bare = (share: number) => percent(share).replace(/\s?%$/, "");

const topOf = (parts: readonly Part[], count: number) =>
  parts
    .slice(0, count)
    .map((p) => `${p.country} ${bare(p.share)}`)
    .join(", ");

function relianceText(figure: IndicatorFigure | undefined): string {
  if (!figure) return "–";
  if (figure.value === null || figure.value < 0) return figure.qualifier || "–";
  const sign = { "more than": ">", "less than": "<" }[figure.qualifier] ?? "";
  return `${sign}${percent(figure.value)}${mark(figure.cited.source)}`;
}

function shortHhi({ hhi }: Concentration): string {
  return hhi.most - hhi.least < 0.02 ? number(hhi.least) : `${number(hhi.least)}+`;
}

function hhiText({ hhi }: Concentration): string {
  const least = number(hhi.least);
  const most = number(hhi.most);
  return least === most || hhi.most - hhi.least < 0.02 ? least : `${least}–${most}`;
}

const placeName = ({ viewpoint, name }: Dependence, names: Names) => {
  const known = names.country(viewpoint);
  return known === viewpoint ? name : withArticle(known);
};

const MOST_PARTS = 8;

/** Everything known of one mineral, each number with its year and source. */
export function renderMaterial(material: MaterialDependence, dependence: Dependence, options: Options): string {
  const colours = paint(options.colour);
  const names = namesFrom(options.names);
  const lists = [
    material.lists.usgs2025 ? "USGS 2025" : "",
    material.lists.eu2023 === "no" ? "" : `EU 2023 (${material.lists.eu2023})`,
  ];
  const on = lists.filter((l) => l !== "").join(", ");
  const section = (title: string) => ["", colours.bold(title)];
  const made = material.world.flatMap((w) => ["", ...worldLines(w, names.country, options)]);
  const supplied = material.imports.flatMap((i) => ["", ...importLines(i, names.country, options)]);
  return `${[
    colours.bold(`${material.name} for ${placeName(dependence, names)}`),
    on === "" ? "on neither list of critical minerals" : `on the lists of critical minerals: ${on}`,
    ...(made.length > 0 ? [...section("Who makes it"), ...made.slice(1)] : []),
    ...(supplied.length > 0 ? [...section(`Who supplies ${placeName(dependence, names)}`), ...supplied.slice(1)] : []),
    ...(material.indicators.length > 0 ? [...section("Indicators"), ...indicatorLines(material.indicators)] : []),
    ...(material.uses.length > 0
      ? [
          ...section("Used for"),
          ...material.uses.map(
            (u) => `  ${percent(u.share).padStart(5)}  ${u.application} (${u.cited.source}, ${u.cited.years})`,
          ),
        ]
      : []),
    ...(material.gaps.length > 0 ? [...section("Not known here"), ...material.gaps.map((g) => `  ${g}`)] : []),
    ...(dependence.notes.length > 0 ? ["", ...dependence.notes] : []),
  ].join("\n")}\n`;
}

type CountryName = (id: string) => string;

function worldLines(supply: WorldSupply, name: CountryName, options: Options): string[] {
  const rest = supply.othersShare > 0.005 ? [["others", percent(supply.othersShare), ""]] : [];
  const total = supply.totalTonnes === null ? "" : `, ${number(supply.totalTonnes)} t`;
  return [
    `${supply.stage}: ${supply.form}${total} (${citation(supply)})`,
    partTable(supply.makers, rest, name, options),
    concentrationLine(supply.concentration),
    ...(supply.withheld.length > 0 ? [`  withheld: ${supply.withheld.map(name).join(", ")}`] : []),
  ];
}

function importLines(supply: ImportSupply, name: CountryName, options: Options): string[] {
  const total = supply.importsTonnes === null ? "" : `, ${number(supply.importsTonnes)} t`;
  const others = 1 - supply.suppliers.reduce((sum, s) => sum + s.share, 0);
  const worth = supply.importsThousandUsd === null ? "" : `, USD ${number(supply.importsThousandUsd / 1000)} m`;
  return [
    `${supply.stage}: ${supply.form}${total}${worth} (${citation(supply)}; ${supply.cited.locator}; ${supply.fit})`,
    partTable(supply.suppliers, others > 0.005 ? [["others", percent(others), ""]] : [], name, options),
    `${concentrationLine(supply.concentration)}; ${percent(supply.leftWithoutLargest)} left without ${name(supply.concentration.largest)}`,
    ...(supply.caveat === "" ? [] : [`  ${supply.caveat}`]),
  ];
}

function partTable(parts: readonly Part[], rest: string[][], name: CountryName, options: Options): string {
  const shown = parts
    .slice(0, MOST_PARTS)
    .map((p) => [`  ${name(p.country)}`, percent(p.share), p.tonnes === null ? "" : `${number(p.tonnes)} t`]);
  const more = parts.slice(MOST_PARTS);
  const folded =
    more.length === 0 ? [] : [[`  ${more.length} more`, percent(more.reduce((s, p) => s + p.share, 0)), ""]];
  const columns = [
    { title: "" },
    { title: "share", align: "right" as const },
    { title: "tonnes", align: "right" as const, drop: 1 },
  ];
  return table(columns, [...shown, ...folded, ...rest.map(([first, ...others]) => [`  ${first}`, ...others])], options);
}

function concentrationLine(c: Concentration): string {
  const weighted =
    c.governanceWeightedHhi === null ? "" : `, governance-weighted ${number(c.governanceWeightedHhi)} of 10`;
  const dera = c.deraRiskGroup === null ? "" : `, DERA-style risk group ${c.deraRiskGroup} of 3`;
  return `  HHI ${hhiText(c)}${weighted}${dera}`;
}

const citation = ({ cited }: { cited: { source: string; years: string } }) => `${cited.source}, ${cited.years}`;

function indicatorLines(figures: readonly IndicatorFigure[]): string[] {
  return figures.flatMap((f) => [
    `  ${f.indicator}: ${valueText(f)}`,
    `      ${f.about} (${f.cited.source}${f.computed ? ", computed here" : ""}, ${f.cited.years})`,
  ]);
}

function valueText({ value, qualifier, unit }: IndicatorFigure): string {
  if (value === null) return qualifier === "" ? "–" : qualifier;
  const text = unit.startsWith("share") ? percent(value) : String(Number(value.toPrecision(3)));
  if (qualifier === "") return text;
  return qualifier.startsWith("heading") ? `${text} (${qualifier})` : `${qualifier} ${text}`;
}
