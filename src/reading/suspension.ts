import type { CueLook, Rule } from "./cue-look.ts";
import { NEAR } from "./cue-look.ts";
import { found } from "./kind.ts";
import type { Cue } from "./scan.ts";
import { distance } from "./span.ts";
import type { Language } from "./words.ts";

export const CONTROLS = [
  "export-control",
  "control",
  "licence",
  "ban",
  "tariff",
  "quota",
  "export-tax",
  "list",
] as const;
/** What can be lifted or put off besides, where a sentence says no more than "the measures". */
const MEASURES = [...CONTROLS, "measure"];
export const WORKS = ["plant", "production"] as const;

/** Lifting or suspending a control; "suspends exports" is a ban and "suspends production" an outage. */
export const suspension: Rule = (look) => {
  const resumed = look.pair(["resume"], ["export", ...CONTROLS]);
  if (resumed && !look.pair(["resume"], WORKS, distance(...resumed))) return found("suspension", resumed, 0.75);
  const lifted = objectOf(look, "lift");
  const suspended = objectOf(look, "suspend");
  const other = look.pair(["suspend"], ["export", ...WORKS]);
  if (lifted && (!suspended || distance(...lifted) <= distance(...suspended))) return found("suspension", lifted, 0.85);
  if (suspended === null || (other !== null && distance(...other) < distance(...suspended))) return null;
  return found("suspension", suspended, 0.8);
};

/** The nearest measure that is lifted or suspended, and not what lets a works stop. */
function objectOf(look: CueLook, verb: "lift" | "suspend"): readonly [Cue, Cue] | null {
  const pair = look.pair([verb], MEASURES);
  return pair !== null && isTheCause(look, ...pair) ? null : pair;
}

const BECAUSE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:because of|due to|owing to|as a result of|on account of)\s+(?:[\p{L}’'.-]+\s+){0,4}$/iu,
  de: /(?<!\p{L})(?:wegen|aufgrund|infolge|angesichts)\s+(?:[\p{L}-]+\s+){0,4}$/iu,
  ja: /^(?!)/u,
};
/** A passive: what stands before the verb is what it is done to. */
const IS_DONE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:is|are|was|were|be|been|being|get|gets|got)\b/i,
  de: /(?<!\p{L})(?:wird|werden|wurde|wurden|worden|ist|sind|war|waren|sei|seien)(?!\p{L})/iu,
  ja: /^/u,
};

/** "stopped due to the controls", "the ban halted production": the measure makes a works stop and is not stopped itself. */
function isTheCause({ scan }: CueLook, verb: Cue, measure: Cue): boolean {
  const text = (from: number, to: number) => scan.text.slice(Math.max(0, from - scan.start), to - scan.start);
  if (BECAUSE[scan.language].test(text(measure.start - 60, measure.start))) return true;
  if (measure.start > verb.start || IS_DONE[scan.language].test(text(measure.end, verb.end + 12))) return false;
  return scan.cues.some(
    (c) =>
      (WORKS as readonly string[]).includes(c.cue) &&
      c.start >= verb.end &&
      distance(verb, c) < NEAR[scan.language] / 2,
  );
}
