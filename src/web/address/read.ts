import { didYouMean } from "../../dataset/suggest.ts";
import type { Expected } from "./field.ts";
import { type Address, addressSchema, defaults, fields, type Parameter, type ScreenId, screenIds } from "./schema.ts";

/** Something wrong in an address; worded by the catalogue of the page's language. */
export type AddressProblem =
  | { readonly kind: "screen"; readonly got: string }
  | { readonly kind: "parameter"; readonly name: string; readonly meant: string | undefined }
  | { readonly kind: "twice"; readonly name: string }
  | { readonly kind: "value"; readonly name: string; readonly got: string; readonly expected: Expected }
  | { readonly kind: "name"; readonly name: string; readonly got: string; readonly meant: string | undefined };

export interface AddressReading {
  /** what could be read; where something is wrong, what an address without it means */
  readonly address: Address;
  readonly problems: readonly AddressProblem[];
}

/**
 * Reads the part of a URL after `#`: `/chain?for=JPN&month=2026-12`.
 * @param base what parameters that are absent are (for the language, what the browser asks for)
 */
export function readAddress(hash: string, base: Address = defaults): AddressReading {
  const [path = "", query = ""] = splitOnce(hash.replace(/^#/, ""), "?");
  const problems: AddressProblem[] = [];
  const wanted = path.replace(/^\/|\/$/g, "");
  const known = (screenIds as readonly string[]).includes(wanted);
  if (!known && wanted !== "") problems.push({ kind: "screen", got: clipped(wanted) });
  const texts = textsOf(query, problems);
  const reading = addressSchema.safeParse(texts);
  const wrong = new Set<string>();
  if (!reading.success)
    for (const issue of reading.error.issues) {
      const name = String(issue.path[0] ?? "");
      if (wrong.has(name) || name === "") continue;
      wrong.add(name);
      const { expected } = fields[name as Parameter];
      problems.push({ kind: "value", name, got: clipped(texts[name] ?? ""), expected });
    }
  const sound = Object.fromEntries(Object.entries(texts).filter(([name]) => !wrong.has(name)));
  const values = reading.success ? reading.data : addressSchema.parse(sound);
  return { address: { ...base, ...values, screen: known ? (wanted as ScreenId) : base.screen }, problems };
}

/** Texts by parameter; what no screen knows and what comes twice is told and left out. */
function textsOf(query: string, problems: AddressProblem[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, text] of new URLSearchParams(query)) {
    if (!Object.hasOwn(fields, name)) {
      const meant = didYouMean(name, Object.keys(fields)).match(/"(.+)"/)?.[1];
      problems.push({ kind: "parameter", name: clipped(name), meant });
    } else if (Object.hasOwn(texts, name)) problems.push({ kind: "twice", name });
    else texts[name] = text;
  }
  return texts;
}

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}

const MOST_SHOWN = 60;
const clipped = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
