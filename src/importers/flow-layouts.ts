import { didYouMean, quote } from "../dataset/index.ts";
import type { Gathering } from "./gathering.ts";

/** Columns of a file of bilateral trade flows. */
export interface FlowLayout {
  readonly header: readonly string[];
  readonly year: string;
  readonly exporter: string;
  readonly importer: string;
  readonly hs6: string;
  readonly value: string;
  /** units of `value` in a thousand USD */
  readonly perThousandUsd: 1 | 1000;
  /** column of the tonnes; absent where the file has none */
  readonly tonnes?: string;
  /** column that tells the mineral, where a heading is printed once for each of its minerals */
  readonly material?: string;
  /** how countries are written */
  readonly countries: "code" | "iso2" | "iso3";
  /** revision of the headings and version of BACI, where the file's name does not tell */
  readonly revision?: string;
  readonly version?: string;
}

const extract = { revision: "HS17", version: "202601" } as const;

/** BACI as CEPII publishes it, and extracts of V202601 under the headings of HS17. */
export const layouts: readonly FlowLayout[] = [
  {
    header: ["t", "i", "j", "k", "v", "q"],
    ...{ year: "t", exporter: "i", importer: "j", hs6: "k", value: "v", tonnes: "q" },
    ...{ perThousandUsd: 1, countries: "code" },
  },
  {
    header: [
      "year",
      "exporter",
      "exporter_name",
      "importer",
      "importer_name",
      "hs6",
      "material",
      "value_kusd",
      "qty_t",
    ],
    ...{ year: "year", exporter: "exporter", importer: "importer", hs6: "hs6", value: "value_kusd", tonnes: "qty_t" },
    ...{ perThousandUsd: 1, material: "material", countries: "iso3", ...extract },
  },
  {
    header: ["year", "material", "hs6", "exporter_iso2", "importer_iso2", "value_usd", "qty_t"],
    ...{ year: "year", exporter: "exporter_iso2", importer: "importer_iso2", hs6: "hs6", value: "value_usd" },
    ...{ tonnes: "qty_t", perThousandUsd: 1000, material: "material", countries: "iso2", ...extract },
  },
  {
    header: ["year", "exporter_iso3", "importer_iso3", "hs6", "value_usd"],
    ...{ year: "year", exporter: "exporter_iso3", importer: "importer_iso3", hs6: "hs6", value: "value_usd" },
    ...{ perThousandUsd: 1000, countries: "iso3", ...extract },
  },
];

/** The layout a header belongs to, whatever the order of its columns; else a problem in `into` and undefined. */
export function layoutOf(
  path: string,
  line: string,
  into: Gathering,
): { readonly layout: FlowLayout; readonly columns: readonly string[] } | undefined {
  const columns = line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const layout = layouts.find((l) => l.header.length === columns.length && l.header.every((c) => columns.includes(c)));
  if (layout) return { layout, columns };
  const at = { file: path, row: 1 };
  const delimiter = [";", "\t", "|"].find((d) => line.split(d).length > columns.length);
  if (delimiter !== undefined) {
    const message = `the columns are parted by ${quote(delimiter)}, expected ","`;
    into.fault(at, message, "save the file with commas and decimal points, as it was published");
    return undefined;
  }
  const shared = (l: FlowLayout) => l.header.filter((c) => columns.includes(c)).length;
  const nearest = [...layouts].sort((a, b) => shared(b) - shared(a))[0]!;
  const missing = nearest.header.filter((c) => !columns.includes(c));
  const odd = columns.filter((c) => !nearest.header.includes(c));
  const near = shared(nearest) > 0 ? `; nearest here is ${nearest.header.join()}` : "";
  const suggestion = near !== "" && odd.length > 0 && missing.length > 0 ? didYouMean(odd[0]!, missing) : "";
  const hint = suggestion.startsWith("did you mean") ? `${quote(odd[0]!)}: ${suggestion} ` : "";
  into.fault(at, `the header is ${quote(line)}`, `${hint}expected t,i,j,k,v,q${near}`);
  return undefined;
}
