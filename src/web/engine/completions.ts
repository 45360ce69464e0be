import { parseDocument } from "yaml";
import { fieldsAt, wordsAt } from "../../dataset/index.ts";
import { acts } from "../../ledger/index.ts";
import { scenarioSchema } from "../../simulation/scenario.ts";
import type { Completion } from "./asks/scenario.ts";
import type { EngineState } from "./state.ts";
import { yamlPlace } from "./yaml-place.ts";

const MOST = 60;

/** What may stand at a place of a scenario's text: keys and words of the schema, names of the data. */
export function completionsAt(state: EngineState, yaml: string, offset: number): Completion[] {
  const place = yamlPlace(yaml, offset);
  const value = readSoFar(yaml);
  const found = place.writes === "key" ? keys(place.path, value) : values(state, place.path, value);
  const begun = place.begun.toLowerCase();
  return found
    .filter(({ insert }) => insert.toLowerCase().includes(begun) && insert !== place.begun)
    .sort((a, b) => starts(b, begun) - starts(a, begun))
    .slice(0, MOST)
    .map((completion) => ({ ...completion, from: place.from }));
}

const starts = ({ insert }: Pick<Completion, "insert">, begun: string) =>
  insert.toLowerCase().startsWith(begun) ? 1 : 0;

/** What the text says so far, as far as it can be read. */
function readSoFar(yaml: string): unknown {
  try {
    return parseDocument(yaml, { logLevel: "silent" }).toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

type Found = Omit<Completion, "from">;

function keys(path: readonly (string | number)[], value: unknown): Found[] {
  const fields = fieldsAt(scenarioSchema, path, value).map(
    ({ key, about }): Found => ({
      insert: `${key}: `,
      kind: "key",
      detail: about,
    }),
  );
  const extra = (insert: string, detail: string): Found => ({ insert, kind: "key", detail });
  if (path.length === 0) fields.push(extra("extends: ", "another scenario to start from, by name"));
  if (path.length === 2 && (path[0] === "events" || path[0] === "measures"))
    fields.push(
      extra("ledger: ", "an event of the ledger that this is"),
      extra("delayDays: ", "with ledger: moves every day in it so many days later"),
    );
  return fields;
}

function values(state: EngineState, path: readonly (string | number)[], value: unknown): Found[] {
  const names = namesFor(state, path, value);
  if (names) return names.map(([insert, detail]) => ({ insert, kind: "name", detail }));
  return wordsAt(scenarioSchema, path, value).map((insert) => ({ insert, kind: "value", detail: "" }));
}

/** Names that the field at a path takes, with what each is called; undefined where it takes none. */
function namesFor(
  { dataset, vocabulary, data }: EngineState,
  path: readonly (string | number)[],
  value: unknown,
): readonly (readonly [string, string])[] | undefined {
  const key = path.filter((step) => typeof step === "string").at(-1);
  const plain = (names: readonly string[]) => names.map((name) => [name, ""] as const);
  const commodities = dataset.commodities.map((c) => [c.id, c.name] as const);
  switch (key) {
    case "materials":
    case "chains": {
      const own = new Map(commodities);
      return vocabulary.names.materials.map((name) => [name, own.get(name) ?? ""] as const);
    }
    case "commodity":
    case "capacityOf":
    case "mine":
      return commodities;
    case "stages":
      return plain(vocabulary.names.stages);
    case "viewpoint":
    case "origins":
    case "destinations":
    case "countries":
    case "country":
    case "holder":
    case "partners":
    case "via": {
      const countries = new Map(dataset.countries.map((c) => [c.id, c.name]));
      return vocabulary.names.countries.map((id) => [id, countries.get(id) ?? ""] as const);
    }
    case "uses":
      return plain(vocabulary.names.uses);
    case "recipe":
    case "recipes":
      return plain(vocabulary.names.recipes);
    case "ledger":
      return dataset.events.filter(acts).map((event) => [event.id, event.title] as const);
    case "of":
    case "event":
      return plain(idsOf(value, "events"));
    case "measure":
      return plain(idsOf(value, "measures"));
    case "extends":
      return plain(Object.keys(data.scenarios).map((file) => file.replace(/^scenarios\/|\.yaml$/g, "")));
    default:
      return undefined;
  }
}

function idsOf(value: unknown, section: string): string[] {
  const map: unknown = typeof value === "object" && value !== null ? Reflect.get(value, section) : undefined;
  return typeof map === "object" && map !== null && !Array.isArray(map) ? Object.keys(map) : [];
}
