import type { Corrections } from "../corrections.ts";
import type { Countries } from "../country.ts";
import type { MappedLabel, Mapping } from "../mapping.ts";
import type { SourceRow } from "../read-csv.ts";
import type { Tally } from "../tally.ts";
import { keepProduction } from "./production.ts";
import { readValue, scaled, USD_PER_TONNE } from "./values.ts";

export const SOURCE_2026 = "usgs-mcs-2026";
export const COLUMNS_2026 = [
  "MCS chapter",
  "Section",
  "Commodity",
  "Country",
  "Statistics",
  "Statistics_detail",
  "Unit",
  "Year",
  "Value",
  "Notes",
  "Is critical mineral 2025",
  "Other notes",
] as const;

export interface RowContext {
  readonly mapping: Mapping;
  readonly countries: Countries;
  readonly corrections: Corrections;
  readonly tally: Tally;
}

const cell = (row: SourceRow, column: (typeof COLUMNS_2026)[number]) => row.cells[column]!.trim();

/** Files a row of the release of 2026 under its table, by its section and statistics. */
export function convertRow2026(original: SourceRow, context: RowContext): undefined {
  const { mapping, corrections, tally, countries } = context;
  const chapter = cell(original, "MCS chapter");
  const statistics = cell(original, "Statistics");
  const kind = kindOf(cell(original, "Section"), statistics);
  const whole = mapping.find(`chapter|${chapter}`) ?? (kind ? undefined : mapping.find(`statistics|${statistics}`));
  if (whole) return tally.leaveOut(whole.skip);
  const parts = kind
    ? [kind, chapter, cell(original, "Commodity"), cell(original, "Statistics_detail")]
    : ["statistics", statistics];
  const name = parts.join("|");
  const label = mapping.find(name);
  if (!label) return tally.refuseFor(original, mapping.unlisted(original, name));
  if (label.skip !== "") return tally.leaveOut(label.skip);
  const where = cell(original, "Country");
  const corrected = corrections.applyToRow(tally, original, SOURCE_2026, [name, `${name}|${where}`]);
  if (corrected === undefined) return;
  const country = countries.find("name", where);
  if (country === undefined) return tally.refuseFor(original, countries.unknown(original, "name", where));
  if (typeof country === "object") return tally.leaveOut(country.skip);
  keepers[kind!](corrected, label, country, tally);
}

type Kind = "world" | "reliance" | "sources" | "price";

function kindOf(section: string, statistics: string): Kind | undefined {
  if (section === "Import Sources") return "sources";
  if (statistics === "Price") return "price";
  if (statistics === "Net import reliance") return "reliance";
  return statistics === "Production" && section.startsWith("World") ? "world" : undefined;
}

type Keeper = (row: SourceRow, label: MappedLabel, country: string, tally: Tally) => undefined;

const keepers: Readonly<Record<Kind, Keeper>> = {
  world: (row, label, country, tally) => {
    const year = yearOf(row, tally);
    if (year === undefined) return;
    const notes = cell(row, "Notes");
    const detail = label.form.includes("differ by country") ? cell(row, "Statistics_detail") : "";
    const note = [detail, footnote(notes)].filter((part) => part !== "").join(" -- ");
    const status = /^Estimated\b/.test(notes) ? "estimated" : "reported";
    const printed = { value: cell(row, "Value"), unit: cell(row, "Unit"), locator: cell(row, "MCS chapter") };
    keepProduction(row, { ...printed, label, country, year, status, source: SOURCE_2026, note }, tally);
  },
  reliance: (row, label, country, tally) => {
    const year = yearOf(row, tally);
    const read = percent(row, tally);
    if (year === undefined || read === undefined) return;
    const { material, form } = label;
    const cited = { source: SOURCE_2026, locator: locatorOf(row) };
    tally.keep("reliance", { material, form, country, year, ...read, ...cited }, row);
  },
  sources: (row, label, exporter, tally) => {
    const read = percent(row, tally);
    if (read === undefined) return;
    if (read.share === null) return tally.refuse(row, "no share of imports is given", "expected a percentage");
    const years = cell(row, "Year").replace(/^(\d\d)(\d\d)[–-](\d\d)$/, "$1$2-$1$3");
    if (!/^\d{4}-\d{4}$/.test(years)) return tally.refuse(row, `Year ${JSON.stringify(years)}`, "expected 2021–24");
    const printed = read.qualifier === "exact" ? "" : `; printed as ${cell(row, "Value")}`;
    const cited = { source: SOURCE_2026, locator: `${locatorOf(row)}${printed}` };
    const { material, form } = label;
    tally.keep("importSources", { material, form, importer: "USA", exporter, years, share: read.share, ...cited }, row);
  },
  price: (row, label, _country, tally) => {
    const year = yearOf(row, tally);
    const value = readValue(cell(row, "Value"));
    const unit = cell(row, "Unit");
    if (year === undefined) return;
    if (value.kind === "withheld") return tally.leaveOut("price not available");
    if (value.kind === "range") return tally.leaveOut("price printed as a range");
    if (value.kind !== "number" || value.bound)
      return tally.refuse(
        row,
        `the price ${JSON.stringify(cell(row, "Value"))} is no amount`,
        "compare it with the publisher's file",
      );
    if (!Object.hasOwn(USD_PER_TONNE, unit))
      return tally.refuse(
        row,
        `unit ${JSON.stringify(unit)} is no unit of a price`,
        `expected one of ${Object.keys(USD_PER_TONNE).join(", ")}`,
      );
    const factor = USD_PER_TONNE[unit];
    const usdPerTonne = factor === undefined ? null : Number((value.value * factor).toPrecision(6));
    const { material, form } = label;
    const cited = { source: SOURCE_2026, locator: cell(row, "MCS chapter") };
    tally.keep("marketPrices", { material, form, year, value: value.value, unit, usdPerTonne, ...cited }, row);
  },
};

function percent(row: SourceRow, tally: Tally) {
  const value = readValue(cell(row, "Value"));
  if (cell(row, "Unit") !== "percent")
    return tally.refuse(row, `unit ${JSON.stringify(cell(row, "Unit"))}`, "expected percent");
  if (value.kind === "net-exporter") return { share: null, qualifier: "net-exporter" };
  if (value.kind === "withheld") return { share: null, qualifier: "withheld" };
  if (value.kind === "number" && value.value <= 100)
    return { share: scaled(value.value, 0.01), qualifier: value.bound ?? "exact" };
  tally.refuse(row, `the share ${JSON.stringify(cell(row, "Value"))} is no percentage`, "expected 0 to 100");
  return undefined;
}

function yearOf(row: SourceRow, tally: Tally): number | undefined {
  const text = cell(row, "Year");
  if (/^(19|20)\d\d$/.test(text)) return Number(text);
  tally.refuse(row, `Year ${JSON.stringify(text)} is no year`, "expected four digits");
  return undefined;
}

const footnote = (notes: string) =>
  notes
    .replace(/^(Estimated|Reported)\.?\s*(--\s*)?/, "")
    .replaceAll("\u00a0", " ")
    .trim();

function locatorOf(row: SourceRow): string {
  const note = footnote(cell(row, "Notes"));
  return note === "" ? cell(row, "MCS chapter") : `${cell(row, "MCS chapter")}: ${note}`;
}
