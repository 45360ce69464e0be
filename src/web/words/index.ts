import type { Lang } from "../address/fields/shared.ts";
import { en, type Words } from "./en.ts";
import { formatOf } from "./format.ts";

export type { Words } from "./en.ts";

/** English is there at once; the others are loaded when they are asked for. */
export const english: Words = en(formatOf("en"));

/** All words of the page in a language. Errors: as `import()`, when the file cannot be loaded. */
export async function wordsIn(lang: Lang): Promise<Words> {
  switch (lang) {
    case "en":
      return english;
    case "de":
      return (await import("./de.ts")).de(formatOf("de"));
    case "ja":
      return (await import("./ja.ts")).ja(formatOf("ja"));
  }
}

/** What each language calls itself. */
export const languageNames: Readonly<Record<Lang, string>> = { en: "English", de: "Deutsch", ja: "日本語" };
