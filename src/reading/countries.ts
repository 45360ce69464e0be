import type { CountryWord, Lexicon } from "./lexicon.ts";
import { germanLink } from "./links-de.ts";
import { englishLink } from "./links-en.ts";
import { japaneseLink } from "./links-ja.ts";
import { prefixesOf } from "./prefixes-ja.ts";
import { overlaps, type Span, spanOf } from "./span.ts";
import type { CountryForm, Language } from "./words.ts";

/**
 * How a country stands in its sentence, by the words around it: as the one that acts (`subject`, `agent` of a passive,
 * `owner` of a rule: China's controls), the one aimed at, where goods come from, a partner, who only says so, or only where something is.
 */
export type Link = "subject" | "agent" | "owner" | "speaker" | "target" | "origin" | "partner" | "place" | "none";

export interface CountryMention extends Span {
  readonly countries: readonly string[];
  readonly form: CountryForm;
  readonly link: Link;
  /** somebody asks it to do something: "urged China to …", 中国に…求めた */
  readonly isAsked: boolean;
}

const links: Readonly<Record<Language, (sentence: string, start: number, end: number, form: CountryForm) => Link>> = {
  de: germanLink,
  en: englishLink,
  ja: japaneseLink,
};
/** Two mentions with only this between them stand in the same way: "to Japan, South Korea and the EU". */
const LIST =
  /^\s*(?:,\s*and|,|、|・|and|und|or|oder|sowie|as well as|と|や|及び|および|&)\s*(?:to |nach |in |for |against |für |gegen |with |mit )?(?:the |die |der |den |dem |das )?$/;

/** "Trump droht China mit …": who comes after such a verb, when somebody came before it, is meant by it. */
const GIVING: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:droht|drohte|drohten|schenkt|schenkte|schenken|verbietet|verbot|liefert|lieferte|gewährt|gewährte|forderte|fordert|rief|ruft|bat|bittet|drängt|drängte)\s+$/u,
  en: /\b(?:gives?|gave|sells?|sold|supplies|supplied|offers?|offered|bans?|banned|bars?|barred|threatens?|threatened|warns?|warned|sanctions?|sanctioned|urges?|urged|asks?|asked|calls? on|called on|presse[sd]|wants?|wanted)\s+(?:the\s+)?$/,
  ja: /^(?!)/,
};

/** The countries and blocs of a sentence, with what speaks for them, and how each stands in it. */
export function countriesOf(
  sentence: string,
  folded: string,
  offset: number,
  language: Language,
  lexicon: Lexicon,
): CountryMention[] {
  const all = lexicon.languages[language].countries.find(folded, sentence);
  const short = language === "ja" ? prefixesOf(sentence).filter((p) => !all.some((f) => overlaps(f, p))) : [];
  const found: { start: number; end: number; bodyEnd?: number; means: CountryWord }[] = [
    ...all.filter((f) => f.means.countries.length > 0),
    ...short.map((p) => ({ ...p, means: { countries: [p.country], form: "name" as const } })),
  ].sort((a, b) => a.start - b.start);
  const mentions: CountryMention[] = [];
  for (const [i, { start, end, bodyEnd, means }] of found.entries()) {
    const before = found[i - 1];
    const own = links[language](sentence, bodyEnd === undefined ? start : bodyEnd - 1, bodyEnd ?? end, means.form);
    const isGivenTo =
      own === "subject" &&
      GIVING[language].test(sentence.slice(Math.max(0, start - 20), start)) &&
      mentions.some((m) => m.link === "subject" && m.form !== "adjective");
    const isAsked =
      isGivenTo ||
      (language === "ja" && /^(?:政府|側|当局)?に(?:対し)?(?!よ|お|つ)/.test(sentence.slice(end, end + 8)));
    const isList = before !== undefined && LIST.test(sentence.slice(before.end, start)) && before.end < start;
    const link =
      isList && (own === "none" || own === "subject" || language !== "ja") && mentions.at(-1)!.link !== "owner"
        ? mentions.at(-1)!.link
        : own;
    mentions.push({
      ...spanOf(sentence, start, end),
      start: start + offset,
      end: end + offset,
      ...means,
      link: isGivenTo ? "target" : link,
      isAsked,
    });
  }
  return language === "ja" ? backwards(mentions, sentence, offset) : mentions;
}

/** In Japanese the last of a list carries the particle for all: 日本や韓国への輸出. */
function backwards(mentions: readonly CountryMention[], sentence: string, offset: number): CountryMention[] {
  const out = [...mentions];
  for (let i = out.length - 2; i >= 0; i--) {
    const between = sentence.slice(out[i]!.end - offset, out[i + 1]!.start - offset);
    // 韓国の釜山で: the first says where the second lies
    const isWithin = between === "の" && out[i]!.countries.join() === out[i + 1]!.countries.join();
    if ((LIST.test(between) && between !== "") || isWithin) out[i] = { ...out[i]!, link: out[i + 1]!.link };
  }
  return out;
}
