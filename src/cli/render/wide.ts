/** Characters that take two columns of a terminal: Chinese, Japanese, Korean and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const c of text) columns += WIDE.test(c) ? 2 : 1;
  return columns;
}

/** Lines of at most `width` columns, broken between words, and anywhere within a word that is longer or Japanese. */
export function wrapWide(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const push = (piece: string) => {
    const needed = columnsOf(piece);
    if (used > 0 && used + needed > width) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
      if (piece === " ") return;
    }
    if (line === "" && piece === " ") return;
    line += piece;
    used += needed;
  };
  for (const piece of text.split(/(\s+)/)) {
    if (/^\s*$/.test(piece)) {
      if (piece !== "") push(" ");
    } else if (columnsOf(piece) <= width && !WIDE.test(piece)) push(piece);
    else for (const c of piece) push(c);
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}
