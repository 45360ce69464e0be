import type { Found } from "./span.ts";

/** A sentence and the paragraph it stands in, counted from 0. */
export interface Sentence extends Found {
  readonly paragraph: number;
  /** a line of its own that does not end like a sentence: a headline, an item of a list */
  readonly isLine: boolean;
}

export const LONGEST_SENTENCE = 2_000;

const ABBREVIATIONS = new Set(
  "u.s u.k u.n e.u e.g i.e mr mrs ms dr prof st no nos vs inc ltd co corp approx est dept gov gen sen rep fig art ann sec jan feb mar apr jun jul aug sep sept oct nov dec z.b d.h u.a usw bzw ca nr mio mrd tsd evtl ggf inkl rd abs vgl str jr sog etwa p.a".split(
    " ",
  ),
);
const BULLET =
  /^\s*(?:[-*•·・‣▪◦–—■□●○◆]|\(?\d{1,2}[.)）]|\(?[a-z]\)|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十\d]+)\s*/u;

/** Sentences of a text in German, English or Japanese; each at most {@link LONGEST_SENTENCE} characters. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const block of blocksOf(text)) {
    if (block.newParagraph) paragraph += 1;
    let start = block.start;
    for (let at = block.start; at < block.end; at++) {
      const stop = endOfSentence(text, at, block.end, start);
      const tooLong = at - start >= LONGEST_SENTENCE;
      if (stop === null && !tooLong) continue;
      const end = stop ?? at;
      pushTrimmed(sentences, text, start, end, paragraph);
      start = end;
      at = end - 1;
    }
    pushTrimmed(sentences, text, start, block.end, paragraph);
  }
  return sentences;
}

function pushTrimmed(to: Sentence[], text: string, from: number, until: number, paragraph: number): void {
  let start = from;
  let end = until;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  if (end > start) to.push({ start, end, paragraph, isLine: !/[.!?。！？…:：;」』”"]$/.test(text[end - 1]!) });
}

/** Where the sentence ends that has a mark at `at`, or null. */
function endOfSentence(text: string, at: number, blockEnd: number, from: number): number | null {
  const c = text[at]!;
  if ("。！？".includes(c)) return closing(text, at + 1);
  if (c !== "." && c !== "!" && c !== "?" && c !== "…" && c !== "．") return null;
  const end = closing(text, at + 1);
  if (end >= blockEnd) return end;
  if (c === "．") return /\d/.test(text[at + 1] ?? "") ? null : end;
  if (!/\s/.test(text[end]!)) return null; // 3.5, U.S., example.org
  const next = nextVisible(text, end, blockEnd);
  if (c !== ".") return next !== undefined && /\p{Ll}/u.test(next) ? null : end;
  const before = wordBefore(text, at);
  const isAbbreviation = ABBREVIATIONS.has(before.toLowerCase());
  if (isAbbreviation && /^(?:u\.s|u\.k|e\.u)$/i.test(before))
    return next !== undefined && /\p{Lu}/u.test(next) && SENTENCE_STARTS.test(text.slice(end, end + 12)) ? end : null;
  if (isAbbreviation) return null;
  if (/^\p{Lu}$/u.test(before)) return null; // an initial
  if (/^\s*\(?(?:\d{1,3}|[a-z])$/.test(text.slice(from, at).slice(-8)) && at - from < 8) return null; // the number of an item
  if (/^\d{1,3}$/.test(before) && isOrdinal(text, at, end)) return null;
  return next !== undefined && /\p{Ll}/u.test(next) ? null : end;
}

const SENTENCE_STARTS = /^\s+(?:The|It|In|On|A|An|But|And|This|China|Beijing|Japan|He|She|They|For|At|Under)\b/;
const GERMAN_ORDINAL =
  /^\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Jahrhundert|Halbjahr|Mal|Parteitag|Gipfel|Runde|Paket|Sanktionspaket|APEC|Plenum|Geburtstag|Jahrestag|Sitzung|Treffen|Etage)/;

/** "9. Oktober", "im 3. Quartal": a number with a dot that goes on. */
function isOrdinal(text: string, at: number, end: number): boolean {
  const after = text.slice(end, end + 16);
  if (GERMAN_ORDINAL.test(after)) return true;
  return (
    /(?:am|vom|zum|dem|den|der|das|des|im|bis|ab|seit|und|Der|Das|Die)\s+\d{1,2}$/.test(
      text.slice(Math.max(0, at - 12), at),
    ) && !/^\s+\p{Lu}\p{Ll}+\s+(?:hat|ist|wird|will|sagte)\b/u.test(after)
  );
}

function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 12 && /[\p{L}\p{N}.]/u.test(text[start - 1]!)) start -= 1;
  return text.slice(start, at);
}

/** Past closing quotes and brackets. */
function closing(text: string, from: number): number {
  let at = from;
  while (at < text.length && /["'”’»›)\]）」』】.!?。！？…]/.test(text[at]!)) at += 1;
  return at;
}

function nextVisible(text: string, from: number, until: number): string | undefined {
  for (let at = from; at < until; at++) if (!/[\s"'“„«‹([（「『]/.test(text[at]!)) return text[at];
  return undefined;
}

interface Block extends Found {
  readonly newParagraph: boolean;
}

const WRAPPED_AT_MOST = 130;
const WRAPPED_AT_LEAST = 45;

/** Lines, with those that are only wrapped joined to what they continue. */
function* blocksOf(text: string): Generator<Block> {
  const lines: Found[] = [];
  let longest = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end });
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  const isWrapped = longest <= WRAPPED_AT_MOST;
  let open: { start: number; end: number; newParagraph: boolean } | null = null;
  let blankBefore = true;
  for (const line of lines) {
    const content = text.slice(line.start, Math.min(line.end, line.start + 200));
    if (content.trim() === "") {
      if (open) yield open;
      open = null;
      blankBefore = true;
      continue;
    }
    const continues =
      open !== null && isWrapped && open.end - lastLineStart(text, open) >= wrapWidth(longest) && !BULLET.test(content);
    if (open && continues) open.end = line.end;
    else {
      if (open) yield open;
      // every line of a page or of unwrapped text is a paragraph; list items belong to what they follow
      open = { start: line.start, end: line.end, newParagraph: blankBefore || !BULLET.test(content) };
    }
    blankBefore = false;
  }
  if (open) yield open;
}

/** A line that is much shorter than the longest ended on purpose. */
const wrapWidth = (longest: number) => Math.max(WRAPPED_AT_LEAST, Math.floor(longest * 0.7));

function lastLineStart(text: string, block: Found): number {
  return Math.max(block.start, text.lastIndexOf("\n", block.end - 1) + 1);
}
