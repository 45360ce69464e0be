import type { RenderOptions } from "./text.ts";

/** How wide (at most 120 columns) and whether coloured to write on a stream: colours only on a terminal that has not asked for none. */
export function terminal(stream: { readonly isTTY?: boolean; readonly columns?: number }): RenderOptions {
  const colour = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return { width: Math.min(widthOf(stream), WIDEST), colour };
}

const USUAL = 80;
/** Lines longer than this are hard to read. */
const WIDEST = 120;

/** The terminal's columns, else what COLUMNS says. */
function widthOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  if (stream.isTTY && stream.columns) return stream.columns;
  const { COLUMNS = "" } = process.env;
  return /^[1-9]\d{0,4}$/.test(COLUMNS) ? Number(COLUMNS) : USUAL;
}
