import { quarter, type Stretch } from "./calendar.ts";
import {
  besides,
  counted,
  endOf,
  full,
  half,
  monthOf,
  type Part,
  partOf,
  season,
  shifted,
  type Unit,
  weekdayBeside,
  yearMeant,
  yearOf,
} from "./date-words.ts";
import {
  type DateContext,
  type DateGrammar,
  type DateRole,
  dateAlone,
  dayOfMonth,
  monthAlone,
  nearestTense,
  type Tense,
  weekdayAlone,
} from "./dates.ts";
import { numberWord } from "./numbers.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTH =
  "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)";
const FULL_MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December)";
const WEEKDAY = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const DATE = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "((?:19|20)\\d\\d)";
const NUMBER = "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const UNIT = "(day|week|month|quarter|year)s?";

const month = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const weekdayNumber = (name: string) => DAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const part = (word: string): Part =>
  /^(early|beginning|start)/i.test(word) ? "early" : /^mid/i.test(word) ? "mid" : "late";
const direction = (word: string): number =>
  /^(last|past|previous)/i.test(word) ? -1 : /^(next|coming|following)/i.test(word) ? 1 : 0;
const ordinal = (word: string) => ["first", "second", "third", "fourth"].indexOf(word.toLowerCase()) + 1;
const re = (source: string, flags = "g") => new RegExp(source, flags);

/** "May" and "March" are also words: a month alone needs something before it. */
const needsWord =
  /(?:\b(?:in|since|by|until|till|of|from|last|next|this|late|early|mid|and|during|before|after|to|for|through|between|starting)[\s-]+)$/i;

export const englishDates: DateGrammar = {
  rules: [
    { pattern: re(`\\b${YEAR}[-/](\\d{1,2})[-/](\\d{1,2})\\b`), resolve: (m) => full(+m[1]!, +m[2]!, +m[3]!) },
    {
      // 10/28/2025 and 28/10/2025 tell themselves; 9/10/2025 could be either and is left alone
      pattern: re(`(?<![\\d/])(\\d{1,2})/(\\d{1,2})/${YEAR}\\b`),
      confidence: 0.8,
      resolve: (m) =>
        +m[1]! > 12 ? full(+m[3]!, +m[2]!, +m[1]!) : +m[2]! > 12 ? full(+m[3]!, +m[1]!, +m[2]!) : undefined,
    },
    {
      pattern: re(`(?<![\\d.])${DATE}(?:\\s*(?:-|–|to|and)\\s*${DATE})?\\s+(?:of\\s+)?${MONTH}\\s*,?\\s+${YEAR}\\b`),
      resolve: (m) => span(full(+m[4]!, month(m[3]!), +m[1]!), m[2] ? full(+m[4]!, month(m[3]!), +m[2]) : undefined),
    },
    {
      pattern: re(`\\b${MONTH}\\s+${DATE}(?:\\s*(?:-|–|to|and)\\s*${DATE})?\\s*,?\\s+${YEAR}\\b`),
      resolve: (m) => span(full(+m[4]!, month(m[1]!), +m[2]!), m[3] ? full(+m[4]!, month(m[1]!), +m[3]) : undefined),
    },
    {
      pattern: re(
        `(?<![\\d.,])${DATE}(?:\\s*(?:-|–|to)\\s*${DATE})?\\s+(?:of\\s+)?${MONTH}(?!\\w)(?!\\s*,?\\s+(?:19|20)\\d\\d)`,
      ),
      confidence: 0.9,
      resolve: (m, c) =>
        span(dayOfMonth(month(m[3]!), +m[1]!, c), m[2] ? dayOfMonth(month(m[3]!), +m[2], c) : undefined),
    },
    {
      pattern: re(
        `\\b${MONTH}\\s+${DATE}(?:\\s*(?:-|–|to)\\s*${DATE})?\\b(?!\\s*,?\\s+(?:19|20)\\d\\d)(?!\\s*(?:%|percent|per cent|[\\d.,]*\\d))`,
      ),
      confidence: 0.9,
      resolve: (m, c) =>
        span(dayOfMonth(month(m[1]!), +m[2]!, c), m[3] ? dayOfMonth(month(m[1]!), +m[3], c) : undefined),
    },
    {
      pattern: re(
        `\\b(?:(early|mid|late|the beginning of|the start of|the end of|end of)[\\s-]+)?${MONTH}\\s*,?\\s+(?:of\\s+)?${YEAR}\\b`,
        "gi",
      ),
      resolve: (m) => whole(monthOf(+m[3]!, month(m[2]!)), m[1]),
    },
    {
      pattern: re(`\\b(early|mid|late|the beginning of|the start of|the end of|end of)[\\s-]+${FULL_MONTH}\\b`, "gi"),
      isRelative: true,
      resolve: (m, c) => whole(monthAlone(month(m[2]!), c), m[1]),
    },
    {
      pattern: re(`\\b(last|next|this|this coming|the coming)\\s+${FULL_MONTH}\\b`, "gi"),
      isRelative: true,
      resolve: (m, c) =>
        monthAlone(month(m[2]!), {
          ...c,
          tense: direction(m[1]!) < 0 ? "past" : direction(m[1]!) > 0 || /coming/.test(m[1]!) ? "future" : c.tense,
        }),
    },
    {
      pattern: re(`\\b${FULL_MONTH}\\b`),
      isRelative: true,
      confidence: 0.8,
      resolve: (m, c) =>
        needsWord.test(m.input.slice(Math.max(0, m.index - 14), m.index)) ? monthAlone(month(m[1]!), c) : undefined,
    },
    {
      pattern: re(`\\b(last|past|previous|next|coming|this)\\s+${WEEKDAY}\\b`, "gi"),
      isRelative: true,
      resolve: (m, c) =>
        direction(m[1]!) < 0
          ? weekdayBeside(weekdayNumber(m[2]!), -1, c)
          : direction(m[1]!) > 0
            ? weekdayBeside(weekdayNumber(m[2]!), 1, c)
            : weekdayAlone(weekdayNumber(m[2]!), c),
    },
    { pattern: re(`\\b${WEEKDAY}\\b`), isRelative: true, resolve: (m, c) => weekdayAlone(weekdayNumber(m[1]!), c) },
    {
      pattern: re("\\b(?:the|that) same day\\b", "gi"),
      isRelative: true,
      confidence: 0.7,
      resolve: (_, c) => besides(0, c),
    },
    {
      pattern: re("\\b(?:a|one) day (?:earlier|before|later)\\b", "gi"),
      isRelative: true,
      confidence: 0.7,
      resolve: (m, c) => besides(/later/i.test(m[0]) ? 1 : -1, c),
    },
    {
      pattern: re("\\b(today|tonight|yesterday|tomorrow)\\b", "gi"),
      isRelative: true,
      resolve: (m, c) => shifted("day", /^y/i.test(m[1]!) ? -1 : /^tom/i.test(m[1]!) ? 1 : 0, c),
    },
    {
      pattern: re(
        `\\b(?:(earlier|later|early|late)\\s+)?(last|past|previous|next|this|the coming|the following|the past|the previous)\\s+(week|month|quarter|year)\\b(?!-)`,
        "gi",
      ),
      isRelative: true,
      resolve: (m, c) =>
        /\bof the$|fiscal$/.test(m.input.slice(0, m.index))
          ? undefined
          : shifted(m[3]!.toLowerCase() as Unit, direction(m[2]!.replace(/^the /i, "")), c),
    },
    {
      pattern: re(
        `\\b(?:by\\s+|at\\s+)?(?:the\\s+)?(year[\\s-]?end|(?:beginning|start|middle|end) of (?:the|this) (?:year|month))\\b`,
        "gi",
      ),
      isRelative: true,
      resolve: (m, c) =>
        /^year/i.test(m[1]!)
          ? endOf(shifted("year", 0, c))
          : whole(shifted(/month$/i.test(m[1]!) ? "month" : "year", 0, c), m[1]!.replace(/^middle/i, "mid")),
    },
    {
      pattern: re(`\\b${NUMBER}\\s+${UNIT}\\s+(ago|earlier|before)\\b`, "gi"),
      isRelative: true,
      resolve: (m, c) =>
        /ago/i.test(m[3]!) ? counted(m[2]!.toLowerCase() as Unit, -numberWord(m[1]!, "en")!, c) : undefined,
    },
    {
      pattern: re(`\\bin\\s+(?:about\\s+)?${NUMBER}\\s+${UNIT}(?:'s? time|’s? time)?(?=\\s*[,.;]|$|\\s+time)`, "gi"),
      isRelative: true,
      confidence: 0.6,
      resolve: (m, c) =>
        c.tense === "past" ? undefined : counted(m[2]!.toLowerCase() as Unit, numberWord(m[1]!, "en")!, c),
    },
    {
      pattern: re(
        `\\b(?:the\\s+)?(first|second|third|fourth)\\s+(quarter|half)(?:\\s+of)?(?:\\s+(${YEAR}|this year|next year|last year|the year))?`,
        "gi",
      ),
      confidence: 0.85,
      resolve: (m, c) => portion(m[2]!.toLowerCase(), ordinal(m[1]!), m[3], c),
    },
    {
      pattern: re(`\\b([QH])([1-4])\\s*(?:of\\s+)?${YEAR}\\b`),
      resolve: (m) => (m[1] === "Q" ? quarter(+m[3]!, +m[2]!) : +m[2]! <= 2 ? half(+m[3]!, +m[2]!) : undefined),
    },
    {
      pattern: re(`\\b(spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?${YEAR}\\b`, "gi"),
      resolve: (m) => season((/^fall/i.test(m[1]!) ? "autumn" : m[1]!.toLowerCase()) as "spring", +m[2]!),
    },
    {
      pattern: re(`\\b(early|mid|late|the beginning of|the start of|the end of|end of|end-)[\\s-]*${YEAR}\\b`, "gi"),
      resolve: (m) => whole(yearOf(+m[2]!), m[1]),
    },
    {
      pattern: re(
        `(?<![\\d.,/$€£¥#-])\\b${YEAR}\\b(?![\\d/]|[.,]\\d|\\s*(?:%|percent|per cent|tonnes?|tons?|t\\b|kg|metric|million|billion|dollars|yen|euros|units|people|workers|entities|companies))`,
      ),
      confidence: 0.9,
      resolve: (m) =>
        /(?:No\.?|Announcement|Notice|Order|Article|Section|Decree)\s*$/i.test(
          m.input.slice(Math.max(0, m.index - 14), m.index),
        )
          ? undefined
          : yearOf(+m[1]!),
    },
    {
      pattern: re(
        "\\b(?:on\\s+)?the\\s+(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:century|anniversary|round|session|time|meeting|summit|plenum|largest))",
        "gi",
      ),
      isRelative: true,
      confidence: 0.6,
      resolve: (m, c) => dateAlone(+m[1]!, c),
    },
  ],
  roleOf(before, _after, match): DateRole {
    if (/\b(?:since|as of)\s+(?:the\s+|about\s+|at least\s+)?$/i.test(before)) return "since";
    if (
      /\b(?:until|till|through|lasting to|up to|expires? (?:on|in)|expiring (?:on|in)|ends? (?:on|in)|valid to)\s+(?:the\s+)?$/i.test(
        before,
      )
    )
      return "until";
    if (/\b(?:by|before|no later than)\s+(?:the\s+)?$/i.test(before) || /^by\b/i.test(match)) return "before";
    if (
      /\b(?:from|effective|starting|(?:began|begins|started|starts)(?: on)?|beginning|as from|with effect from|takes? effect(?: on| in)?|took effect(?: on| in)?|into force(?: on| in)?|into effect(?: on| in)?|begin(?:s|ning)?(?: on| in)|start(?:s|ing)?(?: on| in))\s+(?:the\s+)?$/i.test(
        before,
      )
    )
      return "from";
    if (/\bfrom\b[^,.;]{1,20}\bto\s+$/i.test(before)) return "until";
    return "on";
  },
};

function span(first: Stretch | null | undefined, last: Stretch | null | undefined): Stretch | null | undefined {
  return first && last && last.to >= first.from ? { ...first, to: last.to } : first;
}

function whole(stretch: Stretch | null | undefined, word: string | undefined): Stretch | null | undefined {
  if (word === undefined) return stretch;
  return /end/i.test(word) ? endOf(stretch) : partOf(stretch, part(word.replace(/^the /i, "")));
}

function portion(
  unit: string,
  number: number,
  year: string | undefined,
  context: DateContext,
): Stretch | null | undefined {
  const now = yearMeant(context);
  const said =
    year === undefined || /the year|this/i.test(year)
      ? now
      : /^\d/.test(year)
        ? +year
        : now === null
          ? null
          : now + direction(year);
  if (said === null) return null;
  return unit === "quarter" ? quarter(said, number) : number <= 2 ? half(said, number) : undefined;
}

const PAST =
  /\b(?:said|told|was|were|had|did|has|have|met|began|took|fell|rose|sank|hit|gave|made|held|went|came|saw|won|struck|wrote|sent|broke|cut|put|became|brought|bought|sold|spoke|left|\p{L}{2,}ed)\b/giu;
const FUTURE =
  /\b(?:will|would|shall|plans?|planning|intends?|expects?|expected to|due to (?=(?:be|begin|come|close|end|enter|expire|fly|go|hold|last|launch|lapse|meet|open|produce|publish|reach|resume|run|ship|sign|start|take|travel|vote|visit)\b)|due(?! to)|set to|scheduled|is to|are to|ahead of|hopes? to|aims? to|meets?|begins?|starts?|takes? effect|come into force|comes into force|enters? into force|flies|travels|hosts|visits|heads to|arrives|attends|wants? to)\b/gi;

/** Whether an English sentence speaks of the past or the future where a date stands. */
export function englishTense(sentence: string, start: number, end: number): Tense {
  return nearestTense(sentence, start, end, PAST, FUTURE, 3);
}
