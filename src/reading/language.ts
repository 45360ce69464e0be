import type { Language } from "./words.ts";

/** Frequent small words; those of other languages tell when none of ours is meant. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  de: "der die das und ist nicht ein eine einer einem mit von auf für dem den des zu im sich auch werden wird bei nach aus am hat haben sind dass wie über einen an um vor als sie er es ihre ihr seine wurde wurden zum unter durch gegen",
  en: "the of and to in is that for on with as by from has have was are its at an will be this it which said not their",
  french: "le la les des et est une dans pour que qui sur avec au aux du par pas sont ce cette ses",
  spanish: "el los las y es una en para que por con del se su al como más sus está",
  italian: "il gli di e è una per che con del della nel sono si ha alla dei delle",
  dutch: "het een en van voor met zijn niet aan op te dat ook door naar bij worden",
  portuguese: "os as e é uma em para que com não do da dos das no na por ao",
};
const sets = Object.entries(SMALL_WORDS).map(([name, words]) => ({ name, words: new Set(words.split(" ")) }));
const LOOK_AT = 20_000;

export interface LanguageGuess {
  /** null: none of the three */
  readonly language: Language | null;
  /** what it looks like, for a message */
  readonly looksLike: string;
}

/** The language of a text by its script and its small words; `fallback` where it is too short to tell. */
export function guessLanguage(text: string, fallback: Language | null = "en"): LanguageGuess {
  const sample = text.slice(0, LOOK_AT);
  const kana = (sample.match(/[\u3041-\u30ff]/g) ?? []).length;
  const han = (sample.match(/[\u3400-\u9fff]/g) ?? []).length;
  const latin = (sample.match(/\p{Script=Latin}/gu) ?? []).length;
  if (kana + han > latin / 4 && kana + han > 0) {
    // headlines have few kana, Chinese has none
    if (kana >= han / 50 || han < 30) return { language: "ja", looksLike: "Japanese" };
    return { language: null, looksLike: "Chinese" };
  }
  const other = (sample.match(/\p{L}/gu) ?? []).length - latin - kana - han;
  if (other > latin) return { language: null, looksLike: "a language in another script" };
  const counts = new Map<string, number>();
  for (const [word] of sample.toLowerCase().matchAll(/\p{L}+/gu))
    for (const { name, words } of sets) if (words.has(word)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ranked = sets.map(({ name }) => ({ name, count: counts.get(name) ?? 0 })).sort((a, b) => b.count - a.count);
  const best = ranked[0]!;
  if (best.count < 2) {
    if (/[äöüß]/i.test(sample)) return { language: "de", looksLike: "German" };
    return { language: fallback, looksLike: "too short to tell" };
  }
  if (best.name === "de" || best.name === "en")
    return { language: best.name, looksLike: best.name === "de" ? "German" : "English" };
  return { language: null, looksLike: best.name };
}
