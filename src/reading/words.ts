import { id, oneOf, text } from "../dataset/schema/column.ts";
import { type RowOf, table } from "../dataset/schema/table.ts";

export const languages = ["de", "en", "ja"] as const;
export type Language = (typeof languages)[number];

export const wordLanguages = [...languages, "mul", "symbol"] as const;

/** What a word says of a country. A person, an organisation or a government speaks for it; a place only lies in it. */
export const countryForms = [
  "name",
  "adjective",
  "people",
  "capital",
  "government",
  "person",
  "organisation",
  "maker",
  "place",
] as const;
export type CountryForm = (typeof countryForms)[number];

const word = text("as written; a capital first letter must be one, * at the end lets letters follow");
const language = oneOf(wordLanguages, "language of the word; mul: all, symbol: a chemical symbol");

/** Tables of words by which an article is read, in data/reading/. */
export const wordTables = {
  countryNames: table({
    file: "reading/country_names.csv",
    about: "Names of all countries, from the package i18n-iso-countries (scripts/country-names.ts).",
    key: "{country}:{language}:{word}",
    columns: { country: id("ISO 3166 alpha-3"), language, word },
  }),
  countryWords: table({
    file: "reading/country_words.csv",
    about: "Short names, adjectives, capitals, governments, people and companies that stand for a country or bloc.",
    key: "{country}:{language}:{word}",
    columns: {
      country: text("ISO alpha-3 or a bloc; several with ; between; - for none (South China Sea)"),
      language,
      form: oneOf(countryForms, "what the word is"),
      word,
    },
  }),
  materialWords: table({
    file: "reading/material_words.csv",
    about: "Names of materials, groups of them and magnets.",
    key: "{material}:{language}:{word}",
    columns: {
      material: id("material, commodity or group of the model, or a mineral of statistics/materials.csv"),
      language,
      word,
    },
  }),
  stageWords: table({
    file: "reading/stage_words.csv",
    about: "Words for stages of the chain.",
    key: "{stages}:{language}:{word}",
    columns: { stages: text("stage; several with ; between"), language, word },
  }),
  cueWords: table({
    file: "reading/cue_words.csv",
    about: "Words that tell what kind of event a statement is about, and how certain it is (m-…).",
    key: "{cue}:{language}:{word}",
    columns: { cue: id("name used by src/reading/kinds.ts and src/reading/modality.ts"), language, word },
  }),
} as const;

export type WordTable = keyof typeof wordTables;
export type WordRows = { readonly [N in WordTable]: readonly RowOf<(typeof wordTables)[N]>[] };

/** Files of data/ that belong here. */
export const isWords = (file: string): boolean => file.startsWith("reading/");
