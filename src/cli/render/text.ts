import picocolors from "picocolors";

export interface RenderOptions {
  /** columns of the terminal; 80 if not said */
  readonly width?: number;
  /** whether to use ANSI colours; not unless asked */
  readonly colour?: boolean;
}

/** Colour functions that do nothing unless colour was asked for. */
export function paint(colour: boolean | undefined) {
  return picocolors.createColors(colour === true);
}

/** Text safe to print: no control characters or escape sequences, ordinary spaces. */
export function plain(text: string): string {
  return text
    .replace(/\p{Cc}\[[0-9;?]*[ -/]*[@-~]/gu, "")
    .replace(/[\p{Cc}\p{Bidi_Control}]+/gu, " ")
    .replaceAll("\u00a0", " ");
}

/** Cut to a number of characters, with an ellipsis where something was lost. */
export function shorten(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width
    ? text
    : `${characters
        .slice(0, Math.max(0, width - 1))
        .join("")
        .trimEnd()}…`;
}

/** Words on lines of at most `width` characters; a longer word gets its own line, cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((w) => w !== "")) {
    if (line !== "" && [...line].length + 1 + [...word].length > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? shorten(word, width) : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** `before → after`, or just the one where there is nothing to compare. */
export function change(before: string | null, after: string): string {
  return before === null ? after : `${before} → ${after}`;
}
