import { InputError, type Problem, sortProblems } from "../dataset/index.ts";
import { readRows } from "../dataset/rows.ts";
import { TermSearch } from "./terms.ts";
import { type CountryForm, type Language, languages, type WordRows, type WordTable, wordTables } from "./words.ts";

export interface CountryWord {
  readonly countries: readonly string[];
  readonly form: CountryForm;
}

/** The words of one language, ready to be looked for. */
export interface LanguageWords {
  readonly countries: Pick<TermSearch<CountryWord>, "find">;
  readonly materials: TermSearch<string>;
  readonly stages: TermSearch<readonly string[]>;
  readonly cues: TermSearch<string>;
}

export interface Lexicon {
  readonly languages: Readonly<Record<Language, LanguageWords>>;
  /** material by chemical symbol */
  readonly symbols: ReadonlyMap<string, string>;
}

/** Reads the tables of data/reading/, with all that is wrong with them. @param files text by name relative to data/ */
export function readWordTables(files: ReadonlyMap<string, string>): { rows: WordRows; problems: Problem[] } {
  const problems: Problem[] = [];
  const rows: Partial<Record<WordTable, unknown>> = {};
  for (const [name, definition] of Object.entries(wordTables)) {
    const text = files.get(definition.file);
    if (text === undefined) {
      problems.push({ file: definition.file, line: 1, message: "the table is missing", remedy: "restore it" });
      rows[name as WordTable] = [];
      continue;
    }
    const reading = readRows(definition, definition.file, text);
    rows[name as WordTable] = reading.rows;
    problems.push(...reading.problems);
  }
  return { rows: rows as unknown as WordRows, problems: sortProblems(problems) };
}

/**
 * The words by which articles are read.
 * @param files text of data/reading/*.csv by name relative to data/
 * @throws InputError with every problem found
 */
export function parseLexicon(files: ReadonlyMap<string, string>): Lexicon {
  const { rows, problems } = readWordTables(files);
  if (problems.length > 0) throw new InputError(problems);
  const symbols = rows.materialWords.filter((row) => row.language === "symbol");
  return {
    languages: Object.fromEntries(languages.map((l) => [l, wordsOf(l, rows)])) as Record<Language, LanguageWords>,
    symbols: new Map(symbols.map((row) => [row.word, row.material])),
  };
}

/** Swiss texts write ss for ß. */
const spellings = (word: string): string[] => (word.includes("ß") ? [word, word.replaceAll("ß", "ss")] : [word]);

function wordsOf(language: Language, rows: WordRows): LanguageWords {
  const mine = <R extends { readonly language: string }>(all: readonly R[]) =>
    all.filter((row) => row.language === language || row.language === "mul");
  const own = mine(rows.countryWords);
  const taken = new Set(own.map((row) => row.word));
  const names = mine(rows.countryNames).filter((row) => !taken.has(row.word));
  const list = (cell: string) => (cell === "-" ? [] : cell.split(";"));
  const genitive = language === "de" ? { allowSuffix: "s" } : {};
  return {
    countries: new TermSearch<CountryWord>(
      [
        ...own.map((row) => ({ word: row.word, means: { countries: list(row.country), form: row.form } })),
        ...names.map((row) => ({ word: row.word, means: { countries: [row.country], form: "name" as const } })),
      ],
      genitive,
    ),
    materials: new TermSearch(
      mine(rows.materialWords).map((row) => ({ word: row.word, means: row.material })),
      genitive,
    ),
    stages: new TermSearch(mine(rows.stageWords).map((row) => ({ word: row.word, means: list(row.stages) }))),
    cues: new TermSearch(
      mine(rows.cueWords).flatMap((row) => spellings(row.word).map((word) => ({ word, means: row.cue }))),
    ),
  };
}
