import { affectedBy } from "./affected.ts";
import { type Article, type ArticleOptions, openArticle } from "./article.ts";
import type { Stretch } from "./calendar.ts";
import { clausesOf } from "./clauses.ts";
import { continuation, isControl, saysMore } from "./continue.ts";
import type { Draft, Unplaced } from "./draft.ts";
import { draftOf } from "./drafts.ts";
import { inherit } from "./inherit.ts";
import { UNNAMED } from "./kinds.ts";
import { guessLanguage } from "./language.ts";
import type { Lexicon } from "./lexicon.ts";
import { mergeDrafts } from "./merge.ts";
import { type Scan, scan } from "./scan.ts";
import { LONGEST_SENTENCE, type Sentence, sentencesOf } from "./sentences.ts";
import { withShortNames } from "./short-names.ts";
import { overlaps, type Span } from "./span.ts";
import { isOfTheMeasure } from "./the-measure.ts";
import { leftOver } from "./unplaced.ts";
import type { Language } from "./words.ts";

export interface Reading {
  readonly article: Article;
  /** in the order of the text */
  readonly drafts: readonly Draft[];
  readonly unplaced: readonly Unplaced[];
}

/**
 * Proposes rows of the ledger from an article in German, English or Japanese. It never decides: every part of a draft
 * says which characters it was read from and how sure it is, and what found no place is listed.
 * @param file how to name the article in an error; @param source plain text or HTML
 * @throws InputError for what cannot be read as an article
 */
export function readArticle(file: string, source: string, lexicon: Lexicon, options: ArticleOptions = {}): Reading {
  const article = openArticle(file, source, options);
  const drafts: Draft[] = [];
  const unplaced: Unplaced[] = [];
  const scans: Scan[] = [];
  let previousDate: Stretch | null = null;
  let nextReport = 0;
  let lastScan: { paragraph: number; scan: Scan } | null = null;
  let last: { paragraph: number; index: number } | null = null;
  let hasMaterial = false;
  const words = withShortNames(lexicon, article.text);
  for (const { sentence, language } of inTheirLanguage(article, options.language)) {
    if (sentence.start >= nextReport) {
      options.onProgress?.(sentence.start, article.text.length);
      nextReport = sentence.start + REPORT_EVERY;
    }
    const span = { start: sentence.start, end: sentence.end, text: article.text.slice(sentence.start, sentence.end) };
    if (language === null) {
      unplaced.push({ ...span, what: "statement", why: "in another language than the article, and none that is read" });
      continue;
    }
    if (sentence.end - sentence.start >= LONGEST_SENTENCE)
      unplaced.push({
        ...span,
        text: `${span.text.slice(0, 80)}…`,
        what: "statement",
        why: `longer than ${LONGEST_SENTENCE} characters without an end: cut there`,
      });
    const whole = withoutDateline(scan(article.text, sentence, language, words, article.date, previousDate), article);
    if (isDateOfArticle(article, whole)) continue;
    hasMaterial ||= whole.materials.length > 0;
    previousDate = whole.dates.findLast((d) => d.stretch !== null && d.role === "on")?.stretch ?? previousDate;
    for (const clause of clausesOf(whole, article.text)) {
      const prior = lastScan !== null && lastScan.paragraph === sentence.paragraph ? lastScan.scan : undefined;
      const before = last !== null && sentence.paragraph - last.paragraph <= 1 ? drafts[last.index] : undefined;
      const sameParagraph = last?.paragraph === sentence.paragraph;
      const recent = drafts.slice(-RECENT);
      const tells = draftOf(clause, article.date);
      if (before && SAYS_THAT[clause.language].test(clause.text)) {
        const said = continuation(clause, before);
        if (said) {
          drafts[last!.index] = said;
          continue;
        }
      }
      const rule = tells === null || tells.kind.value === "context" ? ruleMeant(clause, drafts) : -1;
      if (rule >= 0) {
        drafts[rule] = continuation(clause, drafts[rule]!) ?? drafts[rule]!;
        continue;
      }
      const told =
        tells &&
        inherit(tells, clause, {
          before,
          sameParagraph,
          prior,
          agreement: recent.findLast((d) => d.topic === "agreement" && d.actors.length > 1),
        });
      const draft = told && isForTheLedger(told, hasMaterial) ? told : null;
      const more = draft && before ? saysMore(clause, draft, before) : null;
      const hit = before && draft === null && isControl(before) ? affectedBy(clause, before) : null;
      const continued = hit ?? more ?? (before && draft === null ? continuation(clause, before) : null);
      if (continued) drafts[last!.index] = continued;
      else if (draft) {
        drafts.push(draft);
        last = { paragraph: sentence.paragraph, index: drafts.length - 1 };
      }
    }
    lastScan = { paragraph: sentence.paragraph, scan: whole };
    scans.push(whole);
  }
  const merged = mergeDrafts(drafts);
  unplaced.push(...leftOver(scans, merged, article.dateSpan));
  return { article, drafts: merged, unplaced: unplaced.sort((a, b) => a.start - b.start) };
}

/**
 * A works that stops, of no country and for no material, is an event of another ledger; so are controls of nothing that
 * is named, in an article without materials.
 */
const isForTheLedger = ({ kind, actors, materials }: Draft, hasMaterial: boolean): boolean => {
  if (materials.length > 0) return true;
  if (kind.value === "licence" && kind.confidence <= UNNAMED) return hasMaterial;
  return (kind.value !== "outage" && kind.value !== "recycling") || actors.length > 0;
};

/** "Das sagte Trump am Donnerstag": who said what stands before it. */
const SAYS_THAT: Readonly<Record<Language, RegExp>> = {
  de: /^(?:Das|Dies|So)\s+(?:sagte|sagten|teilte|teilten|gab|gaben|erklärte|erklärten|berichtete|kündigte)(?!\p{L})/u,
  en: /^(?:This|That)\s+(?:was|is)\s+(?:said|announced|confirmed|reported)\b/,
  ja: /^[^、。]{0,30}が(?:明らかにした|発表した|公表した)。?$/,
};

const REPORT_EVERY = 20_000;

/** How many drafts a sentence may look back: time must not grow with the square of the text. */
const RECENT = 50;

/** "Most of these restrictions take effect on 1 December": the last control there was, wherever it was told; -1: none. */
function ruleMeant(clause: Scan, drafts: readonly Draft[]): number {
  const has = (...cues: string[]) => clause.cues.some((c) => cues.includes(c.cue));
  if (
    !(isOfTheMeasure(clause) || (has("effect") && has("measure", "control", "export-control", "notice"))) ||
    !clause.dates.some((d) => d.stretch !== null)
  )
    return -1;
  const from = Math.max(0, drafts.length - RECENT);
  const at = drafts.slice(from).findLastIndex((d) => isControl(d) && d.inForce === null);
  return at < 0 ? -1 : from + at;
}

/** "Updated: 28 October 2025": of the article, not of an event. */
const isDateOfArticle = (article: Article, { start, end, materials, cues }: Scan): boolean =>
  article.dateSpan !== null &&
  article.dateSpan.start >= start &&
  article.dateSpan.end <= end &&
  end - start <= article.dateSpan.end - article.dateSpan.start + 40 &&
  materials.length === 0 &&
  cues.every((c) => c.cue === "say" || c.cue.startsWith("m-"));

/** Where and when a report was written is nothing that happened. */
function withoutDateline(whole: Scan, { dateline }: Article): Scan {
  if (dateline === null || dateline.start >= whole.end || dateline.end <= whole.start) return whole;
  const outside = <T extends Span>(of: readonly T[]) => of.filter((item) => !overlaps(item, dateline));
  return {
    ...whole,
    dates: outside(whole.dates),
    countries: outside(whole.countries),
    figures: outside(whole.figures),
  };
}

const ENOUGH_LETTERS = 80;

/** The sentences, each with the language of its paragraph; a short one has the article's. */
function* inTheirLanguage(
  article: Article,
  fixed: Language | undefined,
): Generator<{ sentence: Sentence; language: Language | null }> {
  let paragraph = -1;
  let language: Language | null = article.language;
  const sentences = sentencesOf(article.text);
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      const end = sentences.slice(i, i + 20).findLast((s) => s.paragraph === paragraph)!.end;
      const text = article.text.slice(sentence.start, Math.min(end, sentence.start + 2_000));
      language =
        fixed ??
        (text.length < ENOUGH_LETTERS && !/[\u3041-\u30ff]/.test(text)
          ? article.language
          : guessLanguage(text, article.language).language);
    }
    yield { sentence, language };
  }
}
