import { readLexicon } from "../../src/cli/io/read-dataset.ts";
import { type Draft, readArticle } from "../../src/reading/index.ts";

export const lexicon = readLexicon();

export const read = (text: string, date?: string) =>
  readArticle("article", text, lexicon, date === undefined ? {} : { date });

/** The only draft of a text. */
export function only(text: string, date = "2025-10-28"): Draft {
  const { drafts } = read(text, date);
  if (drafts.length !== 1) throw new Error(`${drafts.length} drafts: ${drafts.map((d) => d.title).join(" | ")}`);
  return drafts[0]!;
}

export const values = (list: readonly { readonly value: string }[]) => list.map((r) => r.value);
