import { z } from "zod";
import {
  didYouMean,
  InputError,
  type MapTree,
  quote,
  readJsonTree,
  readTree,
  type Tree,
  validateTree,
} from "../dataset/index.ts";
import { readScenarioText, type ScenarioReading } from "../ledger/index.ts";
import { MOST_MONTHS } from "../simulation/scenario.ts";
import type { Body } from "./body.ts";
import { loadFrom, type ShippedDocument } from "./documents.ts";
import type { Library } from "./library.ts";

/** Longest scenario or plan that is sent; the longest that ships has a quarter of it. */
export const MOST_DOCUMENT_BYTES = 65_536;

const document = z.union([z.string(), z.record(z.string(), z.unknown())]);

export const simulateRequest = z.strictObject({
  scenario: document.describe("the id of a shipped scenario, or a scenario; it may extend a shipped one"),
  months: z.int().min(1).max(MOST_MONTHS).optional().describe("instead of the scenario's"),
  viewpoint: z.array(z.string()).min(1).max(50).optional().describe("instead of the scenario's"),
  worth: z.boolean().optional().describe("false leaves out what each measure is worth (faster)"),
});

export const planRequest = z.strictObject({
  plan: document.describe("the id of a shipped plan, or a plan; it may extend a shipped one"),
});

/** A scenario or plan as a request gives it. */
export interface Requested {
  readonly id: string;
  readonly path: string;
  readonly load: (path: string) => string | MapTree;
}

/** Parses a body: JSON with places, or YAML that stands for the whole document. Errors: InputError */
export function readRequest<T extends z.ZodObject>(
  body: Body,
  schema: T,
  key: "scenario" | "plan",
): { readonly value: Partial<z.output<T>>; readonly document: Tree } {
  if (body.mediaType === "application/yaml") return { value: {}, document: readTree("body", body.text) };
  const tree = readJsonTree("body", body.text);
  if (tree.kind !== "map") {
    const remedy = `write {"${key}": …}`;
    throw new InputError([{ ...tree.at, message: "got no object, expected keys with values", remedy }]);
  }
  const { value } = validateTree(tree, schema as unknown as z.ZodType<z.output<T>>);
  return { value: value as Partial<z.output<T>>, document: tree.entries.get(key)!.value };
}

/** The document that is meant: a shipped one by its id, or the one that was sent. Errors: InputError */
export function requested(
  document: Tree,
  folder: "scenarios" | "plans",
  { texts, ...library }: Pick<Library, "texts" | "scenarios" | "plans">,
): Requested {
  if (document.kind === "scalar") {
    const shipped = shippedAs(String(document.value), library[folder], document.at);
    return { id: shipped.id, path: shipped.path, load: loadFrom(texts.documents) };
  }
  const path = `${folder}/request.yaml`;
  const tree = document as MapTree; // the schema lets nothing else through
  return { id: "request", path, load: loadFrom(texts.documents, { path, tree }) };
}

/** A shipped document by its id. Errors: InputError with the nearest */
export function shippedAs(
  id: string,
  shipped: ReadonlyMap<string, ShippedDocument>,
  at: { readonly file: string; readonly line: number; readonly column?: number },
): ShippedDocument {
  const found = shipped.get(id);
  if (found) return found;
  throw new InputError([{ ...at, message: `no such name ${quote(id)}`, remedy: didYouMean(id, shipped.keys()) }]);
}

export interface RequestedScenario {
  readonly id: string;
  readonly reading: ScenarioReading;
  readonly worth: boolean | undefined;
}

/** The scenario of a body, checked. Errors: InputError with every problem at its line and column */
export function requestedScenario(body: Body, library: Library): RequestedScenario {
  const { value, document } = readRequest(body, simulateRequest, "scenario");
  const { id, path, load } = requested(document, "scenarios", library);
  const reading = readScenarioText(path, load, library, {
    months: value.months,
    viewpoint: value.viewpoint,
    viewpointFrom: "body",
  });
  return { id, reading, worth: value.worth };
}
