import type { Vocabulary } from "../chain/vocabulary.ts";
import { vocabularyOf } from "../chain/vocabulary-of.ts";
import {
  type Dataset,
  didYouMean,
  type EventTermRow,
  InputError,
  type Problem,
  quote,
  validateTree,
} from "../dataset/index.ts";
import { policySchema } from "../policy/kinds/index.ts";
import { entryOf } from "./entry.ts";
import { acts } from "./policy.ts";

/** Terms that hold names, and of what kind; the rest are numbers, dates or lists with shapes of their own. */
const namesIn: Readonly<Record<string, keyof Vocabulary["names"]>> = {
  commodity: "materials",
  mine: "materials",
  capacityOf: "materials",
  materials: "materials",
  recipe: "recipes",
  recipes: "recipes",
  uses: "uses",
  country: "countries",
  countries: "countries",
  origin: "countries",
  origins: "countries",
  destination: "countries",
  destinations: "countries",
};

/** Every row of the ledger that makes no policy, with file and line: fields of its kind, and the names in its terms. */
export function checkLedger(dataset: Dataset): Problem[] {
  const vocabulary = vocabularyOf(dataset);
  const forms = dataset.events.filter(acts).flatMap((event) => {
    try {
      validateTree(entryOf(dataset, event), policySchema);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problems.map((p) => ({ ...p, message: `${event.id}: ${p.message}` }));
    }
  });
  const ids = dataset.events.map((event) => event.id);
  return [...forms, ...dataset.eventTerms.flatMap((term) => unknownNames(term, vocabulary, ids))];
}

function unknownNames(row: EventTermRow, vocabulary: Vocabulary, ids: readonly string[]): Problem[] {
  const kind = namesIn[row.term];
  const known = row.term === "of" ? ids : kind && vocabulary.names[kind];
  if (!known) return [];
  const written = row.value.replace(/^\[|\]$/g, "").split(",");
  return written
    .map((name) => name.trim())
    .filter((name) => !known.includes(name))
    .map((name) => ({
      file: row.file,
      line: row.line,
      message: `${row.term}: unknown name ${quote(name)}`,
      remedy: didYouMean(name, known),
    }));
}
