const SPACE = " ";
const folded = new Map<string, string>();

/**
 * The text in the form in which words are looked up: small letters, half-width forms, hyphens and all white space as
 * blanks, one apostrophe. Every character keeps its place, so that a find in one is a find in the other.
 */
export function fold(text: string): string {
  const parts: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    let f = folded.get(c);
    if (f === undefined) {
      f = foldOne(c);
      folded.set(c, f);
    }
    parts.push(f);
  }
  return parts.join("");
}

function foldOne(c: string): string {
  if (/[\s\u00a0\u2000-\u200b\u202f\u3000\u00ad-]/.test(c) || /[\u2010-\u2015\u2212]/.test(c)) return SPACE;
  if (/[’‘ʼ´`]/.test(c)) return "'";
  const plain = c.normalize("NFKC");
  const small = (plain.length === 1 ? plain : c).toLowerCase();
  return small.length === 1 ? small : c;
}

/** Half-width digits and signs in place of full-width ones; every character keeps its place. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, SPACE);
}

export const isLetter = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{M}]/u.test(c);
export const isWordCharacter = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{M}\p{N}]/u.test(c);
export const isKatakana = (c: string | undefined): boolean => c !== undefined && /[\u30a1-\u30fa\u30fc]/.test(c);
export const isCjk = (c: string | undefined): boolean =>
  c !== undefined && /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff]/.test(c);
