import type { Link } from "./countries.ts";
import type { CountryForm } from "./words.ts";

const BY_PREPOSITION: Readonly<Record<string, Link>> = {
  to: "target",
  toward: "target",
  towards: "target",
  against: "target",
  for: "target",
  on: "target",
  upon: "target",
  at: "target",
  from: "origin",
  by: "agent",
  with: "partner",
  between: "partner",
  in: "place",
  near: "place",
  around: "place",
  off: "place",
  into: "target",
  outside: "place",
  within: "place",
};
const SKIPPED =
  /^(?:the|a|an|all|its|other|some|several|certain|most|many|both|neighbou?ring|ally|allies|rival|top|companies|customers|buyers|users|firms|manufacturers|military|end|defen[cs]e|carmakers|automakers|officials|producers|importers|makers|of|benefit|imports|goods|products|\d+)$/i;
const FURTHEST = 6;
/** "Cambodia's goods will face a tariff" */
const FACES =
  /^(?:['’]s?)?(?:\s+[\p{L}-]+){0,3}?\s+(?:face|faces|faced|(?:is|are|were|was) (?:subject to|hit by|hit with))\b/u;
/** "U.S. officials said", "China's commerce ministry said" */
const SAYS =
  /^(?:['’]s)?(?:\s+[\p{L}-]+){0,5}?\s+(?:said|says|told|warned|criticised|criticized|welcomed|protested|called|urged|denied)\b/u;
const RULE_WORDS =
  "(?:exports?\\b|export-|controls?\\b|restrictions?\\b|curbs?\\b|bans?\\b|quotas?\\b|tariffs?\\b|dut(?:y|ies)\\b|licen[cs]\\p{L}*|embargo|moratorium|stockpile|decision|announcement|measures|rules|reserve)";
/** "China's sweeping export controls", "Chinese rare earth export controls", "China export ban" */
const OWNED = new RegExp(`^['’]s?\\s+(?:\\p{L}+[\\s-]+){0,3}?${RULE_WORDS}`, "iu");
const DESCRIBED = new RegExp(`^\\s+(?:\\p{L}+[\\s-]+){0,2}?${RULE_WORDS}`, "iu");
const NAMED = new RegExp(`^\\s+${RULE_WORDS}`, "iu");

/** How a country stands in an English sentence. */
export function englishLink(sentence: string, start: number, end: number, form: CountryForm): Link {
  const after = sentence.slice(end, end + 60);
  if (/^[\s-]?bound\b/.test(after)) return "target";
  const words = sentence
    .slice(Math.max(0, start - 80), start)
    .split(/\s+/)
    .filter((w) => w !== "");
  const preposition = prepositionBefore(words);
  const owns = OWNED.test(after) || (form === "adjective" ? DESCRIBED : NAMED).test(after);
  if (preposition === "agent") return "agent";
  if (
    preposition !== null &&
    !(owns && (preposition === "target" || preposition === "place" || preposition === "origin"))
  ) {
    return preposition;
  }
  if (FACES.test(after)) return "target";
  if (owns) return "owner";
  if (/^['’]s?\b/.test(after)) return "owner";
  if (form === "place") return "place";
  return SAYS.test(after) ? "speaker" : "subject";
}

function prepositionBefore(words: readonly string[]): Link | null {
  for (let i = words.length - 1, seen = 0; i >= 0 && seen < FURTHEST; i--, seen++) {
    const word = words[i]!.replace(/^["'“”(]+/, "").toLowerCase();
    if (/[.;:!?]$/.test(word)) return null;
    const link = BY_PREPOSITION[word];
    if (link !== undefined) {
      // "users in Japan" are what "to" is about
      if (link === "place") return prepositionBefore(words.slice(0, i)) === "target" ? "target" : "place";
      if (word === "for" && /^(?:responsible|known|need|demand|framework)$/.test(words[i - 1] ?? "")) return null;
      return link;
    }
    if (!SKIPPED.test(word)) return null;
  }
  return null;
}
