/** A stretch of the article's text: UTF-16 positions, `end` exclusive, and what stands there. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Characters between two stretches; 0 where they touch or overlap. */
export const distance = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.max(0, a.start - b.end, b.start - a.end);

/** A place and what was found there. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Of overlapping finds the longest stays, then the first; in order of place. */
export function withoutOverlaps<T extends Found>(found: readonly T[]): T[] {
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: T[] = [];
  for (const item of byLength) if (!kept.some((other) => overlaps(item, other))) kept.push(item);
  return kept.sort((a, b) => a.start - b.start);
}
