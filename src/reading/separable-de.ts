import type { TermFound } from "./terms.ts";

/** German verbs whose two parts stand apart: "setzt die Kontrollen aus". Between them lies at most this much. */
const BETWEEN = "(?:[^.;:!?]|(?<=\\d)\\.){1,140}?"; // "am 30. Oktober" ends nothing
const VERBS: readonly (readonly [string, string, string])[] = [
  ["suspend", "setz(?:t|te|en|ten)", "aus"],
  ["suspend", "stell(?:t|te|en|ten)", "ein"],
  ["suspend", "hält|hielt|halten|hielten", "zurück"],
  ["lift", "heb(?:t|en)|hob(?:en)?", "auf"],
  ["lift", "nimm(?:t)|nahm(?:en)?|nehmen", "zurück|wieder auf"],
  ["control", "schränk(?:t|te|en|ten)", "ein"],
  ["tighten", "führ(?:t|te|en|ten)", "ein"],
  ["tighten", "weit(?:et|ete|en|eten)", "aus"],
  ["build", "nimm(?:t)|nahm(?:en)?|nehmen", "in Betrieb"],
  ["build", "geht|ging|gehen|gingen", "in Betrieb"],
  ["build", "bau(?:t|te|en|ten)", "aus|auf"],
  ["outage-cause", "leg(?:t|te|en|ten)|steht|stand|stehen|standen", "still"],
  ["ban", "dürfen|darf|durften|durfte", "kein(?:e[nr]?)?|nicht"],
  ["agree", "arbeit(?:et|en|ete|eten)", "zusammen"],
  ["m-plan", "kündig(?:t|te|en|ten)", "an"],
  ["m-not", "lehn(?:t|te|en|ten)", "ab"],
  ["stockpile", "leg(?:t|te|en|ten)", "auf Vorrat|Vorräte an|ein Lager an"],
];
const patterns = VERBS.map(
  ([cue, stem, particle]) =>
    [
      cue,
      new RegExp(`(?<!\\p{L})(?:${stem})(?!\\p{L})${BETWEEN}(?<!\\p{L})(?:${particle})(?=[\\s,.;]|$)`, "giu"),
    ] as const,
);

/** Cues of separable verbs; each stands where the verb's first part does. */
export function separableCues(sentence: string): TermFound<string>[] {
  return patterns.flatMap(([cue, pattern]) =>
    [...sentence.matchAll(pattern)].map((match) => {
      const verb = /^\p{L}+/u.exec(match[0])![0];
      // "dürfen keine …": the "no" is part of the ban and denies nothing
      const end = match.index + (cue === "ban" ? match[0].length : verb.length);
      return { start: match.index, end, means: cue, word: match[0] };
    }),
  );
}
