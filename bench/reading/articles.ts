import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Language } from "../../src/reading/index.ts";

/** What a reader should find in a statement of an article. */
export interface Label {
  /** words of the text that the statement holds */
  readonly at: string;
  readonly kind: string;
  readonly topic?: string;
  readonly date?: string;
  readonly in_force?: string;
  readonly ends?: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly materials: readonly string[];
  readonly stages?: readonly string[];
  /** `250 count`, `10 %`, `400000000 USD` */
  readonly figures: readonly string[];
  readonly modality?: string;
}

export interface LabelledArticle {
  readonly id: string;
  readonly set: "tune" | "held";
  readonly language: Language;
  readonly date: string;
  readonly text: string;
  readonly events: readonly Label[];
}

/** All articles of the bench, with their labels. */
export function labelledArticles(): LabelledArticle[] {
  return (["de", "en", "ja"] as const).flatMap((language) => {
    const text = readFileSync(join(import.meta.dirname, `articles.${language}.yaml`), "utf8");
    const read: LabelledArticle[] = parse(text);
    return read.map((article) => {
      for (const { at } of article.events)
        if (!article.text.includes(at)) throw new Error(`${article.id}: its text does not hold "${at}"`);
      const events = article.events.map((e) => ({ ...e, ...(e.date === undefined ? {} : { date: String(e.date) }) }));
      return { ...article, language, events };
    });
  });
}
