import { twoActs } from "./coordination.ts";
import { kindOf } from "./kinds.ts";
import { type Scan, within } from "./scan.ts";

/** Where one sentence says two things. */
const BOUNDARY: Readonly<Record<string, RegExp>> = {
  en: /;\s|,\s+(?:while|whereas|but|and)\s|\s+(?:while|whereas)\s|,?\s+in (?:return|exchange),?\s/g,
  de: /;\s|,\s+(?:während|wohingegen|aber|jedoch|und)\s|\s+(?:im Gegenzug|umgekehrt)\s|,?\s+und im Gegenzug\s/g,
  ja: /一方(?:で、|、|で)|、その見返りに|代わりに|；/g,
};

/**
 * A sentence, or its parts where each of them tells of something of its own: "the US cuts tariffs while China suspends its
 * controls". A part without a kind stays with what is before it.
 */
export function clausesOf(sentence: Scan, article: string): Scan[] {
  const cuts = [...sentence.text.matchAll(BOUNDARY[sentence.language]!)].map((m) => sentence.start + m.index);
  if (cuts.length === 0) return [...(twoActs(sentence, article) ?? [sentence])];
  const parts: Scan[] = [];
  let start = sentence.start;
  for (const cut of [...cuts, sentence.end]) {
    const part = within(sentence, article, start, cut);
    const rest = within(sentence, article, cut, sentence.end);
    const isLast = cut === sentence.end;
    const standsAlone = (clause: Scan) => kindOf(clause) !== null && clause.countries.length > 0;
    if (!isLast && !(standsAlone(part) && standsAlone(rest) && differs(part, rest))) continue;
    parts.push(part);
    start = cut;
  }
  return parts;
}

const differs = (a: Scan, b: Scan): boolean =>
  kindOf(a)?.kind !== kindOf(b)?.kind ||
  kindOf(a)?.topic !== kindOf(b)?.topic ||
  b.countries.some((c) => c.link === "subject" && !a.countries.some((o) => o.countries.join() === c.countries.join()));
