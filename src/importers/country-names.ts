import type { Countries, CountryScheme } from "./country.ts";
import type { Gathering, Place } from "./gathering.ts";

/** The country of a row; undefined, and counted or reported, where the label is left out or unknown. */
export function countryOf(
  into: Gathering,
  countries: Countries,
  place: Place,
  scheme: CountryScheme,
  label: string,
  cells: Readonly<Record<string, string>>,
): string | undefined {
  const found = countries.find(scheme, label);
  if (typeof found === "string") return found;
  if (found !== undefined) into.leaveOut(found.skip);
  else into.rejects.push({ ...place, cells, problem: countries.unknown({ ...place, cells }, scheme, label) });
  return undefined;
}
