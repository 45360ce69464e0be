import { readId } from "../../charts/names.ts";
import type { Lang } from "../address/fields/shared.ts";
import { sentencesOf } from "./sentences.ts";

/** A name and the language it is in, for `lang=` where that is not the page's. */
export interface Name {
  readonly text: string;
  readonly lang: Lang;
}

export interface Names {
  /**
   * What something is called, from data/names.csv.
   * @param kind what stands before the slash of the table's keys: `country`, `commodity`, `event`, …
   * @param english what the dataset or the scenario calls it: its name where there is no translation
   */
  name(kind: string, id: string, english?: string): Name;
  /** The translation of a title or sentence of a scenario, plan or table; as it is, and English, where nobody translated it. */
  title(english: string): Name;
  /** The translation of a remark that a model put together of known parts (`phrase/` in names.csv); else as it is, and English. */
  sentence(english: string): Name;
}

/** Minerals of the statistics and materials of the model are often the same. */
const SAME_KIND: Readonly<Record<string, string>> = { mineral: "material", material: "mineral" };

/** Kinds with a title that a reader may edit: the translation of another title would be untrue. */
const EDITABLE = new Set(["scenario", "plan", "event", "measure"]);

/** Names in one language: `[key, English, text]` of each row of names.csv. */
export function namesOf(rows: readonly (readonly [key: string, english: string, text: string])[], lang: Lang): Names {
  const byKey = new Map(rows.map((row) => [row[0], row]));
  const byEnglish = new Map<string, string>();
  for (const [, english, text] of rows) if (!byEnglish.has(english)) byEnglish.set(english, text);
  const title = (english: string): Name => {
    const text = byEnglish.get(english.trim());
    return text === undefined ? { text: english, lang: "en" } : { text, lang };
  };
  const patterns = rows.filter(([key, english]) => key.startsWith("phrase/") && english.includes("{"));
  const translate = sentencesOf(
    patterns.map(([, english, text]) => [english, text]),
    lang,
    (english) => byEnglish.get(english),
  );
  return {
    title,
    sentence(english) {
      if (lang === "en") return { text: english, lang };
      const text = translate(english.trim());
      return text === undefined ? { text: english, lang: "en" } : { text, lang };
    },
    name(kind, id, english) {
      const row = byKey.get(`${kind}/${id}`) ?? byKey.get(`${SAME_KIND[kind] ?? kind}/${id}`);
      const isOther = EDITABLE.has(kind) && english !== undefined && row?.[1] !== english.trim();
      if (row && !isOther) return { text: row[2], lang };
      return title(english ?? readId(id));
    },
  };
}
