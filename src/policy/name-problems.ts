import type { Vocabulary } from "../chain/vocabulary.ts";
import { closest } from "../dataset/suggest.ts";
import { unknownName, WORD } from "./names.ts";

type NameKind = keyof Vocabulary["names"];
type Path = readonly (string | number)[];

/** Something unknown at a path. */
export interface NameProblem {
  readonly path: Path;
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

/** Unknown names in a policy as it is written, whether or not it fits the schema. */
export function policyNameProblems(value: unknown, path: Path, vocabulary: Vocabulary): NameProblem[] {
  if (Array.isArray(value)) return value.flatMap((v: unknown, i) => policyNameProblems(v, [...path, i], vocabulary));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const kind = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
    if (kind === undefined) return policyNameProblems(inner, [...path, key], vocabulary);
    return unknownNames(kind, inner, [...path, key], vocabulary);
  });
}

/** Those of some names that are none of their kind; parts that have another shape than names are left to the schema. */
export function unknownNames(
  kind: NameKind,
  value: unknown,
  path: Path,
  vocabulary: Vocabulary,
  word: string = WORD[kind],
): NameProblem[] {
  const names = Array.isArray(value) ? value : [value];
  return names.flatMap((name: unknown, i) => {
    if (typeof name !== "string" || name === "" || vocabulary.names[kind].includes(name)) return [];
    const known = likely(kind, name, vocabulary);
    const [message, ...rest] = unknownName(word, name, known, vocabulary.meant?.(kind, name)).split("; ");
    return [{ path: Array.isArray(value) ? [...path, i] : path, message: message!, remedy: rest.join("; ") }];
  });
}

/** Codes of three letters have many neighbours: a country with a market of its own is the likelier one. */
function likely(kind: NameKind, name: string, vocabulary: Vocabulary): readonly string[] {
  const own = kind === "countries" ? [...vocabulary.countries(["WLD"])].sort() : [];
  return closest(name, own).length > 0 ? own : vocabulary.names[kind];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
