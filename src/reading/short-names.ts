import { fold } from "./fold.ts";
import type { CountryWord, LanguageWords, Lexicon } from "./lexicon.ts";
import { overlaps } from "./span.ts";
import { TermSearch } from "./terms.ts";
import { type Language, languages } from "./words.ts";

/** "MP" of "MP Materials", "JL" of "JL MAG": capitals that a longer name begins with. */
const INITIALS = /^(\p{Lu}{2,4})[\s\u00a0]+\p{L}/u;

/** The words for one article: a company that is named in it may go by its initials, before and after. */
export function withShortNames(lexicon: Lexicon, text: string): Lexicon {
  const folded = fold(text);
  const wordsOf = (language: Language): LanguageWords => {
    const words = lexicon.languages[language];
    const short = new Map<string, CountryWord>();
    for (const { start, end, means } of words.countries.find(folded, text)) {
      const initials = INITIALS.exec(text.slice(start, end))?.[1];
      if (initials && means.countries.length > 0 && (means.form === "organisation" || means.form === "maker"))
        short.set(initials, means);
    }
    if (short.size === 0) return words;
    const search = new TermSearch([...short].map(([word, means]) => ({ word, means })));
    return {
      ...words,
      countries: {
        find: (f, t) => {
          const long = words.countries.find(f, t);
          const more = search.find(f, t).filter((s) => !long.some((l) => overlaps(l, s)));
          return more.length === 0 ? long : [...long, ...more].sort((a, b) => a.start - b.start);
        },
      },
    };
  };
  return { ...lexicon, languages: Object.fromEntries(languages.map((l) => [l, wordsOf(l)])) as Lexicon["languages"] };
}
