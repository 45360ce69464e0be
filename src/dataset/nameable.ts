import { replayUnits } from "./episodes/schema.ts";
import { agreementTermKinds } from "./schema/agreements.ts";
import { stages } from "./schema/commodities.ts";
import { contextReasons, eventKinds } from "./schema/events.ts";
import { phases } from "./schema/facilities.ts";
import { type Dataset, tables } from "./schema/index.ts";
import { measureKinds, sizings } from "./schema/measures.ts";
import { productionKinds } from "./schema/production.ts";
import { statuses } from "./schema/provenance.ts";
import type { Table } from "./schema/table.ts";

/** Everything that names.csv may name. */
export interface Nameable {
  /** English names by key, as another table has them; undefined where names.csv itself has the English */
  readonly things: ReadonlyMap<string, string | undefined>;
  /** kinds whose ids stand outside the curated tables (scenarios/, plans/, statistics/, sentences found by their English): nothing here can check them */
  readonly elsewhere: readonly string[];
}

/** Codes of statistics beside those of countries.csv: the world, others, the European Union, the rest of the world. */
const GROUPS_OF_COUNTRIES = ["WLD", "OTH", "EUU", "ROW"];

/** The keys that names.csv may have, in the order of the file. */
export function nameableOf(dataset: Dataset): Nameable {
  const things = new Map<string, string | undefined>();
  const titled = (kind: string, rows: readonly (readonly [id: string, english: string])[]) => {
    for (const [id, english] of rows) things.set(`${kind}/${id}`, english);
  };
  const worded = (kind: string, ids: Iterable<string>) => {
    for (const id of new Set(ids)) things.set(`${kind}/${id}`, undefined);
  };
  titled(
    "commodity",
    dataset.commodities.map((row) => [row.id, row.name]),
  );
  titled(
    "application",
    dataset.applications.map((row) => [row.application, row.name]),
  );
  worded(
    "use",
    dataset.applications.map((row) => row.use),
  );
  worded(
    "material",
    dataset.commodities.map((row) => row.material),
  );
  worded(
    "group",
    dataset.groups.map((row) => row.group),
  );
  worded("country", [...dataset.countries.map((row) => row.id), ...GROUPS_OF_COUNTRIES]);
  worded(
    "bloc",
    dataset.blocs.map((row) => row.bloc),
  );
  worded("stage", [...stages, "use"]);
  worded("activity", productionKinds);
  worded("policy-kind", [...eventKinds, ...measureKinds]);
  titled("because", Object.entries(contextReasons));
  worded("status", statuses);
  worded("confidence", tables.events.columns.confidence.values ?? []);
  worded("holder", tables.stocks.columns.holder.values ?? []);
  worded("phase", [...phases, "idea"]);
  worded("sizing", sizings);
  worded("agreement-term-kind", agreementTermKinds);
  worded("unit", [...unitsOf(Object.values(tables)), ...replayUnits]);
  worded(
    "basis",
    dataset.commodities.map((row) => row.basis),
  );
  titled(
    "input",
    dataset.uncertainties.map((row) => [row.id, row.title]),
  );
  titled(
    "event",
    dataset.events.map((row) => [row.id, row.title]),
  );
  titled(
    "event-description",
    dataset.events.map((row) => [row.id, row.description]),
  );
  titled(
    "event-figures",
    dataset.events.filter((row) => row.figures !== "").map((row) => [row.id, row.figures]),
  );
  titled(
    "measure",
    dataset.measures.map((row) => [row.id, row.title]),
  );
  titled(
    "agreement",
    dataset.agreements.map((row) => [row.id, row.title]),
  );
  titled(
    "agreement-term",
    dataset.agreementTerms.map((row) => [`${row.agreement}:${row.term}`, row.text]),
  );
  return { things, elsewhere: ["mineral", "scenario", "plan", "phrase", "tension", "licence"] };
}

function unitsOf(all: readonly Table[]): string[] {
  return all.flatMap(({ columns }) => [...(columns.unit?.values ?? [])]);
}
