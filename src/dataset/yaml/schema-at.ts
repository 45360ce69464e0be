import type { z } from "zod";

interface AnyDef {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

const defOf = (schema: z.ZodType): AnyDef => schema._zod.def as unknown as AnyDef;

/** Keys that objects may have at a path of a schema; unions offer those of the options the value can still be. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  return [...new Set(schemasAt([schema], path, value).flatMap((s) => Object.keys(defOf(s).shape ?? {})))];
}

/** Keys that objects may have at a path, with what the schema says of each; "" where it says nothing. */
export function fieldsAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): { readonly key: string; readonly about: string }[] {
  const found = new Map<string, string>();
  for (const object of schemasAt([schema], path, value))
    for (const [key, field] of Object.entries(defOf(object).shape ?? {}))
      if (!found.has(key)) found.set(key, aboutOf(field));
  return [...found].map(([key, about]) => ({ key, about }));
}

function aboutOf(schema: z.ZodType): string {
  const { innerType } = defOf(schema);
  return schema.description ?? (innerType ? aboutOf(innerType) : "");
}

/** Words (of literals and enums) allowed at a path of a schema. */
export function wordsAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  return [...new Set(schemasAt([schema], path, value).flatMap((s) => wordsOf(s).map(String)))];
}

function schemasAt(schemas: readonly z.ZodType[], path: readonly PropertyKey[], value: unknown): z.ZodType[] {
  const here = schemas.flatMap((schema) => unwrapped(schema, value));
  const [step, ...rest] = path;
  if (step === undefined) return here;
  const below = here.flatMap((schema) => {
    const def = defOf(schema);
    const child = def.shape ? def.shape[String(step)] : def.type === "array" ? def.element : def.valueType;
    return child ? [child] : [];
  });
  const inner = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  return schemasAt(below, rest, inner);
}

/** The schemas behind wrappers, unions and lazies, without those whose literals contradict the value. */
function unwrapped(schema: z.ZodType, value: unknown): z.ZodType[] {
  const def = defOf(schema);
  if (def.options) {
    const all = def.options.flatMap((option) => unwrapped(option, value));
    const fitting = all.filter((option) => couldBe(option, value));
    return fitting.length > 0 ? fitting : all;
  }
  const inner = def.innerType ?? def.in ?? def.getter?.();
  return inner ? unwrapped(inner, value) : [schema];
}

function couldBe(schema: z.ZodType, value: unknown): boolean {
  const shape = defOf(schema).shape;
  if (!shape || typeof value !== "object" || value === null) return true;
  return Object.entries(shape).every(([key, field]) => {
    const words = defOf(field).type === "literal" ? wordsOf(field) : [];
    return words.length === 0 || words.includes(Reflect.get(value, key));
  });
}

function wordsOf(schema: z.ZodType): readonly unknown[] {
  const def = defOf(schema);
  return def.values ?? Object.values(def.entries ?? {});
}
