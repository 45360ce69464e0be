import type { z } from "zod";
import type { Problem } from "../problem.ts";
import { didYouMean, quote } from "../suggest.ts";
import { keysAt, wordsAt } from "./schema-at.ts";
import { keyPositionOf, nodeAt, type Path, positionOf, type Tree } from "./tree.ts";

/** What an issue of a schema refers to. */
interface Context {
  readonly schema: z.ZodType;
  readonly tree: Tree;
  readonly value: unknown;
}

type Issue = z.core.$ZodIssue;

/** A schema's complaints, at the lines they are about. */
export function problemsOfIssues(issues: readonly Issue[], context: Context, prefix: Path = []): Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, [...prefix, ...issue.path], context));
}

function problemsOf(issue: Issue, path: Path, context: Context): Problem[] {
  const { schema, tree, value } = context;
  const say = (got: string, remedy: string): Problem[] => {
    const { file, line, column } = positionOf(tree, path);
    return [{ file, line, column, message: `${named(path)}${got}`, remedy }];
  };
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        ...keyPositionOf(tree, [...path, key]),
        message: `${named(path)}unknown key ${quote(key)}`,
        remedy: didYouMean(key, keysAt(schema, path, value)),
      }));
    case "invalid_type":
      if (!nodeAt(tree, path)) return missing(path, typeName(issue.expected), context);
      return say(`got ${shown(value, path)}, expected ${typeName(issue.expected)}`, "change the value");
    case "invalid_value": {
      const words = issue.values.map(String);
      if (!nodeAt(tree, path)) return missing(path, `one of ${words.join(", ")}`, context);
      return say(
        `got ${shown(value, path)}, expected one of ${words.join(", ")}`,
        didYouMean(String(at(value, path)), words),
      );
    }
    case "invalid_union":
      return ofUnion(issue, path, context, say);
    case "invalid_key":
      return issue.issues.map((inner) => ({
        ...keyPositionOf(tree, path),
        message: `${named(path.slice(0, -1))}key ${quote(String(path.at(-1) ?? ""))}: ${inner.message}`,
        remedy: "rename it",
      }));
    case "invalid_element":
      return problemsOfIssues(issue.issues, context, path);
    case "too_small":
    case "too_big": {
      const limit = issue.code === "too_small" ? lowerLimit(issue) : upperLimit(issue);
      return say(`got ${shown(value, path)}, expected ${limit}`, "change the value");
    }
    case "invalid_format": {
      const wanted = issue.format === "date" ? expectedDay(at(value, path)) : issue.message;
      return say(`got ${shown(value, path)}, ${wanted}`, "change the value");
    }
    case "not_multiple_of":
      return say(`got ${shown(value, path)}, expected a multiple of ${issue.divisor}`, "change the value");
    case "custom":
      return say(issue.message, "correct it");
    default:
      return issue satisfies never;
  }
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** What to expect of a day: that its month has so many days, if it is written as a day. */
function expectedDay(got: unknown): string {
  const usual = "expected a day such as 2025-04-04";
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(got)) ?? [];
  if (year === undefined) return usual;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return `${usual}: months go from 01 to 12`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) > days || Number(day) < 1 ? `${usual}: ${name} ${year} has ${days} days` : usual;
}

function missing(path: Path, expected: string, { tree }: Context): Problem[] {
  const { file, line, column } = positionOf(tree, path);
  const key = String(path.at(-1) ?? "");
  return [
    {
      file,
      line,
      column,
      message: `${named(path.slice(0, -1))}key ${quote(key)} is missing`,
      remedy: `add ${key}: ${expected}`,
    },
  ];
}

function ofUnion(
  issue: Issue & { code: "invalid_union" },
  path: Path,
  context: Context,
  say: (got: string, remedy: string) => Problem[],
): Problem[] {
  const words = wordsAt(context.schema, path, undefined);
  if (issue.errors.length === 0) {
    if (!nodeAt(context.tree, path))
      return missing(path, words.length > 0 ? `one of ${words.join(", ")}` : "a value", context);
    const got = at(context.value, path);
    return say(
      `got ${shown(context.value, path)}, expected one of ${words.join(", ")}`,
      didYouMean(String(got), words),
    );
  }
  // of several forms, the one meant is taken to be the one that got furthest
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map((i) => i.path.length));
  const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  if (best && depth(best) > 0) return problemsOfIssues(best, context, path);
  const forms = issue.errors.flatMap((branch) =>
    branch.map((i) => (i.code === "invalid_type" ? typeName(i.expected) : i.message)),
  );
  return say(`got ${shown(context.value, path)}, expected ${[...new Set(forms)].join(" or ")}`, "change the value");
}

interface Limit {
  readonly origin: string;
  readonly inclusive?: boolean;
}

function lowerLimit({ origin, minimum, inclusive }: Limit & { minimum: number | bigint }): string {
  if (origin === "array" || origin === "map" || origin === "set") return entries("at least", minimum);
  if (origin === "string") return `at least ${minimum} characters`;
  return inclusive === false ? `more than ${minimum}` : `at least ${minimum}`;
}

function upperLimit({ origin, maximum, inclusive }: Limit & { maximum: number | bigint }): string {
  if (origin === "array" || origin === "map" || origin === "set") return entries("at most", maximum);
  if (origin === "string") return `at most ${maximum} characters`;
  return inclusive === false ? `less than ${maximum}` : `at most ${maximum}`;
}

function entries(bound: string, count: number | bigint): string {
  return `${bound} ${count} ${Number(count) === 1 ? "entry" : "entries"}`;
}

function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "keys with values",
    record: "keys with values",
    date: "a date",
  };
  return names[type] ?? type;
}

function named(path: Path): string {
  return path.length === 0 ? "" : `${path.map(String).join(".")}: `;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (v, step) => (typeof v === "object" && v !== null ? Reflect.get(v, step) : undefined),
    value,
  );
}

function shown(value: unknown, path: Path): string {
  const got = at(value, path);
  if (Array.isArray(got)) return got.length === 0 ? "an empty list" : "a list";
  if (typeof got === "object" && got !== null) return "keys with values";
  return typeof got === "string" ? quote(got) : String(got);
}
