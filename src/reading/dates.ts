import {
  type Day,
  day,
  exists,
  lengthOfMonth,
  partsOf,
  plusDays,
  plusMonths,
  type Stretch,
  weekday,
  wholeDay,
  wholeMonth,
} from "./calendar.ts";
import { germanDates, germanTense } from "./dates-de.ts";
import { englishDates, englishTense } from "./dates-en.ts";
import { japaneseDates, japaneseTense } from "./dates-ja.ts";
import { type Found, type Span, spanOf, withoutOverlaps } from "./span.ts";
import type { Language } from "./words.ts";

export type Tense = "past" | "future" | null;

/** What a date does in its sentence. `within` is a deadline counted from the event, `before` one that is named. */
export type DateRole = "on" | "from" | "since" | "until" | "before" | "within";

export interface DateMention extends Span {
  /** null: it depends on the article's date, which is not known, or on a day that was not named before */
  readonly stretch: Stretch | null;
  readonly role: DateRole;
  /** counted from the article's date or from a date before it */
  readonly isRelative: boolean;
  /** 0–1 */
  readonly confidence: number;
}

/** What a rule may look at to place a date. */
export interface DateContext {
  readonly reference: Day | null;
  readonly tense: Tense;
  readonly role: DateRole;
  /** the date named last before this one */
  readonly previous: Stretch | null;
}

/** One way of writing dates. `resolve` gives null when it cannot be placed, undefined when it is no date after all. */
export interface DateRule {
  readonly pattern: RegExp;
  readonly isRelative?: boolean;
  readonly confidence?: number;
  resolve(match: RegExpExecArray, context: DateContext): Stretch | null | undefined;
}

export interface DateGrammar {
  readonly rules: readonly DateRule[];
  /** what the words around a date make of it */
  roleOf(before: string, after: string, match: string): DateRole;
}

const grammars: Readonly<Record<Language, DateGrammar>> = {
  de: germanDates,
  en: englishDates,
  ja: japaneseDates,
};
const tenses: Readonly<Record<Language, (sentence: string, start: number, end: number) => Tense>> = {
  de: germanTense,
  en: englishTense,
  ja: japaneseTense,
};
const AROUND = 24;

/**
 * The dates of a sentence. @param sentence half-width text; @param offset where it begins in the article
 * @param reference the article's date, null when unknown; @param previous the date named last before the sentence
 */
export function datesOf(
  sentence: string,
  offset: number,
  language: Language,
  reference: Day | null,
  previous: Stretch | null,
): DateMention[] {
  const { rules, roleOf } = grammars[language];
  const found: (Found & { rule: DateRule; match: RegExpExecArray })[] = [];
  for (const rule of rules)
    for (const match of sentence.matchAll(rule.pattern)) {
      const start = match.index;
      found.push({ start, end: start + match[0].length, rule, match });
    }
  const mentions: DateMention[] = [];
  let last = previous;
  for (const { start, end, rule, match } of withoutOverlaps(found)) {
    const role = roleOf(
      sentence.slice(Math.max(0, start - AROUND), start),
      sentence.slice(end, end + AROUND),
      match[0],
    );
    const tense = tenses[language](sentence, start, end);
    const said = rule.resolve(match, { reference, tense, role, previous: last });
    if (said === undefined) continue;
    const begun = mentions.at(-1);
    const isOpen = role === "until" && begun?.role === "from" && !/\d{4}/.test(match[0]);
    const stretch = isOpen ? firstAfter(begun.stretch, said) : said;
    if (stretch !== null && role === "on") last = stretch;
    mentions.push({
      ...spanOf(sentence, start, end),
      start: start + offset,
      end: end + offset,
      stretch,
      role,
      isRelative: rule.isRelative === true,
      confidence: rule.confidence ?? (rule.isRelative ? 0.85 : 0.95),
    });
  }
  return mentions;
}

/** "from May 26 to June 6", read in November: the end is the first one after the beginning, not the next one to come. */
function firstAfter(begun: Stretch | null, end: Stretch | null): Stretch | null {
  if (begun === null || end === null || daysBetween(begun.from, end.from) <= 366) return end;
  const earlier = (d: Day) => plusMonths(d, -12 * Math.floor(daysBetween(begun.from, d) / 365.25));
  return { ...end, from: earlier(end.from), to: earlier(end.to) };
}

/** A future date must be this many times nearer than the past one to be meant where nothing else tells. */
const NEARER = 2.5;

/** The year that is meant by a day and month without one. */
export function dayOfMonth(
  month: number,
  date: number,
  { reference, tense, role }: DateContext,
): Stretch | null | undefined {
  if (!exists(2024, month, date)) return undefined;
  if (reference === null) return null;
  const { year } = partsOf(reference);
  const days = [year - 1, year, year + 1].filter((y) => exists(y, month, date)).map((y) => day(y, month, date));
  const past = days.filter((d) => d <= reference).at(-1);
  const future = days.find((d) => d >= reference);
  if (past === undefined || future === undefined) return wholeDay((past ?? future)!);
  if (role === "since") return wholeDay(past);
  if (tense === "past" && role === "on") return wholeDay(past);
  const daysBack = daysBetween(past, reference);
  const daysAhead = daysBetween(reference, future);
  // "from 1 December" said in January is last December, said in October the coming one
  if (tense === "future" || role === "until" || role === "before") return wholeDay(daysAhead < 330 ? future : past);
  return wholeDay(daysAhead * NEARER < daysBack ? future : past);
}

/** The year that is meant by a month alone: the last one there was, unless the sentence speaks of what will be. */
export function monthAlone(month: number, { reference, tense, role }: DateContext): Stretch | null {
  if (reference === null) return null;
  const now = partsOf(reference);
  const monthsAhead = (month - now.month + 12) % 12;
  const isNear = monthsAhead > 0 && monthsAhead * NEARER < 12 - monthsAhead; // "early December", said in October
  const ahead =
    role === "until" || role === "before" || (role !== "since" && (tense === "future" || (tense === null && isNear)));
  const year = ahead ? (month >= now.month ? now.year : now.year + 1) : month <= now.month ? now.year : now.year - 1;
  return wholeMonth(year, month);
}

/** A weekday (1–7): today or the last one; the next one where the sentence speaks of what will be. */
export function weekdayAlone(number: number, { reference, tense, role }: DateContext): Stretch | null {
  if (reference === null) return null;
  const back = (weekday(reference) - number + 7) % 7;
  if (tense !== "future" || role === "since" || back === 0) return wholeDay(plusDays(reference, -back));
  return wholeDay(plusDays(reference, 7 - back));
}

/** "28日", "the 28th": in the month of the article or of the date before it. */
export function dateAlone(date: number, { reference, tense, previous }: DateContext): Stretch | null | undefined {
  if (date < 1 || date > 31) return undefined;
  const base = reference ?? previous?.from ?? null;
  if (base === null) return null;
  for (const months of tense === "future" ? [0, 1] : [0, -1]) {
    const { year, month } = partsOf(plusMonths(day(partsOf(base).year, partsOf(base).month, 1), months));
    if (date > lengthOfMonth(year, month)) continue;
    const candidate = day(year, month, date);
    if (reference === null || (tense === "future" ? candidate >= reference : candidate <= reference) || tense === null)
      return wholeDay(candidate);
  }
  return null;
}

function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);
}

/** The tense told by the nearest marker; `past` wins a tie. @param afterFactor how much farther off those after the date are */
export function nearestTense(
  sentence: string,
  start: number,
  end: number,
  past: RegExp,
  future: RegExp,
  afterFactor = 1,
): Tense {
  const nearest = (pattern: RegExp) => {
    let best = Number.POSITIVE_INFINITY;
    for (const match of sentence.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (to <= start) best = Math.min(best, start - to);
      else if (from >= end) best = Math.min(best, afterFactor * (from - end));
    }
    return best;
  };
  const p = nearest(past);
  const f = nearest(future);
  if (p === Number.POSITIVE_INFINITY && f === Number.POSITIVE_INFINITY) return null;
  return f < p ? "future" : "past";
}
