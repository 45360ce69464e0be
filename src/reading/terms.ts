import { fold, isCjk, isKatakana, isWordCharacter } from "./fold.ts";
import type { Found } from "./span.ts";

/** A word or phrase to look for. A `*` lets letters follow (`dysprosium*`: Dysprosiumoxid) or come before (`*exporte`). */
export interface Term<T> {
  readonly word: string;
  readonly means: T;
}

export interface TermFound<T> extends Found {
  readonly means: T;
  /** the term as it stands in the table */
  readonly word: string;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly ends: {
    readonly means: T;
    readonly word: string;
    readonly open: boolean;
    readonly isTail: boolean;
    readonly exact: string | null;
  }[];
}

/** Looks for all terms of a list at once; time grows with the text, not with the list. */
export class TermSearch<T> {
  readonly #root: Node<T> = { next: new Map(), ends: [] };
  readonly #allowSuffix: string;

  /** @param allowSuffix letters that may follow a name: the German genitive's s */
  constructor(terms: readonly Term<T>[], { allowSuffix = "" }: { allowSuffix?: string } = {}) {
    this.#allowSuffix = allowSuffix;
    for (const term of terms) this.#add(term);
  }

  #add({ word, means }: Term<T>): void {
    const open = word.endsWith("*");
    const isTail = word.startsWith("*");
    const plain = word.slice(isTail ? 1 : 0, open ? -1 : undefined);
    let node = this.#root;
    for (const c of fold(plain)) {
      let next = node.next.get(c);
      if (next === undefined) {
        next = { next: new Map(), ends: [] };
        node.next.set(c, next);
      }
      node = next;
    }
    // "US" is a country, "us" is not; whoever starts with a capital letter must, too
    node.ends.push({ means, word, open, isTail, exact: /^\p{Lu}/u.test(plain) ? plain : null });
  }

  /** Everything found in `folded`, longest at each place, without overlaps. @param text the same text as it is written */
  find(folded: string, text: string): TermFound<T>[] {
    const found: TermFound<T>[] = [];
    for (let at = 0; at < folded.length; ) {
      const best = this.#longestAt(folded, text, at);
      if (best.length === 0) at += 1;
      else {
        found.push(...best);
        at = best[0]!.end;
      }
    }
    return found;
  }

  /** The terms that end farthest, of them the longest; several when a word means several things. */
  #longestAt(folded: string, text: string, start: number): TermFound<T>[] {
    const first = folded[start]!;
    const isInside = !isCjk(first) && isWordCharacter(first) && isLatinBefore(folded, start);
    if (isKatakana(first) && isKatakana(folded[start - 1])) return [];
    let node: Node<T> | undefined = this.#root;
    let best: TermFound<T>[] = [];
    let bestEnd = start;
    let bestLength = 0;
    for (let at = start; at <= folded.length; at++) {
      for (const entry of node.ends) {
        if (entry.isTail !== isInside) continue;
        const end = this.#endOf(folded, at, entry.open);
        if (end === null || (entry.exact !== null && !fits(text.slice(start, at), entry.exact))) continue;
        if (end < bestEnd) continue;
        // of Seltenerd* and Seltenerdmagnet* the longer one says more
        if (end > bestEnd || at - start > bestLength) best = [];
        best.push({ start, end, means: entry.means, word: entry.word });
        bestEnd = end;
        bestLength = at - start;
      }
      const c = folded[at];
      if (c === undefined) break;
      let next: Node<T> | undefined = node.next.get(c);
      if (next === undefined && c === " " && folded[at - 1] === " ") next = node; // several blanks are one
      if (next === undefined) break;
      node = next;
    }
    return best;
  }

  /** Where a term that ends at `at` ends with what may follow it, or null where it is only the beginning of a word. */
  #endOf(folded: string, at: number, open: boolean): number | null {
    const last = folded[at - 1];
    if (isCjk(last)) return isKatakana(last) && isKatakana(folded[at]) ? null : at;
    let end = at;
    if (open) while (end < at + 40 && isWordCharacter(folded[end]) && !isCjk(folded[end])) end += 1;
    const next = folded[end];
    if (!isWordCharacter(last) || !isWordCharacter(next) || isCjk(next)) return end;
    return this.#allowSuffix !== "" && next === this.#allowSuffix && !isWordCharacter(folded[end + 1]) ? end : null;
  }
}

const isLatinBefore = (folded: string, start: number): boolean => {
  const before = folded[start - 1];
  return isWordCharacter(before) && !isCjk(before);
};

/** As written in the table, or all in capitals as in a headline; white space and hyphens are not compared. */
function fits(written: string, word: string): boolean {
  const squeeze = (s: string) =>
    s
      .replace(/[\s\u00a0\u2010-\u2015-]+/g, " ")
      .replace(/[’‘]/g, "'")
      .normalize("NFKC");
  const got = squeeze(written);
  const wanted = squeeze(word);
  return (
    got === wanted ||
    got === wanted.toUpperCase() ||
    (got[0] === wanted[0] && got.slice(1).toLowerCase() === wanted.slice(1).toLowerCase() && wanted.length > 3)
  );
}
