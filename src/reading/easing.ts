import type { CueLook, Rule } from "./cue-look.ts";
import { found } from "./kind.ts";
import type { Cue, Scan } from "./scan.ts";
import { distance } from "./span.ts";
import { usersStop } from "./users-stop.ts";
import type { Language } from "./words.ts";

/** What is given out one by one; a licensing regime or a duty to have a licence is not. */
const GIVEN: Readonly<Record<Language, RegExp>> = {
  en: /(?:licen[cs]es?|permits?|authori[sz]ations?|approvals?|waivers?|exemptions?)$/i,
  de: /(?:lizenz(?:en)?|genehmigung(?:en)?|erlaubnis|ausnahmen?)$/i,
  ja: /許可|許可証|ライセンス|免除/u,
};
/** Here a licence is asked for, or its being given is a condition. */
const REQUIRES: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:must|shall|requir\p{L}*|needs?|needed|without|unless|if|only (?:after|with|when)|before)\b/iu,
  de: /(?<!\p{L})(?:müss\p{L}*|muss|musste\p{L}*|erforder\p{L}*|benötig\p{L}*|brauch\p{L}*|\p{L}*pflicht\p{L}*|ohne|wenn|falls|bevor|nur (?:mit|nach))(?!\p{L})/iu,
  ja: /必要|義務|なければ|許可制|場合/u,
};
/** A licence to dig, to build, to run something: of no concern to trade. */
const OF_WORKS: Readonly<Record<Language, RegExp>> = {
  en: /(?:mining|exploration|exploitation|drilling|operating|building|construction|environmental|water|production|development)\s+$/i,
  de: /(?:Abbau|Bergbau|Förder|Schürf|Bohr|Bau|Betriebs|Umwelt|Explorations)\p{L}{0,3}[-\s]?$/u,
  ja: /(?:採掘|探査|開発|建設|操業|環境)(?:の)?$/u,
};
/** … or to buy a company. */
const FOR_WORKS =
  /^\s+(?:für|zum|zur|for|to)\s+(?:\p{Ll}+\s+){0,3}(?:Kauf|Übernahme|Bau|Abbau|Betrieb|acqui|takeover|merger|mine|mining|plant|construction|build|buy|purchase)/u;
const OWN_WORKS = /^(?:Abbau|Bergbau|Förder|Schürf|Bohr|Bau|Betriebs|Umwelt|Explorations)/u;

/** Licences as far as they are for trade. */
export const licencesOfTrade = (scan: Scan, cues: readonly Cue[]): Cue[] =>
  cues.filter((c) => {
    const before = scan.text.slice(Math.max(0, c.start - scan.start - 24), c.start - scan.start);
    const after = scan.text.slice(c.end - scan.start, c.end - scan.start + 60);
    return !FOR_WORKS.test(after) && !OF_WORKS[scan.language].test(before) && !OWN_WORKS.test(c.text);
  });

/**
 * Licences, permits or exemptions that are given out: a control is eased, and no new one is made. What lifts or
 * suspends a control as a whole is a suspension.
 */
export const easing: Rule = (look) => {
  const { scan } = look;
  if (REQUIRES[scan.language].test(scan.text) || look.has("tighten", "quota", "tariff", "effect")) return null;
  const given = [
    ...look.all("licence").filter((c) => GIVEN[scan.language].test(c.text)),
    ...look.all("lift").filter((c) => /waiver|exempt|ausnahme|免除|適用除外/i.test(c.text)),
  ];
  const traded = licencesOfTrade(scan, given);
  let best: readonly [Cue, Cue] | null = null;
  for (const grant of look.all("grant"))
    for (const licence of traded) {
      const apart = distance(grant, licence);
      if (apart > NEAREST[scan.language] || grant.start === licence.start) continue;
      if (best === null || apart < distance(...best)) best = [grant, licence];
    }
  const allowed = best ?? approvedExports(look);
  if (allowed === null || !(look.hasMaterial || look.partyCount > 0 || look.has("export", "export-control")))
    return null;
  // "stopped because China had not approved exports"
  const stop = usersStop(look);
  if (stop !== null && stop.triggers[0]!.start < allowed[0].start) return null;
  const lifted = look.pair(["lift", "suspend", "resume"], ["export-control", "control", "ban", "measure"]);
  if (lifted !== null && !lifted.some((c) => allowed.includes(c)) && distance(...lifted) <= distance(...allowed))
    return null;
  return found("context", allowed, 0.75, "easing");
};

const NEAREST: Readonly<Record<Language, number>> = { de: 90, en: 50, ja: 24 };

/** "approved exports of magnets": the permit is in the verb. */
function approvedExports(look: CueLook): readonly [Cue, Cue] | null {
  if (look.has("control", "export-control", "ban", "list", "plant", "agree", "invest")) return null;
  const verbs = look.all("grant").filter((c) => /^(?:approv|genehmigt|許可し|承認)/i.test(c.text));
  if (look.all("licence").some((c) => !verbs.some((v) => v.start === c.start))) return null;
  const { scan } = look;
  const isNear = (verb: Cue, goods: Cue) => {
    const between = scan.text.slice(verb.end - scan.start, Math.max(verb.end, goods.start) - scan.start);
    const most = NEAREST[scan.language] * (/applications?|Antr[aä]ge?|申請/.test(between) ? 2 : 0.5);
    return distance(verb, goods) < most;
  };
  const goods = look.all("export").filter((e) => verbs.some((v) => isNear(v, e)));
  return verbs.length > 0 && goods.length > 0 ? [verbs[0]!, goods[0]!] : null;
}
