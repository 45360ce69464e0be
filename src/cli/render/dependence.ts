import {
  hhiText,
  indicatorText,
  leftText,
  restParts,
  sharedText,
  topParts,
  underText,
  weightedText,
  withheldText,
} from "../../charts/dependence-text.ts";
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
    ...(dependence.notes.length > 0 ? [""] : []),
    ...dependence.notes.flatMap((note) => wrap(note, options.width ?? 80)),
  ].join("\n")}\n`;
}

type CountryName = (id: string) => string;

function worldLines(supply: WorldSupply, name: CountryName, options: Options): string[] {
  const total = supply.totalTonnes === null ? "" : `, ${number(supply.totalTonnes)} t`;
  return [
    `${supply.stage}: ${supply.form}${total} (${citation(supply)})`,
    partTable(supply.makers, supply, name, options),
    concentrationLine(supply.concentration),
    ...notesUnder([withheldText(supply, name), underText(supply, name)], options),
  ];
}

function importLines(supply: ImportSupply, name: CountryName, options: Options): string[] {
  const total = supply.importsTonnes === null ? "" : `, ${number(supply.importsTonnes)} t`;
  const worth = supply.importsThousandUsd === null ? "" : `, USD ${number(supply.importsThousandUsd / 1000)} m`;
  const { largest } = supply.concentration;
  const left = largest === null ? "no supplier is named" : `${leftText(supply)} left without ${name(largest)}`;
  return [
    `${supply.stage}: ${supply.form}${total}${worth} (${citation(supply)}; ${supply.cited.locator}; ${supply.fit})`,
    partTable(supply.suppliers, supply, name, options),
    ...(supply.fit === "shared"
      ? notesUnder([sharedText(supply)], options)
      : [`${concentrationLine(supply.concentration)}; ${left}`]),
    ...notesUnder([supply.caveat, underText(supply, name)], options),
  ];
}

const notesUnder = (notes: readonly string[], { width }: Options) =>
  notes.filter((n) => n !== "").flatMap((n) => wrap(n, (width ?? 80) - 2).map((line) => `  ${line}`));

function partTable(
  parts: readonly Part[],
  supply: WorldSupply | ImportSupply,
  name: CountryName,
  options: Options,
): string {
  const rest = restParts(supply, name).map(([label, share]) => [`  ${label}`, percent(share), ""]);
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
  return table(columns, [...shown, ...folded, ...rest], options);
}

const concentrationLine = (c: Concentration) => `  HHI ${hhiText(c)}${weightedText(c)}`;

const citation = ({ cited }: { cited: { source: string; years: string } }) => `${cited.source}, ${cited.years}`;

function indicatorLines(figures: readonly IndicatorFigure[]): string[] {
  return figures.flatMap((f) => [
    `  ${f.indicator}: ${indicatorText(f)}`,
    `      ${f.caveat === "" ? f.about : `${f.about}; ${f.caveat}`} (${f.cited.source}${f.computed ? ", computed here" : ""}, ${f.cited.years})`,
  ]);
}
