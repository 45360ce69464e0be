import type { MappedLabel } from "../mapping.ts";
import type { SourceRow } from "../read-csv.ts";
import type { Tally } from "../tally.ts";
import { readValue, scaled, TONNES } from "./values.ts";

/** More than the world digs of anything; a figure above it is in the wrong unit. */
const MOST_TONNES = 1e10;

interface Printed {
  readonly label: MappedLabel;
  readonly country: string;
  readonly year: number;
  readonly value: string;
  readonly unit: string;
  readonly status: "reported" | "estimated";
  readonly source: string;
  readonly locator: string;
  readonly note: string;
}

/** Turns one printed figure into a row of statistics/production.csv, or says why it cannot be one. */
export function keepProduction(from: SourceRow, printed: Printed, tally: Tally): undefined {
  const { label, country, year, source, locator } = printed;
  const { material, stage, form } = label;
  const unit = TONNES[printed.unit];
  if (unit === undefined) {
    const remedy = `expected one of ${Object.keys(TONNES).join(", ")}`;
    return tally.refuse(from, `unit ${JSON.stringify(printed.unit)} is no weight that is known here`, remedy);
  }
  const other = tally.otherUnit([source, material, form].join("|"), printed.unit, from);
  if (other) {
    const message = `unit ${JSON.stringify(printed.unit)} among figures in ${JSON.stringify(other.unit)} (${other.where})`;
    return tally.refuse(from, message, "see which it is; a fault of the publisher goes into data/corrections.csv");
  }
  const value = readValue(printed.value);
  if (value.kind === "fault")
    return tally.refuse(from, `the value ${value.message}`, "compare it with the publisher's file");
  if (value.kind === "net-exporter")
    return tally.refuse(from, "E stands where a weight should", "compare it with the publisher's file");
  const tonnes = value.kind === "number" ? scaled(value.value, unit * (label.factor ?? 1)) : null;
  if (tonnes !== null && tonnes > MOST_TONNES)
    return tally.refuse(
      from,
      `${printed.value} ${printed.unit} is ${tonnes} t, more than is mined of anything`,
      "check the unit",
    );
  const plain = value.kind === "number" && value.bound === undefined;
  const said = value.kind === "withheld" ? value.why : plain ? "" : `printed as ${printed.value.trim()}`;
  const note = [said, printed.note].filter((part) => part !== "").join(" -- ");
  const status = value.kind === "withheld" ? "withheld" : printed.status;
  tally.keep("worldProduction", { material, stage, form, country, year, tonnes, status, source, locator, note }, from);
}
