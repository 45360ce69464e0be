import type { Vocabulary } from "../chain/vocabulary.ts";
import { closest } from "../dataset/index.ts";
import { unknownName, WORD } from "../policy/names.ts";

type NameKind = keyof Vocabulary["names"];

/** Something unknown at a path of a scenario. */
export interface NameProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}

/** Fields of policies that hold names, and of what kind. */
const FIELDS: Readonly<Record<string, NameKind>> = {
  commodity: "materials",
  material: "materials",
  materials: "materials",
  mine: "materials",
  capacityOf: "materials",
  stages: "stages",
  recipe: "recipes",
  recipes: "recipes",
  uses: "uses",
  and: "countries",
  between: "countries",
  country: "countries",
  countries: "countries",
  destination: "countries",
  destinations: "countries",
  holder: "countries",
  origin: "countries",
  origins: "countries",
  partners: "countries",
  via: "countries",
};

/**
 * Unknown names in a scenario as it is written, whether or not it fits the schema, so that both kinds of mistakes are told
 * in one go. Parts that have another shape than names are left to the schema.
 */
export function nameProblems(scenario: unknown, vocabulary: Vocabulary): NameProblem[] {
  if (!isMap(scenario)) return [];
  const check = (kind: NameKind, value: unknown, path: NameProblem["path"], word: string): NameProblem[] => {
    const names = Array.isArray(value) ? value : [value];
    return names.flatMap((name: unknown, i) => {
      if (typeof name !== "string" || name === "" || vocabulary.names[kind].includes(name)) return [];
      const known = likely(kind, name, vocabulary);
      const [message, ...rest] = unknownName(word, name, known, vocabulary.meant?.(kind, name)).split("; ");
      return [{ path: Array.isArray(value) ? [...path, i] : path, message: message!, remedy: rest.join("; ") }];
    });
  };
  const within = (value: unknown, path: NameProblem["path"]): NameProblem[] => {
    if (Array.isArray(value)) return value.flatMap((v: unknown, i) => within(v, [...path, i]));
    if (!isMap(value)) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const kind = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
      return kind === undefined ? within(inner, [...path, key]) : check(kind, inner, [...path, key], WORD[kind]);
    });
  };
  return [
    ...(Array.isArray(scenario.viewpoint) ? check("countries", scenario.viewpoint, ["viewpoint"], "country") : []),
    ...(Array.isArray(scenario.chains) ? check("materials", scenario.chains, ["chains"], "material") : []),
    ...["events", "measures"].flatMap((section) => {
      const entries = scenario[section];
      return isMap(entries) ? Object.entries(entries).flatMap(([id, entry]) => within(entry, [section, id])) : [];
    }),
  ];
}

/** Codes of three letters have many neighbours: a country with a market of its own is the likelier one. */
function likely(kind: NameKind, name: string, vocabulary: Vocabulary): readonly string[] {
  const own = kind === "countries" ? [...vocabulary.countries(["WLD"])].sort() : [];
  return closest(name, own).length > 0 ? own : vocabulary.names[kind];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
