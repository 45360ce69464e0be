import { InputError, quote } from "../dataset/index.ts";
import { type Day, exists } from "./calendar.ts";
import { type Dateline, datelineOf } from "./dateline.ts";
import { datesOf } from "./dates.ts";
import { halfWidth } from "./fold.ts";
import { DEEPEST, htmlText, looksLikeHtml } from "./html-text.ts";
import { guessLanguage } from "./language.ts";
import { type Span, spanOf } from "./span.ts";
import { type Language, languages } from "./words.ts";

export const MOST_CHARACTERS = 2_000_000;

export interface ArticleOptions {
  /** the article's date, ISO; default: found in the page or the text */
  readonly date?: string;
  readonly language?: Language;
  /** default: what it looks like */
  readonly format?: "text" | "html";
  /** told now and then how many characters of how many are read */
  readonly onProgress?: (done: number, total: number) => void;
}

/** An article as it is read. All spans are places in `text`. */
export interface Article {
  readonly text: string;
  readonly format: "text" | "html";
  readonly language: Language;
  readonly date: Day | null;
  /** how the date is known */
  readonly dateFrom: "option" | "page" | "text" | "unknown";
  /** where it stands in the text */
  readonly dateSpan: Span | null;
  /** "TOKIO, 28. Oktober 2025 (dpa) –": nothing in it belongs to an event */
  readonly dateline: Span | null;
  readonly notes: readonly string[];
}

/**
 * Takes an article's text out of what was given and finds its language and date.
 * @throws InputError for text that is empty, too long, binary or in none of the three languages
 */
export function openArticle(file: string, source: string, options: ArticleOptions = {}): Article {
  const fail = (message: string, remedy: string, line = 1): never => {
    throw new InputError([{ file, line, message, remedy }]);
  };
  if (source.includes("\u0000")) fail("the article is binary", "name a text or HTML file");
  const format = options.format ?? (looksLikeHtml(source) ? "html" : "text");
  const page =
    format === "html"
      ? htmlText(source, () =>
          fail(`the page is nested more than ${DEEPEST} tags deep`, "save its text, or only the article"),
        )
      : null;
  // soft hyphens and zero-width characters stand within words of web pages
  const text = (page?.text ?? source).normalize("NFC").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
  if (text.trim() === "")
    fail(
      "there is no text in it",
      format === "html"
        ? "save the page with its text (a page filled in by a script has none)"
        : "name a file that has some",
    );
  if (text.length > MOST_CHARACTERS)
    fail(`the text has ${text.length} characters, ${MOST_CHARACTERS} are read`, "split it into articles");
  const notes: string[] = [];
  if (page && page.leftOutCharacters > 0)
    notes.push(
      `${page.leftOutCharacters} characters of navigation, forms and the like outside the article were left out`,
    );
  if (!page && text !== source)
    notes.push(
      "the text was brought into Unicode's composed form (NFC) without soft hyphens and zero-width characters; spans count in that",
    );
  const guess = guessLanguage(text, isLanguage(page?.language) ? page.language : "en");
  const language = options.language ?? guess.language;
  if (language === null)
    return fail(
      `the text looks ${guess.looksLike}`,
      "German, English and Japanese are read; if it is one of them, name it with --language",
    );
  if (options.language === undefined && guess.looksLike === "too short to tell")
    notes.push(`the text is too short to tell its language: read as ${language}`);
  const line = datelineOf(text, language);
  const dated = dateOf(text, page?.published ?? null, language, options, fail, line);
  if (dated.date === null && line !== null)
    notes.push(`the dateline "${line.dateSpan.text}" names no year: give --date for a day`);
  const dateline = line === null ? null : spanOf(text, line.start, line.end);
  return { text, format, language, ...dated, dateline, notes };
}

const isLanguage = (name: string | null | undefined): name is Language =>
  (languages as readonly string[]).includes(name ?? "");

type Dated = Pick<Article, "date" | "dateFrom" | "dateSpan">;

function dateOf(
  text: string,
  published: string | null,
  language: Language,
  { date }: ArticleOptions,
  fail: (message: string, remedy: string) => never,
  dateline: Dateline | null,
): Dated {
  if (date !== undefined) {
    if (!isDay(date)) fail(`got the date ${quote(date)}`, "expected a day as YYYY-MM-DD, such as 2025-10-28");
    return { date, dateFrom: "option", dateSpan: null };
  }
  const stated = published === null ? undefined : /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(published)?.[1];
  if (stated !== undefined && isDay(stated)) return { date: stated, dateFrom: "page", dateSpan: null };
  const found = dateInText(text, language);
  if (found === null && dateline?.day) return { date: dateline.day, dateFrom: "text", dateSpan: dateline.dateSpan };
  return found
    ? { date: found.day, dateFrom: "text", dateSpan: found.span }
    : { date: null, dateFrom: "unknown", dateSpan: null };
}

function isDay(text: string): boolean {
  const [whole, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return whole !== undefined && exists(Number(year), Number(month), Number(date));
}

const LOOK_AT = 1_500;
const LINES = 15;
const SHORT_LINE = 70;
const SAYS_SO =
  /(?:Stand|Datum|Veröffentlicht|Aktualisiert|Erschienen|Published|Updated|Posted|Date|Released|公開|更新|配信|掲載|発表日|日付)\s*[:：]?\s*(?:am |on |at )?[^\d]{0,14}$/i;
/** "TOKYO, Oct 28, 2025 (AFP) -", "Tokio, 28. Oktober 2025 (dpa) –", "【東京=2025年10月28日】" */
const DATELINE_AFTER =
  /^\s*[)）】\]]?\s*(?:[(（/][^)）]{1,24}[)）/]|\/\s?\p{Lu}[\p{L} ]{1,24}\s?\/)?\s*(?:[-–—]{1,2}|:|】|$|\|)/u;

/** A day with its year near the beginning that stands like an article's date: a short line, after "Updated:", a dateline. */
function dateInText(text: string, language: Language): { day: Day; span: Span } | null {
  let start = 0;
  for (let i = 0; i < LINES && start < Math.min(text.length, LOOK_AT); i++) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = halfWidth(text.slice(start, Math.min(end, start + 400)));
    for (const grammar of [language, ...languages.filter((l) => l !== language)])
      for (const mention of datesOf(line, start, grammar, null, null)) {
        if (mention.stretch?.precision !== "day" || mention.stretch.from !== mention.stretch.to || mention.isRelative)
          continue;
        const before = line.slice(0, mention.start - start);
        const after = line.slice(mention.end - start);
        const isShort =
          line.trim().length <= SHORT_LINE &&
          !/[.。!?]\s*$/.test(line.trim()) &&
          !/\p{L}{3,}\s+\p{L}{2,}\s+\p{L}{2,}\s+\p{L}{2,}/u.test(before + after);
        const isDateline = before.length <= 40 && DATELINE_AFTER.test(after);
        if (isShort || isDateline || SAYS_SO.test(before)) {
          const span = { start: mention.start, end: mention.end, text: mention.text };
          return { day: mention.stretch.from, span };
        }
      }
    start = end + 1;
  }
  return dateAtTheEnd(text, language);
}

const LAST_LINES = 3;
const SAYS_SO_AFTER = /^[^.]{0,40}(?:gesendet|veröffentlicht|aktualisiert|published|updated|posted|公開|更新|配信)/i;

/** "Stand: 28.10.2025", "Diese Nachricht wurde am 18.09.2024 … gesendet" below the article. */
function dateAtTheEnd(text: string, language: Language): { day: Day; span: Span } | null {
  let end = text.trimEnd().length;
  for (let i = 0; i < LAST_LINES && end > 0; i++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = halfWidth(text.slice(start, end));
    for (const mention of line.length <= 200 ? datesOf(line, start, language, null, null) : []) {
      if (mention.stretch?.precision !== "day" || mention.isRelative) continue;
      if (SAYS_SO.test(line.slice(0, mention.start - start)) || SAYS_SO_AFTER.test(line.slice(mention.end - start)))
        return { day: mention.stretch.from, span: { start: mention.start, end: mention.end, text: mention.text } };
    }
    end = text.slice(0, start).trimEnd().length;
  }
  return null;
}
