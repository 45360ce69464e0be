import {
  headline,
  hhiText,
  indicatorText,
  inGroupsText,
  leftText,
  makersText,
  restParts,
  sharedText,
  underText,
  weightedText,
  withheldText,
} from "../../charts/dependence-text.ts";
import { number, percent } from "../../charts/format.ts";
import { type KnownNames, namesFrom } from "../../charts/names.ts";
import type {
  Concentration,
  Dependence,
  ImportSupply,
  IndicatorFigure,
  MaterialDependence,
  ModelUse,
  Part,
  WorldSupply,
} from "../../dependence/index.ts";
import { placeName } from "./dependence.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

type Options = RenderOptions & { readonly names: KnownNames };

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
  const place = placeName(dependence, names);
  const section = (title: string) => ["", colours.bold(title)];
  const made = material.world.flatMap((w, i) => {
    const isFirst = material.world.findIndex((o) => o.stage === w.stage) === i;
    const which = isFirst ? notesUnder([makersText(material, w.stage)], options).map((l) => l.trimStart()) : [];
    return ["", ...which, ...worldLines(w, names.country, options)];
  });
  const supplied = material.imports.flatMap((i) => ["", ...importLines(i, names.country, options)]);
  return `${[
    colours.bold(`${material.name} for ${place}`),
    ...wrap(plain(headline(material, names.country, place)), options.width ?? 80),
    on === "" ? "on neither list of critical minerals" : `on the lists of critical minerals: ${on}`,
    ...(made.length > 0 ? [...section("Who makes it"), ...made.slice(1)] : []),
    ...(supplied.length > 0 ? [...section(`Who supplies ${place}`), ...supplied.slice(1)] : []),
    ...(material.indicators.length > 0 ? [...section("Indicators"), ...indicatorLines(material.indicators)] : []),
    ...(material.usedHere.length > 0
      ? [...section(`What ${place} uses it for`), ...material.usedHere.flatMap(usedHereLines)]
      : []),
    ...(material.uses.length > 0
      ? [
          ...section(`Used in the EU for (${citation(material.uses[0]!)})`),
          ...material.uses.map((u) => `  ${percent(u.share).padStart(5)}  ${u.application}`),
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
    ...notesUnder([withheldText(supply, name), inGroupsText(supply, name), underText(supply, name)], options),
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

const usedHereLines = ({ form, tonnesPerYear, applications, cited }: ModelUse): string[] => [
  `${form}: ${number(tonnesPerYear)} t a year (${citation({ cited })})`,
  ...applications.map((a) => `  ${percent(a.share).padStart(5)}  ${a.application}`),
];

const concentrationLine = (c: Concentration) => `  HHI ${hhiText(c)}${weightedText(c)}`;

const citation = ({ cited }: { cited: { source: string; years: string } }) => `${cited.source}, ${cited.years}`;

function indicatorLines(figures: readonly IndicatorFigure[]): string[] {
  return figures.flatMap((f) => [
    `  ${f.indicator}: ${indicatorText(f)}`,
    `      ${f.caveat === "" ? f.about : `${f.about}; ${f.caveat}`} (${f.cited.source}${f.computed ? ", computed here" : ""}, ${f.cited.years})`,
  ]);
}
