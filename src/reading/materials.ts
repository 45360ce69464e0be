import type { Lexicon } from "./lexicon.ts";
import { type Found, overlaps, type Span, spanOf, withoutOverlaps } from "./span.ts";
import type { Language } from "./words.ts";

/** A material named in a sentence. */
export interface MaterialMention extends Span {
  readonly material: string;
  /** 0–1 */
  readonly confidence: number;
}

/** Everyday words that are also something else. */
const UNSURE = new Set(["tin", "silver", "magnet", "copper", "potash"]);

/** Materials named in words or as chemical symbols. @param taken places that mean something else, such as companies */
export function materialsOf(
  sentence: string,
  folded: string,
  offset: number,
  language: Language,
  lexicon: Lexicon,
  taken: readonly Found[],
): MaterialMention[] {
  const inWords = lexicon.languages[language].materials
    .find(folded, sentence)
    .map(({ start, end, means, word }) => ({ start, end, material: means, confidence: UNSURE.has(word) ? 0.7 : 0.95 }));
  const inSymbols = symbolsOf(sentence, lexicon.symbols);
  return withoutOverlaps([...inWords, ...inSymbols].filter((m) => !taken.some((t) => overlaps(t, m)))).map(
    ({ start, end, material, confidence }) => ({
      ...spanOf(sentence, start, end),
      start: start + offset,
      end: end + offset,
      material,
      confidence,
    }),
  );
}

const SYMBOL = /(?<![\p{L}\p{N}])([A-Z][a-z]?)(?![\p{L}\p{N}])/gu;
const BETWEEN = /^\s*(?:[,、;/・+&]|and|und|or|oder|と|及び|および|-)\s*(?:(?:and|und)\s+)?$/;
const OF_ONE = /^[\s-]*(?:oxide|metal|alloy|Oxid|Metall|Legierung|酸化物|金属|oxides|metals)/;

/** Chemical symbols, where two or more follow each other ("Dy/Tb", "Sm, Gd and Tb") or one says what it is ("Dy oxide"). */
function symbolsOf(sentence: string, symbols: ReadonlyMap<string, string>) {
  const found = [...sentence.matchAll(SYMBOL)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, material: symbols.get(match[1]!) }))
    .filter((m): m is { start: number; end: number; material: string } => m.material !== undefined);
  return found
    .filter((m, i) => {
      const before = found[i - 1];
      const after = found[i + 1];
      const joined = (a: Found, b: Found) => BETWEEN.test(sentence.slice(a.end, b.start));
      return (
        (before !== undefined && joined(before, m)) ||
        (after !== undefined && joined(m, after)) ||
        (m.end - m.start === 2 && OF_ONE.test(sentence.slice(m.end, m.end + 12)))
      );
    })
    .map((m) => ({ ...m, confidence: 0.85 }));
}
