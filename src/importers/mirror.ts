import type { Declaration } from "./comtrade-rows.ts";

/** A flow that is worth less at both ends says little about how they agree. */
const SMALL_USD = 100_000;
const WORST = 10;

/**
 * How the importer's and the exporter's figures for the same flow agree: the ratio of values, quartiles over flows worth
 * 100,000 USD or more at one end, and the ten pairs furthest from one. Freight and insurance alone make it about 1.05.
 */
export function mirrorNotes(declared: readonly Declaration[]): string[] {
  const ends = new Map<string, { M?: Declaration; X?: Declaration }>();
  for (const d of declared) {
    const key = [d.hs6, d.exporter, d.importer, d.year].join();
    const pair = ends.get(key) ?? {};
    pair[d.flow] = d;
    ends.set(key, pair);
  }
  const pairs = [...ends.values()].flatMap(({ M, X }) =>
    M && X && Math.max(M.usd, X.usd) >= SMALL_USD && Math.min(M.usd, X.usd) > 0 ? [{ M, X, ratio: M.usd / X.usd }] : [],
  );
  const both = [...ends.values()].filter(({ M, X }) => M && X).length;
  const notes = [
    `declared at both ends: ${both} of ${ends.size} flows; ${pairs.length} of them worth 100,000 USD or more`,
  ];
  if (pairs.length === 0) return notes;
  const ratios = pairs.map((p) => p.ratio).sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.round(share * (ratios.length - 1))]!.toPrecision(3);
  const near = ratios.filter((r) => r >= 0.5 && r <= 2).length;
  notes.push(
    `value imported over value exported: median ${at(0.5)}, quartiles ${at(0.25)} and ${at(0.75)}, from ${at(0)} to ${at(1)}; ${near} of ${ratios.length} within a factor of two`,
  );
  const distance = (ratio: number) => Math.abs(Math.log(ratio));
  const worst = pairs.sort((a, b) => distance(b.ratio) - distance(a.ratio) || a.M.row - b.M.row);
  for (const { M, X, ratio } of worst.slice(0, WORST)) {
    const flow = `${M.hs6} ${M.exporter} to ${M.importer} ${M.year}`;
    notes.push(`furthest apart: ${flow}: ${usd(M.usd)} imported, ${usd(X.usd)} exported (${ratio.toPrecision(3)})`);
  }
  return notes;
}

const usd = (value: number) => `${Math.round(value)} USD`;
