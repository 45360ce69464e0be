import type { Day } from "./calendar.ts";
import { datesOf } from "./dates.ts";
import { halfWidth } from "./fold.ts";
import { type Span, spanOf } from "./span.ts";
import type { Language } from "./words.ts";

/** Where a report was written, when and by which agency, before its first sentence: "TOKIO, 28. Oktober 2025 (dpa) –". */
export interface Dateline extends Span {
  /** null where no year is named */
  readonly day: Day | null;
  readonly dateSpan: Span;
}

const LOOK_AT = 1_500;
const LINES = 15;
const CAPITALS =
  /^\s*[【([]?\s*\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[\s/-]\p{Lu}[\p{Lu}\p{M}.'’-]+){0,3}\s*(?:\([^)]{2,24}\)\s*)?,\s*$/u;
const PLACE =
  /^\s*[【([]?\s*(?:(?!(?:In|On|At|By|From|Since|Until|After|Am|Im|Bei|Seit|Bis|Nach|Vom|Ab)\s)\p{Lu}[\p{L}.'’-]+(?:[\s/-]\p{Lu}[\p{L}.'’-]+){0,3}\s*(?:\([^)]{2,24}\)\s*)?,|[\p{Script=Han}\p{Script=Katakana}]{2,8}\s*[=、])\s*$/u;
const AGENCY = /^\s*(?:[([/][^)\]/]{2,24}[)\]/])?\s*(?:[-–—]{1,2}(?=\s|$)|:|】)?\s*/u;
const CLOSES = /^\s*(?:[([/][^)\]/]{2,24}[)\]/]|[-–—]{1,2}(?=\s|$)|:|】|\.?\s*$|\.\s+\p{Lu})/u;

/** The dateline of an article, in its first lines. */
export function datelineOf(text: string, language: Language): Dateline | null {
  let start = 0;
  for (let i = 0; i < LINES && start < Math.min(text.length, LOOK_AT); i++) {
    const found = text.indexOf("\n", start);
    const lineEnd = found < 0 ? text.length : found;
    const line = halfWidth(text.slice(start, Math.min(lineEnd, start + 120)));
    const mention = datesOf(line, start, language, null, null)[0];
    if (mention && /\d/.test(mention.text) && (mention.stretch === null || mention.stretch.precision === "day")) {
      const before = line.slice(0, mention.start - start);
      const after = line.slice(mention.end - start);
      if (CAPITALS.test(before) || (PLACE.test(before) && CLOSES.test(after))) {
        const end = mention.end + AGENCY.exec(after)![0].trimEnd().length;
        const { stretch, start: from, end: to } = mention;
        return { ...spanOf(text, start, end), day: stretch?.from ?? null, dateSpan: spanOf(text, from, to) };
      }
    }
    start = lineEnd + 1;
  }
  return null;
}
