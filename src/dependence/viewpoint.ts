import { closest, countryMeant, type Dataset, didYouMean, InputError, meantInstead, quote } from "../dataset/index.ts";

/** Whose dependence is asked for: a country, a bloc or the world. */
export interface Viewpoint {
  readonly id: string;
  readonly name: string;
  readonly members: ReadonlySet<string>;
}

const WORLD = "WLD";

/**
 * The country or bloc a name means. Errors: InputError with the nearest name.
 * @param id ISO 3166 alpha-3, a bloc of data/blocs.csv, or WLD
 */
export function viewpointOf(dataset: Pick<Dataset, "countries" | "blocs">, id: string): Viewpoint {
  if (id === WORLD) return { id, name: "the world", members: new Set() };
  const members = dataset.blocs.filter((b) => b.bloc === id).map((b) => b.country);
  if (members.length > 0) return { id, name: id, members: new Set(members) };
  const country = dataset.countries.find((c) => c.id === id && c.kind === "country");
  if (country) return { id, name: country.name, members: new Set([id]) };
  const known = [
    ...dataset.countries.filter((c) => c.kind === "country").map((c) => c.id),
    ...dataset.blocs.map((b) => b.bloc),
    WORLD,
  ];
  const meant = countryMeant(dataset, id);
  const remedy =
    meant !== undefined && known.includes(meant) ? meantInstead(meant) : nearestNames(id, [...new Set(known)]);
  throw new InputError([{ file: "country", line: 1, message: `unknown country or bloc ${quote(id)}`, remedy }]);
}

const MOST_SUGGESTED = 3;

/** Codes of three letters have several neighbours that are equally near: the one that was meant should be among them. */
function nearestNames(id: string, known: readonly string[]): string {
  const near = closest(id, known, MOST_SUGGESTED);
  if (near.length < 2) return didYouMean(id, known);
  const quoted = near.map((n) => `"${n}"`);
  return `did you mean ${quoted.slice(0, -1).join(", ")} or ${quoted[quoted.length - 1]}?`;
}
