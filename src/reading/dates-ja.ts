import { quarter, type Stretch } from "./calendar.ts";
import {
  besides,
  counted,
  endOf,
  full,
  half,
  monthOf,
  partOf,
  season,
  shifted,
  weekdayOf,
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
  type Tense,
  weekdayAlone,
} from "./dates.ts";
import { japaneseNumber } from "./numbers.ts";

const WEEKDAYS = "月火水木金土日";
const D = "(\\d{1,2})";
const YEARS: Readonly<Record<string, number>> = {
  一昨年: -2,
  おととし: -2,
  昨年: -1,
  去年: -1,
  前年: -1,
  今年: 0,
  本年: 0,
  ことし: 0,
  来年: 1,
  再来年: 2,
};
const MONTHS: Readonly<Record<string, number>> = {
  先々月: -2,
  先月: -1,
  前月: -1,
  今月: 0,
  本月: 0,
  来月: 1,
  再来月: 2,
};
const WEEKS: Readonly<Record<string, number>> = { 先々週: -2, 先週: -1, 前週: -1, 今週: 0, 来週: 1, 再来週: 2 };
const DAYS: Readonly<Record<string, number>> = {
  一昨日: -2,
  おととい: -2,
  昨日: -1,
  きのう: -1,
  本日: 0,
  今日: 0,
  きょう: 0,
  明日: 1,
  あす: 1,
  あした: 1,
  明後日: 2,
};
const any = (of: Readonly<Record<string, number>>) =>
  `(${Object.keys(of)
    .sort((a, b) => b.length - a.length)
    .join("|")})`;
const THIRD = "(上旬|中旬|下旬|初め|初旬|半ば|末)";
const re = (source: string) => new RegExp(source, "g");
const third = (stretch: Stretch | null | undefined, word: string | undefined) =>
  word === undefined
    ? stretch
    : word === "末"
      ? endOf(stretch)
      : partOf(stretch, /上|初/.test(word) ? "early" : /中|半/.test(word) ? "mid" : "late");
const SEASON = { 春: "spring", 夏: "summer", 秋: "autumn", 冬: "winter" } as const;

export const japaneseDates: DateGrammar = {
  rules: [
    {
      pattern: re("(?<!\\d)((?:19|20)\\d\\d)[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)"),
      resolve: (m) => full(+m[1]!, +m[2]!, +m[3]!),
    },
    {
      pattern: re(`(?<!\\d)((?:19|20)\\d\\d)年(?:\\s*${D}月(?:\\s*${D}日|${THIRD})?|(度?(?:末|初め|半ば)?))`),
      resolve: (m) => absolute(+m[1]!, m),
    },
    {
      pattern: re(`(令和|平成)(\\d{1,2}|元)年(?:${D}月(?:${D}日|${THIRD})?|(度?末?))`),
      resolve: (m) =>
        absolute((m[1] === "令和" ? 2018 : 1988) + (m[2] === "元" ? 1 : +m[2]!), [m[0], m[1], ...m.slice(3)]),
    },
    {
      pattern: re(`${any(YEARS)}(?:度)?(?:${D}月(?:${D}日|${THIRD})?|(末|初め|半ば|春|夏|秋|冬))?`),
      isRelative: true,
      resolve: relativeYear,
    },
    {
      pattern: re(`(?<=[^\\d]|^)(来|今|昨)(春|夏|秋|冬)(?!季|場)`),
      isRelative: true,
      confidence: 0.7,
      resolve: (m, c) => seasonNear(m, c),
    },
    {
      pattern: re(`(?:同年)${D}月(?:${D}日)?`),
      isRelative: true,
      resolve: (m, c) =>
        c.previous === null
          ? null
          : m[2]
            ? full(+c.previous.from.slice(0, 4), +m[1]!, +m[2])
            : monthOf(+c.previous.from.slice(0, 4), +m[1]!),
    },
    { pattern: re(`${any(MONTHS)}(?:${D}日|${THIRD})?`), isRelative: true, resolve: (m, c) => relativeMonth(m, c) },
    {
      pattern: re(`${any(WEEKS)}(?:の?([${WEEKDAYS}])曜日?)?`),
      isRelative: true,
      resolve: (m, c) =>
        m[2] ? weekdayOf(WEEKDAYS.indexOf(m[2]) + 1, WEEKS[m[1]!]!, c) : shifted("week", WEEKS[m[1]!]!, c),
    },
    { pattern: re(`${any(DAYS)}(?!的|さら)`), isRelative: true, resolve: (m, c) => shifted("day", DAYS[m[1]!]!, c) },
    {
      pattern: re("(前日|同日|翌日)"),
      isRelative: true,
      confidence: 0.6,
      resolve: (m, c) => besides({ 前日: -1, 同日: 0, 翌日: 1 }[m[1] as "同日"], c),
    },
    {
      pattern: re(`(?<![\\d年])${D}月\\s*${D}日(?:\\s*(?:から|[〜～-])\\s*(?:${D}月)?${D}日)?`),
      confidence: 0.9,
      resolve: (m, c) => span(dayOfMonth(+m[1]!, +m[2]!, c), m[4] ? dayOfMonth(+(m[3] ?? m[1]!), +m[4], c) : undefined),
    },
    {
      pattern: re(`(?<![\\d年]|か|カ|ヶ|ヵ)${D}月${THIRD}?(?!\\s*\\d)(?!号|分の)`),
      isRelative: true,
      confidence: 0.85,
      resolve: (m, c) => (+m[1]! >= 1 && +m[1]! <= 12 ? third(monthAlone(+m[1]!, c), m[2]) : undefined),
    },
    {
      pattern: re(`(?<![\\d月年第.,])${D}日(?!間|以内|前|後|連続|目|分|当た|程|[本経米中]|\\s*\\d)`),
      isRelative: true,
      confidence: 0.75,
      resolve: (m, c) => dateAlone(+m[1]!, c),
    },
    {
      pattern: re(`(?<!\\p{Script=Han})([${WEEKDAYS}])曜日?`),
      isRelative: true,
      resolve: (m, c) => weekdayAlone(WEEKDAYS.indexOf(m[1]!) + 1, c),
    },
    {
      pattern: re("(\\d{1,3}|[一二三四五六七八九十]{1,3}|数)\\s*(日|週間|[かカヶヵ]月|年)前(?!倒|後|提|半)"),
      isRelative: true,
      resolve: (m, c) => ago(m, c),
    },
    {
      pattern: re("(年内|年末|年初|年明け|月内|月末|年度内|年度末)"),
      isRelative: true,
      resolve: (m, c) => nearEnd(m[1]!, c),
    },
    {
      pattern: re("第([1-4一二三四])四半期"),
      isRelative: true,
      confidence: 0.7,
      resolve: (m, c) =>
        yearMeant(c) === null
          ? null
          : quarter(yearMeant(c)!, "1234".includes(m[1]!) ? +m[1]! : "一二三四".indexOf(m[1]!) + 1),
    },
    {
      pattern: re("(上|下)半期"),
      isRelative: true,
      confidence: 0.6,
      resolve: (m, c) => (yearMeant(c) === null ? null : half(yearMeant(c)!, m[1] === "上" ? 1 : 2)),
    },
  ],
  roleOf(_before, after): DateRole {
    if (/^(?:\s*[(（][^)）]{1,12}[)）])?\s*(?:以来|来)/.test(after)) return "since";
    if (/^(?:\s*[(（][^)）]{1,12}[)）])?\s*(?:までに|までの間に)/.test(after)) return "before";
    if (/^(?:\s*[(（][^)）]{1,12}[)）])?\s*(?:まで|を期限|に期限|に失効)/.test(after)) return "until";
    if (/^(?:\s*[(（][^)）]{1,12}[)）])?\s*(?:から|より|以降|付|に施行|に発効|施行|発効)/.test(after)) return "from";
    return "on";
  },
};

/** `match[2]` month, `[3]` date, `[4]` third of the month, `[5]` words after a year alone. */
function absolute(year: number, match: readonly (string | undefined)[]): Stretch | null | undefined {
  const [, , month, date, part, after] = match;
  if (month === undefined) {
    if (after?.startsWith("度")) return after.endsWith("末") ? monthOf(year + 1, 3) : fiscal(year);
    return third(yearOf(year), after === "" ? undefined : after);
  }
  return date === undefined ? third(monthOf(year, +month), part) : full(year, +month, +date);
}

/** The Japanese fiscal year runs from April to March. */
function fiscal(year: number): Stretch | undefined {
  return yearOf(year) && { from: `${year}-04-01`, to: `${year + 1}-03-31`, precision: "year" };
}

function relativeYear(match: RegExpExecArray, context: DateContext): Stretch | null | undefined {
  const now = yearMeant(context);
  if (now === null) return null;
  const year = now + YEARS[match[1]!]!;
  if (match[2] === undefined) {
    const after = match[5];
    if (after && after in SEASON) return season(SEASON[after as "春"], year);
    return third(yearOf(year), after);
  }
  return match[3] ? full(year, +match[2], +match[3]) : third(monthOf(year, +match[2]), match[4]);
}

function relativeMonth(match: RegExpExecArray, context: DateContext): Stretch | null | undefined {
  const month = shifted("month", MONTHS[match[1]!]!, context);
  if (month === null) return null;
  return match[2] ? full(+month.from.slice(0, 4), +month.from.slice(5, 7), +match[2]) : third(month, match[3]);
}

function seasonNear(match: RegExpExecArray, context: DateContext): Stretch | null {
  const now = yearMeant(context);
  return now === null ? null : season(SEASON[match[2] as "春"], now + { 来: 1, 今: 0, 昨: -1 }[match[1] as "来"]);
}

function ago(match: RegExpExecArray, context: DateContext): Stretch | null | undefined {
  const count = japaneseNumber(match[1]!);
  if (count === undefined) return undefined;
  const unit = match[2] === "日" ? "day" : match[2] === "週間" ? "week" : match[2] === "年" ? "year" : "month";
  return counted(unit, -count, context);
}

function nearEnd(word: string, context: DateContext): Stretch | null | undefined {
  const now = yearMeant(context);
  if (now === null) return null;
  if (word === "年明け") return monthOf(now + 1, 1);
  if (word === "年初") return monthOf(now, 1);
  if (word.startsWith("年度")) return monthOf(+context.reference!.slice(5, 7) >= 4 ? now + 1 : now, 3);
  return word.startsWith("月") ? endOf(shifted("month", 0, context)) : endOf(yearOf(now));
}

function span(first: Stretch | null | undefined, last: Stretch | null | undefined): Stretch | null | undefined {
  return first && last && last.to >= first.from ? { ...first, to: last.to } : first;
}

const FUTURE =
  /予定|方針|見通し|見込み|計画|今後|目指す|開く|行う。|する。|される。|となる。|始める|開催する|会談する|へ。?$|する考え|までに/;
const PAST =
  /た。?$|ました|[たっ]た(?:と|。|、|が)|していた|だった|[しれい]た[。、と]|された|した[。、]|発表し|明らかにし|と述べ|署名し/;

/** Whether a Japanese sentence speaks of the past or the future where a date stands; the verb comes after the date. */
export function japaneseTense(sentence: string, _start: number, end: number): Tense {
  // 10日、…する方針を示した。 The day is that of the last verb.
  if (/^(?:[（(][^）)]{1,12}[）)])?、/.test(sentence.slice(end)) && /た[。」]?\s*$/.test(sentence)) return "past";
  const clause = /^[^、。]*[、。]?/.exec(sentence.slice(end))?.[0] ?? "";
  const here = tenseOf(clause);
  return here ?? tenseOf(sentence.slice(end)) ?? tenseOf(sentence);
}

function tenseOf(text: string): Tense {
  const future = text.search(FUTURE);
  const past = text.search(PAST);
  if (future < 0 && past < 0) return null;
  if (future < 0) return "past";
  if (past < 0) return "future";
  return future < past ? "future" : "past";
}
