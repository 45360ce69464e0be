import type { CountryMention } from "./countries.ts";
import { kindOf } from "./kinds.ts";
import { type Cue, type Scan, within } from "./scan.ts";
import { spanOf } from "./span.ts";

const AND: Readonly<Record<string, RegExp>> = {
  en: /,?\s+(?:and|but|yet)\s+/g,
  de: /,?\s+(?:und|aber|sondern|doch)\s+/g,
  ja: /(?!)/g,
};
/** "and later suspended": a word or two may stand before the verb. */
const UP_TO_VERB = /^(?:\p{Ll}+\s+){0,2}$/u;
const IT: Readonly<Record<string, RegExp>> = {
  en: /^\s+(it|them|those)(?!\p{L})/u,
  de: /^\s+(sie|es|ihn|diese|dieses|diesen)(?!\p{L})/u,
  ja: /^(?!)/u,
};
const VERBS = ["suspend", "lift", "tighten", "ban", "resume"];
const CONTROLS = ["export-ban", "licence", "quota", "export-tax", "import-tariff", "suspension"];

/**
 * Where one subject does two things, the second to a control: "tightened the controls on 9 October and suspended them a
 * year later", "does not export it and banned …".
 * @returns both acts (of a denied one only the other), the second with the subject of the first and with "them" as the measure; null where there is no such thing
 */
export function twoActs(sentence: Scan, article: string): readonly Scan[] | null {
  for (const match of sentence.text.matchAll(AND[sentence.language]!)) {
    const cut = sentence.start + match.index;
    const after = cut + match[0].length;
    const verb = sentence.cues.find((c) => c.start >= after && VERBS.includes(c.cue));
    if (verb === undefined || !UP_TO_VERB.test(article.slice(after, verb.start))) continue;
    const first = within(sentence, article, sentence.start, cut);
    const subjects = first.countries.filter((c) => c.link === "subject" || c.link === "owner");
    const isDenied = kindOf(first) === null && first.cues.some((c) => c.cue === "m-not");
    if (subjects.length === 0 || !(isControl(first) || isDenied)) continue;
    const second = withSubject(within(sentence, article, cut, sentence.end), first, subjects, verb, article);
    if (!isControl(second) || kindOf(first)?.kind === kindOf(second)!.kind) continue;
    // its subject stands in the first part: a person reads it from the whole sentence
    const { start, end, text } = sentence;
    const whole = { ...second, start, end, text };
    return isDenied ? [whole] : [first, whole];
  }
  return null;
}

const isControl = (scan: Scan): boolean => CONTROLS.includes(kindOf(scan)?.kind ?? "");

/** With who acts, what "them" stands for and, where the second part names no material, those of the first. */
function withSubject(scan: Scan, first: Scan, subjects: readonly CountryMention[], verb: Cue, article: string): Scan {
  const pronoun = IT[scan.language]!.exec(article.slice(verb.end, verb.end + 12));
  const cues = [...scan.cues];
  if (pronoun) {
    const end = verb.end + pronoun[0].length;
    cues.push({
      ...spanOf(article, end - pronoun[1]!.length, end),
      cue: verb.cue === "resume" || verb.cue === "ban" ? "export" : "measure",
    });
  }
  const isOfTheSame = scan.materials.length === 0;
  return {
    ...scan,
    materials: isOfTheSame ? first.materials : scan.materials,
    countries: [...subjects, ...scan.countries],
    cues: cues.sort((a, b) => a.start - b.start),
  };
}

const PREPOSITION =
  /(?:after|following|during|at|before|since|upon|nach|bei|während|seit|vor|beim)\s+(?:\p{L}+\s+){0,3}$/iu;
const AFTER = /(?<!\p{L})(?:after|before|since|nachdem|bevor)\s+(?:\p{L}+\s+){0,2}$/iu;

/** Those who only met before something was done: "after the meeting of Trump and Xi", "after Trump met Xi". */
export function whoOnlyMet(scan: Scan): CountryMention[] {
  const text = (from: number, to: number) =>
    scan.text.slice(Math.max(0, from - scan.start), Math.max(0, to - scan.start));
  const meetings = scan.cues.filter((c) => c.cue === "meet");
  return scan.countries.filter((c) =>
    meetings.some((m) => {
      if (c.start < scan.start) return false;
      const isAfter = c.start >= m.end && c.start - m.end < 40 && !/[,;.]/.test(text(m.end, c.start));
      if (isAfter && PREPOSITION.test(text(m.start - 40, m.start))) return true;
      const clause = AFTER.exec(text(scan.start, Math.min(c.start, m.start)));
      const between = text(Math.min(c.end, m.end), Math.max(c.start, m.start));
      return clause !== null && between.length < 30 && !/[,;.]/.test(between);
    }),
  );
}
