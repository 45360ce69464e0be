import type { RenderOptions } from "./text.ts";

/** How wide and whether coloured to write on a stream: colours only on a terminal that has not asked for none. */
export function terminal(stream: { readonly isTTY?: boolean; readonly columns?: number }): RenderOptions {
  const colour = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return { width: stream.isTTY ? (stream.columns ?? 80) : 80, colour };
}
