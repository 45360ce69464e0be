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
  dayOfMonth,
  monthAlone,
  nearestTense,
  type Tense,
  weekdayAlone,
} from "./dates.ts";
import { numberWord } from "./numbers.ts";

const MONTHS = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
const DAYS = ["mo", "di", "mi", "do", "fr", "sa", "so"];
const MONTH =
  "(Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\\.|Feb\\.|Apr\\.|Aug\\.|Sept?\\.|Okt\\.|Nov\\.|Dez\\.)";
const WEEKDAY =
  "(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:s|abend|morgen|mittag|nachmittag|vormittag|nacht)?";
const YEAR = "((?:19|20)\\d\\d)";
const NUMBER = "(\\d{1,3}|ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)";
const UNIT = "(Tag|Woche|Monat|Quartal|Jahr)(?:e[ns]?|n|s)?";
const LAST = "vergangene[nrsm]?|letzte[nrsm]?|vorige[nrsm]?|zurückliegende[nrsm]?";
const NEXT = "kommende[nrsm]?|nächste[nrsm]?|folgende[nrsm]?";
const THIS = "diese[nrsm]?|laufende[nrsm]?";
const PART = "(Anfang|Mitte|Ende)";

const month = (name: string) => {
  const short = name.slice(0, 3).toLowerCase();
  return (short === "jän" ? 0 : MONTHS.indexOf(short)) + 1;
};
const weekdayNumber = (name: string) =>
  /^Sonnabend/.test(name) ? 6 : DAYS.indexOf(name.slice(0, 2).toLowerCase()) + 1;
const direction = (word: string): -1 | 0 | 1 =>
  new RegExp(`^(?:${LAST})`, "i").test(word) ? -1 : new RegExp(`^(?:${NEXT})`, "i").test(word) ? 1 : 0;
const part = (word: string): Part => (word === "Anfang" ? "early" : word === "Mitte" ? "mid" : "late");
const unit = (word: string): Unit =>
  ({ tag: "day", woche: "week", monat: "month", quartal: "quarter", jahr: "year" })[word.toLowerCase()] as Unit;
const ordinal = (word: string) =>
  /^\d/.test(word)
    ? Number.parseInt(word, 10)
    : ["erst", "zweit", "dritt", "viert"].findIndex((w) => word.toLowerCase().startsWith(w)) + 1;
const re = (source: string, flags = "gu") => new RegExp(source, flags);
const B = "(?<![\\p{L}\\p{N}])";
const E = "(?![\\p{L}\\p{N}])";

export const germanDates: DateGrammar = {
  rules: [
    { pattern: re(`\\b${YEAR}[-/](\\d{1,2})[-/](\\d{1,2})\\b`), resolve: (m) => full(+m[1]!, +m[2]!, +m[3]!) },
    { pattern: re(`${B}(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${YEAR}${E}`), resolve: (m) => full(+m[3]!, +m[2]!, +m[1]!) },
    {
      pattern: re(`${B}(\\d{1,2})\\.(\\d{1,2})\\.(?!\\s?\\d)`),
      confidence: 0.75,
      resolve: (m, c) => dayOfMonth(+m[2]!, +m[1]!, c),
    },
    {
      pattern: re(`${B}(?:(\\d{1,2})\\.?\\s*(?:-|–|bis|und|bis zum)\\s*)?(\\d{1,2})\\.\\s*${MONTH}\\s+${YEAR}${E}`),
      resolve: (m) => span(m[1] ? full(+m[4]!, month(m[3]!), +m[1]) : undefined, full(+m[4]!, month(m[3]!), +m[2]!)),
    },
    {
      pattern: re(
        `${B}(?:(\\d{1,2})\\.?\\s*(?:-|–|bis|bis zum)\\s*)?(\\d{1,2})\\.\\s*${MONTH}${E}(?!\\s+(?:19|20)\\d\\d)`,
      ),
      confidence: 0.9,
      resolve: (m, c) =>
        span(m[1] ? dayOfMonth(month(m[3]!), +m[1], c) : undefined, dayOfMonth(month(m[3]!), +m[2]!, c)),
    },
    {
      pattern: re(`${B}(?:${PART}\\s+)?${MONTH}\\s+(?:des Jahres\\s+)?${YEAR}${E}`),
      resolve: (m) => whole(monthOf(+m[3]!, month(m[2]!)), m[1]),
    },
    {
      pattern: re(
        `${B}${PART}\\s+(?:des\\s+)?(?:(vergangenen|letzten|vorigen|kommenden|nächsten|diesen|dieses)\\s+)?${MONTH}s?${E}(?!\\s+(?:19|20)\\d\\d)`,
      ),
      isRelative: true,
      resolve: (m, c) => whole(monthAlone(month(m[3]!), turned(c, m[2])), m[1]),
    },
    {
      pattern: re(
        `${B}(?:(im|seit|bis|ab|vom|zum|in|von|und|Im|Seit|Bis|Ab|bereits|schon)\\s+)?(?:(vergangenen|letzten|vorigen|kommenden|nächsten|diesen)\\s+)?${MONTH}${E}(?!\\s+(?:19|20)\\d\\d)`,
      ),
      isRelative: true,
      confidence: 0.85,
      resolve: (m, c) =>
        m[1] || m[2]
          ? monthAlone(
              month(m[3]!),
              turned(
                m[1] && /seit/i.test(m[1])
                  ? { ...c, role: "since" }
                  : m[1] && /bis/i.test(m[1])
                    ? { ...c, role: "until" }
                    : c,
                m[2],
              ),
            )
          : undefined,
    },
    {
      pattern: re(`${B}(?:(${LAST}|${NEXT}|${THIS})\\s+)?${WEEKDAY}${E}`),
      isRelative: true,
      resolve: (m, c) =>
        m[1] && direction(m[1]) !== 0
          ? weekdayBeside(weekdayNumber(m[2]!), direction(m[1]) as 1 | -1, c)
          : weekdayAlone(weekdayNumber(m[2]!), c),
    },
    {
      pattern: re(
        `${B}(heute|gestern|vorgestern|übermorgen|Heute|Gestern|morgen(?=,|\\s+(?:wird|werden|soll|in Kraft|früh)))${E}`,
      ),
      isRelative: true,
      resolve: (m, c) =>
        shifted("day", { heute: 0, gestern: -1, vorgestern: -2, morgen: 1, übermorgen: 2 }[m[1]!.toLowerCase()]!, c),
    },
    {
      pattern: re(`${B}(${LAST}|${NEXT}|${THIS})\\s+(Woche|Monat|Quartal|Jahr)(?:es|s|e|en)?${E}`, "giu"),
      isRelative: true,
      resolve: (m, c) => shifted(unit(m[2]!), direction(m[1]!), c),
    },
    {
      pattern: re(`${B}am (?:selben|gleichen) Tag${E}`),
      isRelative: true,
      confidence: 0.7,
      resolve: (_, c) => besides(0, c),
    },
    {
      pattern: re(`${B}(Vortag|Folgetag)(?:es|s)?${E}`),
      isRelative: true,
      confidence: 0.7,
      resolve: (m, c) => besides(m[1] === "Vortag" ? -1 : 1, c),
    },
    {
      pattern: re(`${B}(Vorjahr|Vormonat|Vorwoche)(?:es|s)?${E}`),
      isRelative: true,
      confidence: 0.7,
      resolve: (m, c) => shifted(m[1] === "Vorjahr" ? "year" : m[1] === "Vormonat" ? "month" : "week", -1, c),
    },
    {
      pattern: re(
        `${B}(?:(Jahresende|Jahresanfang|Jahresbeginn|Monatsende)|${PART}\\s+(?:des|dieses|des laufenden|des kommenden|des nächsten|des vergangenen|kommenden|nächsten|vergangenen)\\s+(Jahres|Monats))${E}`,
      ),
      isRelative: true,
      resolve: (m, c) => portionOfNow(m, c),
    },
    {
      pattern: re(`${B}vor\\s+(?:rund\\s+|etwa\\s+|gut\\s+|knapp\\s+|mehr als\\s+)?${NUMBER}\\s+${UNIT}${E}`, "giu"),
      isRelative: true,
      resolve: (m, c) => counted(unit(m[2]!), -numberWord(m[1]!, "de")!, c),
    },
    {
      pattern: re(
        `${B}in\\s+(?:rund\\s+|etwa\\s+)?${NUMBER}\\s+(?:Tagen|Wochen|Monaten|Jahren|Woche|Monat|Jahr)${E}`,
        "giu",
      ),
      isRelative: true,
      confidence: 0.6,
      resolve: (m, c) =>
        c.tense === "past"
          ? undefined
          : counted(unit(/(Tag|Woche|Monat|Jahr)/i.exec(m[0])![1]!), numberWord(m[1]!, "de")!, c),
    },
    {
      pattern: re(
        `${B}(erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?|[1-4]\\.)\\s+(Quartal|Halbjahr)(?:s|es)?(?:\\s+(?:des Jahres\\s+)?${YEAR})?${E}`,
        "giu",
      ),
      confidence: 0.85,
      resolve: (m, c) => portion(m[2]!, ordinal(m[1]!), m[3], c),
    },
    {
      pattern: re(`${B}(Frühjahr|Frühling|Sommer|Herbst|Winter)\\s+${YEAR}${E}`),
      resolve: (m) =>
        season(
          ({ Frühjahr: "spring", Frühling: "spring", Sommer: "summer", Herbst: "autumn", Winter: "winter" } as const)[
            m[1] as "Sommer"
          ],
          +m[2]!,
        ),
    },
    {
      pattern: re(
        `${B}(?:im|seit dem|bis zum|zum)\\s+(?:(kommenden|nächsten|vergangenen|letzten)\\s+)?(Frühjahr|Frühling|Sommer|Herbst)${E}(?!\\s+(?:19|20)\\d\\d)`,
      ),
      isRelative: true,
      confidence: 0.7,
      resolve: (m, c) => seasonNear(m[2]!, m[1], c),
    },
    { pattern: re(`${B}${PART}\\s+${YEAR}${E}`), resolve: (m) => whole(yearOf(+m[2]!), m[1]) },
    {
      pattern: re(
        `(?<![\\p{L}\\p{N}.,/$€£¥#-])${YEAR}(?!\\d|[.,]\\d|/|\\s*(?:%|Prozent|Tonnen|t\\b|kg|Kilo|Euro|Dollar|Yen|Millionen|Milliarden|Stück|Unternehmen|Menschen|Mitarbeiter))`,
      ),
      confidence: 0.9,
      resolve: (m) =>
        /(?:Nr\.?|Nummer|Bekanntmachung|Artikel|Verordnung)\s*$/i.test(
          m.input.slice(Math.max(0, m.index - 16), m.index),
        )
          ? undefined
          : yearOf(+m[1]!),
    },
  ],
  roleOf(before, _after, match): DateRole {
    if (/(?:seit|Seit)(?:\s+(?:dem|der|Anfang|Mitte|Ende))?\s*$/.test(before) || /^seit\b/i.test(match)) return "since";
    if (
      /(?<!\p{L})(?:bis|befristet)(?:\s+(?:zum|zu|Anfang|Mitte|Ende|einschließlich))?(?:\s+(?:dem|den|der))?\s*$/iu.test(
        before,
      ) ||
      /^bis\b/i.test(match)
    )
      return "until";
    if (/(?<!\p{L})(?:spätestens|vor dem)(?:\s+(?:am|im|zum|bis))?\s*$/iu.test(before)) return "before";
    if (
      /(?<!\p{L})(?:ab|von|vom|zum|mit Wirkung zum|mit Wirkung vom|gilt ab|gelten ab|in Kraft (?:am|im|zum)|tritt am|treten am|tritt zum|treten zum)(?:\s+(?:dem|den|der))?\s*$/iu.test(
        before,
      ) ||
      /^ab\b/i.test(match)
    )
      return "from";
    return "on";
  },
};

function span(first: Stretch | null | undefined, last: Stretch | null | undefined): Stretch | null | undefined {
  return first && last && last.to >= first.from ? { ...first, to: last.to } : last;
}

function whole(stretch: Stretch | null | undefined, word: string | undefined): Stretch | null | undefined {
  if (word === undefined) return stretch;
  return word === "Ende" ? endOf(stretch) : partOf(stretch, part(word));
}

const turned = (context: DateContext, word: string | undefined): DateContext =>
  word === undefined || direction(word) === 0
    ? context
    : { ...context, tense: direction(word) < 0 ? "past" : "future" };

function portionOfNow(match: RegExpExecArray, context: DateContext): Stretch | null | undefined {
  const [text, single, which] = match;
  const years = /kommenden|nächsten/.test(text) ? 1 : /vergangenen/.test(text) ? -1 : 0;
  const base = shifted(/monat/i.test(text) ? "month" : "year", years, context);
  return whole(base, which ?? (/ende$/.test(single!) ? "Ende" : "Anfang"));
}

function portion(
  word: string,
  number: number,
  year: string | undefined,
  context: DateContext,
): Stretch | null | undefined {
  const said = year === undefined ? yearMeant(context) : +year;
  if (said === null) return null;
  if (/^Q/i.test(word)) return number >= 1 && number <= 4 ? quarter(said, number) : undefined;
  return number === 1 || number === 2 ? half(said, number) : undefined;
}

function seasonNear(name: string, which: string | undefined, context: DateContext): Stretch | null {
  const year = yearMeant(context);
  if (year === null) return null;
  const key = ({ Frühjahr: "spring", Frühling: "spring", Sommer: "summer", Herbst: "autumn" } as const)[
    name as "Sommer"
  ];
  const past = which ? direction(which) < 0 : context.tense !== "future";
  const candidates = [season(key, year - 1), season(key, year), season(key, year + 1)];
  return (
    (past
      ? candidates.filter((s) => s.from <= context.reference!).at(-1)
      : candidates.find((s) => s.to >= context.reference!)) ?? null
  );
}

const PAST =
  /(?<!\p{L})(?:hat|haben|hatte|hatten|war|waren|wurde|wurden|traf|trafen|gab|gaben|begann|begannen|schloss|schlossen|nahm|nahmen|stieg|stiegen|verbot|kam|kamen|ging|fiel|fielen|sprach|schrieb|unterschrieb|bestritt|erließ|trat|traten|hob|brach|flog|hieß|sank|sanken|(?!sollte|könnte|wollte|dürfte|müsste|heute|weite|letzte|nächste|seite|solle|bitte|karte|breite|zweite|dritte|vierte|werte|punkte|märkte|produkte|projekte|rechte|geräte|rate|sorte)\p{Ll}{2,}(?:te|ten))(?!\p{L})/gu;
const FUTURE =
  /(?<!\p{L})(?:wird|werden|will|wollen|soll|sollen|sollte|sollten|plant|planen|tritt|treten|trifft|treffen|beginnt|beginnen|startet|starten|reist|reisen|gilt|gelten|kommt|kommen|steht|erwartet|vorgesehen|geplant|möchte|möchten|dürfte|dürften|könnte|könnten)(?!\p{L})/gu;

/** Whether a German sentence speaks of the past or the future where a date stands. */
export function germanTense(sentence: string, start: number, end: number): Tense {
  return nearestTense(sentence, start, end, PAST, FUTURE);
}
