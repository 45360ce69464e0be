import {
  type Concentration,
  type ImportSupply,
  type IndicatorFigure,
  type MaterialDependence,
  narrowest,
  nearestSupply,
  type Part,
  stageLines,
  type WorldSupply,
} from "../dependence/index.ts";
import { list, number, percent } from "./format.ts";
import { inSentence, withArticle } from "./names.ts";

type CountryName = (id: string) => string;
type Supply = Pick<WorldSupply, "othersShare" | "groups" | "under">;

/** Under this a range is narrower than its printing. */
const NARROW = 0.02;
const SMALLEST_SHOWN_SHARE = 0.005;

/** The largest parts of a supply in a line; others take the last place where they are more than who would stand there. */
export function topParts(parts: readonly Part[], { othersShare }: Supply, most: number): [string | null, number][] {
  const named = parts.slice(0, most).map((p): [string, number] => [p.country, p.share]);
  const last = named.length < most ? 0 : named[named.length - 1]![1];
  if (othersShare <= Math.max(last, SMALLEST_SHOWN_SHARE)) return named;
  return [...named.slice(0, most - 1), [null, othersShare]];
}

/** What no country is named for, as rows of a table: groups by their name, the rest as others. */
export function restParts({ othersShare, groups }: Supply, name: CountryName): [string, number][] {
  const others = othersShare - groups.reduce((sum, g) => sum + g.share, 0);
  const rows = groups.map((g): [string, number] => [`${name(g.country)} (group)`, g.share]);
  return [...rows, ["others", others] satisfies [string, number]].filter(([, share]) => share > SMALLEST_SHOWN_SHARE);
}

/** `under 1 % each: Fiji, Ghana`; blank where nothing is printed so. */
export function underText({ under }: Supply, name: CountryName): string {
  const bounds = [...new Set(under.map((u) => u.share))].sort((a, b) => b - a);
  return bounds
    .map((b) => {
      const places = under.filter((u) => u.share === b).map((u) => name(u.country));
      return `under ${Number((b * 100).toPrecision(3))}\u00a0% each: ${places.join(", ")}`;
    })
    .join("; ");
}

/** `0.36–0.44`, one number where the two are nearly the same. */
export function rangeText(least: number, most: number): string {
  const [from, to] = [number(least), number(most)];
  return from === to || most - least < NARROW ? from : `${from}–${to}`;
}

export const hhiText = ({ hhi }: Concentration) => rangeText(hhi.least, hhi.most);

/** `, governance-weighted 3.5–3.6 of 10, DERA-style risk group 2–3 of 3`; blank where there is none. */
export function weightedText(c: Concentration): string {
  if (c.governanceWeightedHhi === null) return "";
  const [least, most] = [c.deraRiskGroup, c.deraRiskGroupMost];
  const group = least === most ? `${least}` : `${least}–${most}`;
  return `, governance-weighted ${rangeText(c.governanceWeightedHhi, c.governanceWeightedHhiMost!)} of 10, DERA-style risk group ${group} of 3`;
}

/** `55 %`, `at most 58 %` where a group may be one supplier and a larger one; null where no supplier is named. */
export function leftText({ leftWithoutLargest: left, leftAtLeast }: ImportSupply): string | null {
  if (left === null || leftAtLeast === null) return null;
  return left - leftAtLeast < SMALLEST_SHOWN_SHARE ? percent(left) : `at most ${percent(left)}`;
}

const COUNT_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `holds seven minerals (…): …` of a heading that does; blank where it is this mineral's alone or nobody counted. */
export function sharedText({ fit, sharedWith }: Pick<ImportSupply, "fit" | "sharedWith">): string {
  if (fit !== "shared") return "";
  const all = sharedWith.length + 1;
  const what = all === 1 ? "more than this mineral" : `${COUNT_WORDS[all] ?? all} minerals`;
  return `holds ${what}: cannot say who supplies this one, nor what is left without the largest`;
}

/** `without the United States, whose figure is withheld`; blank where none is. */
export function withheldText({ withheld }: Pick<WorldSupply, "withheld">, name: CountryName): string {
  if (withheld.length === 0) return "";
  const places = withheld.map((w) => (w === "OTH" ? "other countries" : withArticle(name(w)))).join(", ");
  return `all shares and the HHI are of the world without ${places}, withheld by the source: with them each share is smaller, and who is largest may change`;
}

/** An indicator's number with how to read it. */
export function indicatorText({ value, qualifier, unit }: IndicatorFigure): string {
  if (value === null) return qualifier === "" ? "–" : qualifier;
  const text = unit.startsWith("share") ? percent(value) : String(Number(value.toPrecision(3)));
  if (qualifier === "") return text;
  return BEFORE.has(qualifier) ? `${qualifier} ${text}` : `${text} (${qualifier})`;
}
/** Qualifiers that are read before the number; the others are remarks. */
const BEFORE = new Set(["at least", "more than", "less than", "net exporter"]);

/** `Finland is inside “Other EU-27 members”`; blank where nobody is. */
export function inGroupsText({ inGroups }: Pick<WorldSupply, "inGroups">, name: CountryName): string {
  const groups = [...new Set(inGroups.map((g) => g.group))];
  return groups
    .map((group) => {
      const places = inGroups.filter((g) => g.group === group).map((g) => name(g.country));
      return `${list(places)} ${places.length === 1 ? "is" : "are"} inside “${name(group)}”`;
    })
    .join("; ");
}

/** Of several figures for the makers at a stage which one the overview takes, and what each counts; blank where there is one. */
export function makersText(material: MaterialDependence, stage: string): string {
  const here = material.world.filter((w) => w.stage === stage);
  const made = stageLines(material).find((l) => l.stage === stage)?.made;
  if (!made || here.length < 2) return "";
  const others = here.filter((w) => w !== made).map(makerSentence);
  return `The overview takes ${nameOf(made)}: it ${countedAs(made)}; ${others.join("; ")}.`;
}

/** `“extraction” has shares only, of 2016–2020 (eu-crm-2023)` */
export const makerSentence = (w: WorldSupply) => `${nameOf(w)} ${countedAs(w)}`;

const nameOf = ({ form }: WorldSupply) => `“${form}”`;

function countedAs({ cited, totalTonnes }: WorldSupply): string {
  if (totalTonnes === null) return `has shares only, of ${cited.years} (${cited.source})`;
  if (cited.source === "monazite") return `is computed for ${cited.years} in the balanced chain`;
  return `is counted in tonnes of ${cited.years} (${cited.source})`;
}

/** The mineral in a sentence or two: its largest maker, its largest supplier, what is left without it. */
export function headline(material: MaterialDependence, name: CountryName, place: string): string {
  const world = narrowest(material);
  const imports =
    nearestSupply(material.imports.filter((i) => i.stage === world?.stage)) ?? nearestSupply(material.imports);
  const made = world?.concentration.largest;
  const parts: string[] = [];
  if (world && made)
    parts.push(
      `${name(made)} makes ${percent(world.concentration.largestShare)} at the narrowest stage, ${world.stage}.`,
    );
  if (imports) parts.push(suppliedSentence(imports, name, place));
  return parts.filter((p) => p !== "").join(" ") || material.gaps.join("; ");
}

function suppliedSentence(imports: ImportSupply, name: CountryName, place: string): string {
  const { largest, largestShare } = imports.concentration;
  const left = leftText(imports);
  if (largest === null || left === null) return "";
  const what = imports.fit === "sourcing" ? "sourcing" : "imports";
  return `${name(largest)} supplies ${percent(largestShare)} of the ${what} of ${place} (${inSentence(imports.form)}); without it ${left === percent(0) ? "nothing is" : `${left} are`} left.`;
}
