import { didYouMean, quote, readCsv } from "../dataset/index.ts";
import type { Gathering, Place } from "./gathering.ts";
import type { ImportContext } from "./importer.ts";
import type { Labels } from "./labels.ts";

/** Countries of data/countries.csv by name and code; spellings of the source come from its mapping, column `country`. */
export class CountryNames {
  readonly #byName: ReadonlyMap<string, string>;
  readonly #labels: Labels;

  constructor(context: ImportContext, labels: Labels) {
    const { records } = readCsv("countries.csv", context.files.get("countries.csv") ?? "");
    this.#byName = new Map(records.slice(1).map(({ fields }) => [fields[2]!, fields[0]!]));
    this.#labels = labels;
  }

  find(name: string): string | undefined {
    const meaning = this.#labels.find("country", name);
    return meaning?.kind === "means" ? meaning.id : this.#byName.get(name);
  }

  /** ISO 3166 alpha-3; undefined, and counted or reported, where the label is left out or unknown. */
  read(into: Gathering, place: Place, name: string, cells: Readonly<Record<string, string>>): string | undefined {
    if (this.#labels.find("country", name)?.kind === "left-out")
      return this.#labels.read(into, place, "country", name, cells);
    const country = this.find(name);
    if (country !== undefined) return country;
    const near = didYouMean(name, [...this.#byName.keys(), ...this.#labels.known("country")]);
    into.reject(
      place,
      cells,
      `unknown country ${quote(name)}`,
      `${near} A new spelling needs a row in data/${this.#labels.file}`,
    );
    return undefined;
  }
}
