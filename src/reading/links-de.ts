import type { Link } from "./countries.ts";
import type { CountryForm } from "./words.ts";

const BY_PREPOSITION: Readonly<Record<string, Link>> = {
  nach: "target",
  gegen: "target",
  für: "target",
  an: "target",
  gegenüber: "target",
  ans: "target",
  auf: "target",
  aus: "origin",
  von: "agent",
  vom: "agent",
  durch: "agent",
  seitens: "agent",
  mit: "partner",
  zwischen: "partner",
  in: "place",
  im: "place",
  bei: "place",
  vor: "place",
  um: "place",
  zu: "target",
  zum: "target",
  zur: "target",
  nahe: "place",
};
const SKIPPED =
  /^(?:der|die|das|den|dem|des|ein|eine|einem|einen|einer|alle|allen|andere|anderen|seine|seinen|ihre|ihren|mehrere|einige|viele|das|Partner|Nachbarn|Verbündete\p{L}*|Rivalen|Erzrivalen|Konkurrenten|Nachbarland|Kunden|Firmen|Unternehmen|Abnehmer|Hersteller|militärische\p{L}*|Endnutzer|Rüstungsfirmen|Autobauer|Industrie|Regierung|Präsident|US|Präsidenten|\d+)$/u;
const FURTHEST = 4;
const SAYS =
  /^s?(?:\s+[\p{L}-]+){0,4}?\s+(?:sagte|sagten|erklärte|erklärten|teilte|teilten|warnte|warnten|kritisierte|kritisierten|begrüßte|begrüßten|forderte|forderten|warf)(?!\p{L})/u;
const RULES =
  /^s?\s+(?:\p{L}+[\s-]+){0,2}?(?:Export|Ausfuhr|Kontroll|Beschränk|Verbot|Zoll|Zöll|Quote|Lizenz|Genehmig|Embargo|Maßnahme|Regel|Strafz|Vorr[aä]t|Reserve|Entscheidung|Ankündigung)/u;
const GOODS = /(?:Export|Ausfuhr|Lieferung|Import|Einfuhr)\p{L}*\s+(?:(?:der|des)\s+)?$/u;

/** How a country stands in a German sentence. */
export function germanLink(sentence: string, start: number, end: number, form: CountryForm): Link {
  const after = sentence.slice(end, end + 60);
  const before = sentence.slice(Math.max(0, start - 80), start);
  const words = before.split(/\s+/).filter((w) => w !== "");
  const found = prepositionBefore(words);
  const name = sentence.slice(start, end);
  const isAdjective = form === "adjective";
  const owns = RULES.test(after);
  if (found !== null && !(owns && found !== "agent" && (isAdjective || /s$/.test(name)))) {
    // "in die USA" is where goods go, "in den USA" where something is
    if (found === "place" && /\bin\s+(?:die|das|den Iran)\s+(?:\p{L}+\s+)?$/u.test(before)) return "target";
    if (found === "target" && /\bauf\s/.test(before.slice(-12)) && !/(?:Zöll\p{L}*|Zoll|Druck)\s/u.test(before))
      return "none";
    return found;
  }
  // "schenkt den USA", "droht China mit": whom it is given or said to
  if (form === "name" && /(?<!\p{L})(?:den|dem)\s+$/u.test(before)) return "target";
  if (owns) return "owner";
  if (
    /(?:Kontrollen|kontrollen|beschränkungen|verbote?|quoten?|zölle|Regeln|Maßnahmen|Regierung)\s+(?:der|des)?\s*$/u.test(
      before,
    )
  )
    return "owner";
  if (GOODS.test(before)) return "origin";
  if (form === "place") return "place";
  return SAYS.test(after) ? "speaker" : "subject";
}

function prepositionBefore(words: readonly string[]): Link | null {
  for (let i = words.length - 1, seen = 0; i >= 0 && seen < FURTHEST; i--, seen++) {
    const word = words[i]!.replace(/^["„»(]+/, "");
    if (/[.;:!?]$/.test(word)) return null;
    const link = BY_PREPOSITION[word.toLowerCase()];
    if (link !== undefined) {
      if (link === "place") return prepositionBefore(words.slice(0, i)) === "target" ? "target" : "place";
      return link;
    }
    if (!SKIPPED.test(word)) return null;
  }
  return null;
}
