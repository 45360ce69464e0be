import * as z from "zod/mini";

/** What a parameter may be, for the sentence that says what was wrong with one. */
export type Expected =
  | { readonly kind: "one of"; readonly options: readonly string[] }
  | { readonly kind: "id" }
  | { readonly kind: "ids" }
  | { readonly kind: "month" }
  | { readonly kind: "number"; readonly from: number; readonly to: number }
  | { readonly kind: "text"; readonly most: number }
  | { readonly kind: "packed" };

/** One parameter of the address: how it is read and written, and what it is when it is not there. */
export interface Field<T> {
  readonly codec: z.ZodMiniType<T, string>;
  readonly expected: Expected;
  /** undefined: the parameter may be absent, which means something of its own */
  readonly absent: T | undefined;
  /** written even when it says what its absence would */
  readonly always: boolean;
}

interface Options<T> {
  readonly absent?: T;
  readonly always?: boolean;
}

function field<T>(codec: z.ZodMiniType<T, string>, expected: Expected, { absent, always }: Options<T>): Field<T> {
  return { codec, expected, absent, always: always === true };
}

const idPattern = /^[A-Za-z0-9][\w.@+-]{0,99}$/;
const text = <T extends string>(schema: z.ZodMiniType<T, string>) => schema;

/** One of some words. */
export function choice<const T extends string>(options: readonly T[], rest: Options<T> = {}): Field<T> {
  return field(text(z.enum(options) as unknown as z.ZodMiniType<T, string>), { kind: "one of", options }, rest);
}

/** The id of something in the dataset; whether there is such a thing is checked against the catalogue. */
export function id(rest: Options<string> = {}): Field<string> {
  return field(z.string().check(z.regex(idPattern)), { kind: "id" }, rest);
}

/** Ids with commas between them; an empty text is no id. */
export function ids(rest: Options<readonly string[]> = {}): Field<readonly string[]> {
  const list = z.array(z.string().check(z.regex(idPattern))).check(z.maxLength(400));
  const codec = z.codec(z.string(), list, {
    decode: (written) => (written === "" ? [] : written.split(",")),
    encode: (value) => value.join(","),
  });
  return field(codec as unknown as z.ZodMiniType<readonly string[], string>, { kind: "ids" }, rest);
}

/** `2026-12` */
export function month(rest: Options<string> = {}): Field<string> {
  return field(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)), { kind: "month" }, rest);
}

/** A number within bounds, written with a decimal point. */
export function number(from: number, to: number, rest: Options<number> = {}): Field<number> {
  const codec = z.codec(
    z.string().check(z.regex(/^-?\d+(\.\d+)?$/)),
    z.number().check(z.minimum(from), z.maximum(to)),
    { decode: Number, encode: String },
  );
  return field(codec, { kind: "number", from, to }, rest);
}

/** What someone typed, such as a search. */
export function words(rest: Options<string> = {}): Field<string> {
  return field(z.string().check(z.maxLength(200)), { kind: "text", most: 200 }, rest);
}

/** The column a table is sorted by, `-` before it for descending. */
export function sort(rest: Options<string> = {}): Field<string> {
  return field(z.string().check(z.regex(/^-?[A-Za-z][\w.-]{0,60}$/)), { kind: "id" }, rest);
}

/** A longer text as deflate and base64url; see `packed.ts`. */
export function packed(rest: Options<string> = {}): Field<string> {
  return field(z.string().check(z.regex(/^[\w-]{1,60000}$/)), { kind: "packed" }, rest);
}

/** Plain data of some kind as JSON and base64url; whether it makes sense is said by who uses it. */
export function json<T extends object>(rest: Options<T> = {}): Field<T> {
  const codec = z.codec(z.string().check(z.regex(/^[\w-]{1,20000}$/)), z.record(z.string(), z.unknown()), {
    decode: (written, context) => {
      try {
        const bytes = Uint8Array.from(atob(written.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Record<string, unknown>;
      } catch {
        context.issues.push({ code: "custom", message: "not base64url of JSON", input: written });
        return z.NEVER;
      }
    },
    encode: (value) => {
      const binary = Array.from(new TextEncoder().encode(JSON.stringify(value)), (byte) => String.fromCharCode(byte));
      return btoa(binary.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
    },
  });
  return field(codec as unknown as z.ZodMiniType<T, string>, { kind: "packed" }, rest);
}
