import type { Day, Stretch } from "./calendar.ts";
import { type CountryMention, countriesOf } from "./countries.ts";
import { type DateMention, datesOf } from "./dates.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { fold, halfWidth } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { type MaterialMention, materialsOf } from "./materials.ts";
import { separableCues } from "./separable-de.ts";
import { overlaps, type Span, spanOf } from "./span.ts";
import type { TermFound } from "./terms.ts";
import type { Language } from "./words.ts";

export interface StageMention extends Span {
  readonly stages: readonly string[];
}

export interface Cue extends Span {
  readonly cue: string;
}

/** Everything that was recognised in a stretch of text, by its place in the article. */
export interface Scan extends Span {
  readonly language: Language;
  readonly dates: readonly DateMention[];
  readonly countries: readonly CountryMention[];
  readonly materials: readonly MaterialMention[];
  readonly stages: readonly StageMention[];
  readonly figures: readonly Figure[];
  readonly cues: readonly Cue[];
}

/** Recognises all it can in a sentence. @param previous the date named last before it, for "that day" */
export function scan(
  article: string,
  { start, end }: { readonly start: number; readonly end: number },
  language: Language,
  lexicon: Lexicon,
  reference: Day | null,
  previous: Stretch | null,
): Scan {
  const sentence = halfWidth(article.slice(start, end));
  const folded = fold(sentence);
  const words = lexicon.languages[language];
  const local = <T extends { start: number; end: number }>(found: T) => ({
    ...spanOf(sentence, found.start, found.end),
    start: found.start + start,
    end: found.end + start,
  });
  const countries = countriesOf(sentence, folded, start, language, lexicon);
  const dates = datesOf(sentence, start, language, reference, previous);
  const named = countries
    .filter((c) => c.form === "organisation" || c.form === "maker")
    .map((c) => ({ start: c.start - start, end: c.end - start }));
  const notDate = ({ start: s, end: e }: TermFound<unknown>) =>
    !dates.some((d) => overlaps(d, { start: s + start, end: e + start }));
  const cues = [...words.cues.find(folded, sentence), ...(language === "de" ? separableCues(sentence) : [])];
  // what was read is half-width; what a span quotes is as the article has it
  const exact = <T extends Span>(of: readonly T[]): T[] =>
    of.map((f) => ({ ...f, text: article.slice(f.start, f.end) }));
  const stages = words.stages
    .find(folded, sentence)
    .filter((s) => !named.some((n) => overlaps(n, s)))
    .map((s) => ({ ...local(s), stages: s.means }));
  const meant = cues
    .filter(notDate)
    .filter((c) => !countries.some((m) => m.start - start <= c.start && c.end <= m.end - start))
    .map((c) => ({ ...local(c), cue: c.means }));
  return {
    ...spanOf(article, start, end),
    language,
    dates: exact(dates),
    countries: exact(countries),
    materials: exact(materialsOf(sentence, folded, start, language, lexicon, named)),
    stages: exact(stages),
    figures: exact(figuresOf(sentence, start, language, dates)),
    cues: exact(meant).sort((a, b) => a.start - b.start),
  };
}

/** The part of a scan that lies within a clause. */
export function within(whole: Scan, article: string, start: number, end: number): Scan {
  const inside = <T extends { start: number; end: number }>(of: readonly T[]) =>
    of.filter((item) => item.start >= start && item.end <= end);
  return {
    ...spanOf(article, start, end),
    language: whole.language,
    dates: inside(whole.dates),
    countries: inside(whole.countries),
    materials: inside(whole.materials),
    stages: inside(whole.stages),
    figures: inside(whole.figures),
    cues: inside(whole.cues),
  };
}
