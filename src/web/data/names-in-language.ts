import { readCsv } from "../../dataset/csv.ts";
import { InputError } from "../../dataset/problem.ts";

/** Texts that a page in English has from where they stand. */
const NEEDLESS_IN_ENGLISH = /^(scenario|plan|event-description|event-figures|phrase)\//;

/** `[key, English, text]` of every row of names.csv that says something in a language. Errors: InputError. */
export function namesInLanguage(csv: string, lang: string): [string, string, string][] {
  const { records, problems } = readCsv("names.csv", csv);
  if (problems.length > 0) throw new InputError(problems);
  const header = records[0]?.fields ?? [];
  const at = (column: string) => {
    const place = header.indexOf(column);
    if (place < 0) throw new Error(`names.csv has no column "${column}"; it has ${header.join(", ")}`);
    return place;
  };
  const [key, en, text] = [at("key"), at("en"), at(lang)];
  return records
    .slice(1)
    .map(({ fields }): [string, string, string] => [fields[key] ?? "", fields[en] ?? "", fields[text] ?? ""])
    .filter((row) => row[2] !== "" && !(lang === "en" && NEEDLESS_IN_ENGLISH.test(row[0])));
}
