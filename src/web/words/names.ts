import { readId } from "../../charts/names.ts";
import type { Lang } from "../address/fields/shared.ts";

/** A name and the language it is in, for `lang=` where that is not the page's. */
export interface Name {
  readonly text: string;
  readonly lang: Lang;
}

export interface Names {
  /** @param english what the dataset calls it, for what has no translation */
  name(kind: string, id: string, english?: string): Name;
  /** a title found by its English */
  title(english: string): Name;
}

/** Names by `kind/id`; what has no translation stays English and says so. */
export function namesOf(rows: readonly (readonly [key: string, english: string, text: string])[], lang: Lang): Names {
  const byKey = new Map(rows.map(([key, , text]) => [key, text]));
  const byEnglish = new Map(rows.map(([, english, text]) => [english, text]));
  const named = (text: string | undefined, english: string): Name =>
    text === undefined ? { text: english, lang: "en" } : { text, lang };
  return {
    name: (kind, id, english = readId(id)) => named(byKey.get(`${kind}/${id}`), english),
    title: (english) => named(byEnglish.get(english), english),
  };
}
