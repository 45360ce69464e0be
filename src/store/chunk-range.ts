/** A stretch of draws that is computed and committed together. */
export interface ChunkRange {
  /** 0-based */
  readonly firstDraw: number;
  readonly draws: number;
}

/** The stretches of a sweep, in order; the last may be shorter. */
export function* chunksOf(draws: number, chunkDraws: number): Generator<ChunkRange> {
  for (let firstDraw = 0; firstDraw < draws; firstDraw += chunkDraws)
    yield { firstDraw, draws: Math.min(chunkDraws, draws - firstDraw) };
}

/** `00000100-00000199`, as chunk files are named. */
export function chunkName({ firstDraw, draws }: ChunkRange): string {
  const digits = (draw: number) => String(draw).padStart(8, "0");
  return `${digits(firstDraw)}-${digits(firstDraw + draws - 1)}`;
}
