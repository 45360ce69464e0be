import type { YearTick } from "../charts/time-axis.ts";
import { type Html, html, trusted } from "./html.ts";

/** A piece of a horizontal track; `from` and `to` are shares (0–1) of its width. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** CSS class that colours it */
  readonly style: string;
  /** rows of the track count from 0 */
  readonly row?: number;
}

/** a row and its gap are one line of the text beside it */
const ROW_PIXELS = 14;
const GAP_PIXELS = 6;

/** Bars on a line that stretches with its cell, so that the text beside it never shrinks. */
export function track(
  pieces: readonly Piece[],
  options: { rows?: number; label?: string; ticks?: readonly YearTick[] },
): Html {
  const rows = options.rows ?? 1;
  const height = rows * ROW_PIXELS + (rows - 1) * GAP_PIXELS;
  const lines = (options.ticks ?? []).map(
    (t) => `<line x1="${share(t.at)}" x2="${share(t.at)}" y1="0" y2="${height}"/>`,
  );
  const bars = pieces.map(
    (p) =>
      `<rect class="${p.style}" x="${share(p.from)}" width="${share(p.to - p.from)}" ` +
      `y="${(p.row ?? 0) * (ROW_PIXELS + GAP_PIXELS)}" height="${ROW_PIXELS}"/>`,
  );
  const body = trusted(
    `${Array.from({ length: rows }, (_, r) => ground(r)).join("")}${lines.join("")}${bars.join("")}`,
  );
  return options.label === undefined
    ? html`<svg class="track" height="${height}" aria-hidden="true">${body}</svg>`
    : html`<svg class="track" height="${height}" role="img" aria-label="${options.label}">${body}</svg>`;
}

function ground(row: number): string {
  return `<rect class="ground" x="0" width="100%" y="${row * (ROW_PIXELS + GAP_PIXELS)}" height="${ROW_PIXELS}"/>`;
}

/** Years above a column of tracks. */
export function yearScale(ticks: readonly YearTick[]): Html {
  return html`<div class="years" aria-hidden="true">${ticks.map((t) => html`<span style="left:${share(t.at)}">${t.year}</span>`)}</div>`;
}

function share(value: number): string {
  return `${Number((value * 100).toFixed(2))}%`;
}
