import type { KindFound } from "./kind.ts";
import type { Cue, Scan } from "./scan.ts";
import { distance, type Span } from "./span.ts";

/** How far a statement says that something is so. */
export type Modality = "stated" | "planned" | "considered" | "threatened" | "demanded" | "reported" | "denied";

export interface ModalityFound {
  readonly modality: Modality;
  /** the word that told; null for a plain statement */
  readonly span: Span | null;
  /** what the confidence of the whole is multiplied with */
  readonly factor: number;
}

const BY_CUE: readonly (readonly [string, Modality, number])[] = [
  ["m-if", "considered", 0.6],
  ["m-not", "denied", 0.4],
  ["m-threat", "threatened", 0.55],
  ["m-ask", "demanded", 0.55],
  ["m-consider", "considered", 0.6],
  ["m-report", "reported", 0.8],
  ["m-plan", "planned", 0.9],
];
const REACH = { de: 70, en: 70, ja: 30 } as const;
/** "not only", "without": words of negation that deny nothing here. */
const NO_DENIAL = /^(?:without|ohne|statt|instead of|rather than|never)$/i;

/** Whether a statement is a fact, a plan, a threat … by the words near those that told its kind. */
export function modalityOf(scan: Scan, kind: KindFound): ModalityFound {
  const near = (cue: Cue) => Math.min(...kind.triggers.map((t) => distance(t, cue)));
  for (const [name, modality, factor] of BY_CUE) {
    const reach = name === "m-not" ? REACH[scan.language] / 2 : REACH[scan.language];
    const cue = scan.cues.find(
      (c) =>
        c.cue === name &&
        near(c) <= reach &&
        !kind.triggers.some((t) => t.start <= c.start && t.end >= c.end) &&
        isMeant(scan, c, kind),
    );
    if (cue) return { modality, span: { start: cue.start, end: cue.end, text: cue.text }, factor };
  }
  return { modality: "stated", span: null, factor: 1 };
}

/** Joins a verb of its own to one that was denied: "does not export it and banned …", "exportiert nichts und verbot …". */
const AND_ACTS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:and|but|yet)\s+(?:[\p{L}-]+\s+){0,3}$/u,
  de: /(?<!\p{L})(?:und|aber|sondern|doch)\s+(?:\p{Ll}+\s+){0,3}$/u,
  ja: /^(?!)/u,
};

/** Whether a negation stands with another verb than the one that tells the kind. */
function isOfTheOtherVerb(scan: Scan, cue: Cue, { triggers }: KindFound): boolean {
  const verb = triggers.find((t) => t.cue !== "export") ?? triggers[0]!;
  if (cue.end > verb.start) return false;
  return AND_ACTS[scan.language]!.test(scan.text.slice(cue.end - scan.start, verb.start - scan.start));
}

function isMeant(scan: Scan, cue: Cue, kind: KindFound): boolean {
  const after = scan.text.slice(cue.end - scan.start, cue.end - scan.start + 12);
  const last = kind.triggers.at(-1)!;
  // Japanese says how certain it is after the verb
  if (scan.language === "ja" && cue.cue !== "m-if" && cue.start < last.start) return false;
  const nearest = [...kind.triggers].sort((a, b) => distance(a, cue) - distance(b, cue))[0]!;
  const between = scan.text.slice(
    Math.min(cue.end, nearest.end) - scan.start,
    Math.max(cue.start, nearest.start) - scan.start,
  );
  // what comes after a comma is said of something else: "rely on China, said it would …"
  if (scan.language !== "ja" && cue.cue !== "m-report" && cue.start > last.end && /[,;]/.test(between)) return false;
  if (cue.cue === "m-plan" && /(?:als|than|wie)\s+$/.test(scan.text.slice(0, cue.start - scan.start))) return false; // earlier than planned
  if (cue.cue === "m-not") {
    // "not without permission" asks for one
    if (kind.kind === "licence" && kind.triggers.some((t) => /without|ohne|許可なく/i.test(t.text))) return false;
    if (NO_DENIAL.test(cue.text) || /^\s+(?:only|nur|mehr als|until|vor|affected|betroffen)\b/.test(after))
      return false;
    if (isOfTheOtherVerb(scan, cue, kind)) return false;
    return /たり/.test(between) || !/[,;:、]/.test(between);
  }
  return true;
}
