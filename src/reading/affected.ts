import type { Draft, Read } from "./draft.ts";
import type { Scan } from "./scan.ts";
import type { Language } from "./words.ts";

const AFFECTED: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:[Bb]etroffen|trifft|treffen|traf|trafen|leiden|[Bb]etrifft)(?!\p{L})/u,
  en: /(?<!\p{L})(?:affected|affects?|hits?|hurts?|targets?|targeted|aimed)(?!\p{L})/iu,
  ja: /影響を受け|対象|打撃|標的/u,
};
const SURE = 0.6;
const NOTE = "targets are those said to be affected: see whether it is aimed at everyone";

/** "Betroffen sind vor allem China und Südkorea", after a control: whom it hits. Null where the sentence says no such thing. */
export function affectedBy(scan: Scan, before: Draft): Draft | null {
  if (!AFFECTED[scan.language].test(scan.text) || scan.cues.some((c) => c.cue === "m-not")) return null;
  const named = scan.countries
    .filter((c) => c.form === "name" || c.form === "capital" || c.form === "people")
    .flatMap((c) => c.countries.map((value) => ({ value, start: c.start, end: c.end, text: c.text })))
    .filter((c, i, all) => all.findIndex((o) => o.value === c.value) === i)
    .filter((c) => !before.actors.some((a) => a.value === c.value));
  if (named.length === 0) return null;
  const old = before.targets.filter((t) => t.span !== null);
  const more: Read<string>[] = named
    .filter((c) => !old.some((t) => t.value === c.value))
    .map(({ value, start, end, text }) => ({ value, confidence: SURE, span: { start, end, text } }));
  return {
    ...before,
    targets: [...old, ...more],
    figures: [...before.figures, ...scan.figures],
    statements: [...before.statements, { start: scan.start, end: scan.end, text: scan.text }],
    notes: [...before.notes.filter((n) => !n.startsWith("no target")), NOTE],
  };
}
