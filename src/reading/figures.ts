import { decimal, japaneseNumber, numberWord } from "./numbers.ts";
import { type Found, overlaps, type Span, spanOf } from "./span.ts";
import { CURRENCY_BEFORE, SCALES, UNITS } from "./units.ts";
import type { Language } from "./words.ts";

/** A number with what it counts: a unit (`t`, `%`, `USD`, `months`) or, with unit `count`, a thing (`cherry trees`). */
export interface Figure extends Span {
  readonly value: number;
  /** upper end of a range: "5,000 to 6,000 t" */
  readonly high: number | null;
  readonly unit: string;
  /** for `count`: what is counted, as written */
  readonly thing: string | null;
  /** 0–1 */
  readonly confidence: number;
}

const EN_WORDS =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a dozen|dozen|(?<=\\bfor )a(?= (?:year|month|week)\\b)";
const DE_WORDS =
  "ein|eine|einem|einen|einer|eines|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|hundert";
const DIGITS = "\\d{1,3}(?:[.,'’\\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,4})?|\\d{1,12}(?:[.,]\\d{1,6})?";
const JA_DIGITS =
  "(?:\\d[\\d,]*(?:\\.\\d+)?|[〇一二三四五六七八九十百千]{1,6})(?:[兆億万千](?:\\d[\\d,]*(?:\\.\\d+)?|[〇一二三四五六七八九十百千]{1,6})?){0,4}";
const NUMBER: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\d[.,])(?<!\\p{Lu}-)(?:${DIGITS}|(?:${EN_WORDS})(?!\\p{L}))`, "giu"),
  de: new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\d[.,])(?:${DIGITS}|(?:${DE_WORDS})(?!\\p{L}))`, "giu"),
  ja: new RegExp(`(?<![\\d.,])(?:${JA_DIGITS})`, "gu"),
};
const UNIT = new RegExp(`^(?:${UNITS.map(({ after }, i) => `(?<u${i}>${after})`).join("|")})`, "u");
const SCALE: Readonly<Record<Language, RegExp>> = {
  en: /^[\s\u00a0-]?(thousand|millions?|billions?|trillion|crore|lakh|mn|bn|tn|m(?![\p{L}\d])|b(?![\p{L}\d])|k(?![\p{L}\d]))(?![\p{L}])/iu,
  de: /^[\s\u00a0]?(Tausend|tausend|Tsd\.|Millionen|Million|Mio\.?|Milliarden|Milliarde|Mrd\.?|Billionen)(?![\p{L}])/u,
  ja: /^(?!)/,
};
const JOINER = /^\s*(?:-|–|—|to|bis|から|[〜～])\s*/u;

/**
 * The figures of a sentence. @param sentence half-width text; @param offset where it begins in the article
 * @param taken places that are dates, numbers of notices and the like
 */
export function figuresOf(sentence: string, offset: number, language: Language, taken: readonly Found[]): Figure[] {
  const figures: Figure[] = [];
  let until = 0;
  for (const match of sentence.matchAll(NUMBER[language])) {
    const start = match.index;
    if (start < until) continue;
    const local = { start, end: start + match[0].length };
    if (taken.some((t) => overlaps(local, { start: t.start - offset, end: t.end - offset }))) continue;
    const figure = figureAt(sentence, start, match[0], language);
    if (figure === null) continue;
    until = figure.end;
    figures.push({ ...figure, start: figure.start + offset, end: figure.end + offset });
  }
  return figures;
}

function figureAt(sentence: string, start: number, digits: string, language: Language): Figure | null {
  const isWord = !/\d/.test(digits);
  const value =
    language === "ja" ? japaneseNumber(digits) : isWord ? numberWord(digits, language) : decimal(digits, language);
  if (value === undefined) return null;
  const before = sentence.slice(Math.max(0, start - 16), start);
  if (isReference(before, sentence.slice(start + digits.length, start + digits.length + 2))) return null;
  const money = CURRENCY_BEFORE.find(([sign]) => sign.test(before));
  const first = quantityAt(sentence, start + digits.length, value, language, money !== undefined);
  let { scaled, end, unit } = first;
  let high: number | null = null;
  const second = secondNumber(sentence, end, language);
  if (second !== null && (unit === null || money)) {
    const upper = quantityAt(sentence, second.end, second.value, language, money !== undefined);
    if (upper.unit !== null || money) {
      high = upper.scaled;
      if (scaled === value && upper.scale !== 1) scaled = value * upper.scale; // 5 to 6 million
      end = upper.end;
      unit = upper.unit;
    }
  }
  const from = money ? start - (money[0].exec(before)?.[0].length ?? 0) : start;
  if (money) {
    const perKilo = /^\s?(?:\/|per |a |je |pro )\s?(?:kg|kilo\p{L}*|Kilo\p{L}*)/u.exec(sentence.slice(end));
    const perTonne = /^\s?(?:\/|per |a |je |pro )\s?(?:metric )?(?:t\b|ton\p{L}*|Tonne)/u.exec(sentence.slice(end));
    const per = perKilo ?? perTonne;
    const suffix = perKilo ? "/kg" : perTonne ? "/t" : "";
    return made(sentence, from, end + (per?.[0].length ?? 0), scaled, high, `${money[1]}${suffix}`, null, 0.95);
  }
  if (unit !== null) {
    if (/^\s*(?:low|high|Tief|Hoch)(?!\p{L})/u.test(sentence.slice(end, end + 8))) return null;
    // "one month" is a length, "a year ago" a date; "ein Monat" counts, "eine" alone does not
    return made(sentence, from, end, scaled, high, unit, null, isWord ? 0.75 : 0.95);
  }
  if (isWord && value < 2) return null;
  const thing = thingAfter(sentence, end, language);
  if (thing === null || (isWord && SPEAKERS.test(thing.text))) return null;
  const noun = language === "ja" ? nounBefore(sentence, start) : "";
  return made(
    sentence,
    from - noun.length,
    thing.end,
    scaled,
    high,
    "count",
    noun === "" ? thing.text : noun,
    isWord || scaled < 2 ? 0.6 : 0.75,
  );
}

function made(
  sentence: string,
  start: number,
  end: number,
  value: number,
  high: number | null,
  unit: string,
  thing: string | null,
  confidence: number,
): Figure {
  const round = (n: number) => Number(n.toPrecision(12));
  return {
    ...spanOf(sentence, start, end),
    value: round(value),
    high: high === null ? null : round(high),
    unit,
    thing,
    confidence,
  };
}

interface Quantity {
  readonly scaled: number;
  readonly scale: number;
  readonly unit: string | null;
  readonly end: number;
}

function quantityAt(sentence: string, from: number, value: number, language: Language, isMoney: boolean): Quantity {
  let at = from;
  let scale = 1;
  const word = SCALE[language].exec(sentence.slice(at, at + 14));
  if (word && (isMoney || word[1]!.length > 1)) {
    scale = SCALES[word[1]!.toLowerCase()] ?? SCALES[`${word[1]!.toLowerCase()}en`] ?? 1;
    at += word[0].length;
  }
  const gap = /^[\s\u00a0\u202f]?(?:-(?=\p{L}))?/u.exec(sentence.slice(at, at + 2))![0].length;
  const unit = UNIT.exec(sentence.slice(at + gap, at + gap + 40));
  if (!unit) return { scaled: value * scale, scale, unit: null, end: at };
  if (unit[0] === "割") scale *= 10; // tenths
  const index = Object.entries(unit.groups!)
    .find(([, text]) => text !== undefined)![0]
    .slice(1);
  return { scaled: value * scale, scale, unit: UNITS[Number(index)]!.unit, end: at + gap + unit[0].length };
}

function secondNumber(sentence: string, at: number, language: Language): { value: number; end: number } | null {
  const joiner = JOINER.exec(sentence.slice(at, at + 8));
  if (!joiner) return null;
  const from = at + joiner[0].length;
  const sign = /^(?:US\$|A\$|C\$|[$€£¥])/.exec(sentence.slice(from, from + 4))?.[0].length ?? 0;
  const number = new RegExp(`^(?:${language === "ja" ? JA_DIGITS : DIGITS})`, "u").exec(
    sentence.slice(from + sign, from + sign + 30),
  );
  if (!number) return null;
  const value = language === "ja" ? japaneseNumber(number[0]) : decimal(number[0], language);
  return value === undefined ? null : { value, end: from + sign + number[0].length };
}

/** Numbers of notices, sections and the like are names, not figures. */
function isReference(before: string, after: string): boolean {
  return (
    /(?:No\.|Nos\.|Nr\.|Nummer|Section|Article|Artikel|Announcement|Notice|Order|Chapter|Page|Seite|Bekanntmachung|Paragraf|§|第|Phase|Stufe|(?<!\p{L})G|Boeing|Airbus|Group of|HS|HS-?Code)\s?$/iu.test(
      before,
    ) ||
    /^\/\d/.test(after) ||
    /\d\/$/.test(before)
  );
}

/** "two people familiar with it", "the two sides": nothing is counted there. */
const SPEAKERS =
  /(?:^|\s)(?:sides|countries|nations|leaders|people|persons|parties|officials|sources|governments|partners|Seiten|Länder|Staaten|Ländern|Politiker|Regierungen|Personen|Partner|Metalle|elements|economies)$/;

const EN_STOP = new Set(
  "of in on at to for from by with and or the a an is are was were be been has have had will would who that which as than more less per after before since until about against it its their this".split(
    " ",
  ),
);
const DE_STOP = new Set(
  "von in an auf zu für aus mit und oder der die das den dem des ist sind war waren wird werden hat haben als mehr bei nach vor seit bis über gegen es sich ihre seine im am".split(
    " ",
  ),
);

/** 桜の木 of 桜の木250本. */
const nounBefore = (sentence: string, start: number): string =>
  /[\p{Script=Han}ァ-ヶー]{1,8}の?[木苗艦機]{1,2}$/u.exec(sentence.slice(Math.max(0, start - 10), start))?.[0] ?? "";

/** The words after a number that say what is counted. */
function thingAfter(sentence: string, at: number, language: Language): { text: string; end: number } | null {
  const rest = sentence.slice(at, at + 80);
  if (language === "ja") {
    const counter =
      /^(?:[かカヶヵ]国(?:・地域)?|の(?:国と地域|国・地域|国|地域|企業|団体|品目)|種類?|社|本|人|品目|団体|件|隻|機|基|台|発|カ所|か所|項目|元素|エコノミー|名|地域)(?:の[\p{Script=Han}\p{Script=Katakana}ー]{1,12})?/u.exec(
        rest,
      );
    return counter ? { text: counter[0].replace(/^の/, ""), end: at + counter[0].length } : null;
  }
  const stop = language === "de" ? DE_STOP : EN_STOP;
  const words: string[] = [];
  let end = 0;
  const word = /[\s\u00a0]+([\p{L}][\p{L}\p{M}’'-]*)/uy;
  while (words.length < 4) {
    word.lastIndex = end;
    const next = word.exec(rest);
    if (
      !next ||
      stop.has(next[1]!.toLowerCase()) ||
      (next.index + next[0].length === rest.length && rest.length === 80)
    )
      break;
    words.push(next[1]!);
    end = next.index + next[0].length;
    if (
      language === "de"
        ? /^\p{Lu}/u.test(next[1]!) && next[1] !== "Seltene" && next[1] !== "Seltenen"
        : /[^s]s$/.test(next[1]!) || /^(?:people|staff|economies)$/i.test(next[1]!)
    )
      break;
  }
  const last = words.at(-1);
  if (last === undefined) return null;
  if (language === "de" ? !/^\p{Lu}/u.test(last) : !(/[^s]s$/.test(last) || /^(?:people|staff)$/i.test(last)))
    return null;
  return { text: words.join(" "), end: at + end };
}
