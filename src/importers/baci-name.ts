import { basename } from "node:path";
import type { FlowLayout } from "./flow-layouts.ts";
import type { Gathering } from "./gathering.ts";

const revisions = ["HS92", "HS96", "HS02", "HS07", "HS12", "HS17", "HS22"];

/** What the name of a file of BACI tells, BACI_HS17_Y2024_V202601.csv. */
export interface BaciName {
  readonly revision: string;
  /** id of data/sources.csv */
  readonly source: string;
  /** the only year the file may hold, where its name tells */
  readonly year?: number;
}

/** Reads the name; what it does not tell comes from the layout, else a problem goes to `into`. */
export function readBaciName(path: string, layout: FlowLayout, into: Gathering): BaciName | undefined {
  const name = basename(path);
  const revision = /HS\d\d(?!\d)/i.exec(name)?.[0].toUpperCase() ?? layout.revision;
  const version = /_V(\d{6}[a-z]?)/i.exec(name)?.[1] ?? layout.version;
  const year = /_Y(\d{4})/i.exec(name)?.[1];
  const remedy = "keep the name it was published under, e.g. BACI_HS17_Y2024_V202601.csv";
  const fail = (message: string) => {
    into.fault({ file: path, row: 1 }, message, remedy);
    return undefined;
  };
  if (revision === undefined) return fail("the name does not tell the revision of the Harmonized System");
  if (!revisions.includes(revision))
    return fail(`unknown revision ${revision}: expected one of ${revisions.join(", ")}`);
  if (version === undefined) return fail("the name does not tell the version of BACI");
  return { revision, source: `cepii-baci-${version}`, ...(year !== undefined && { year: Number(year) }) };
}
