import type { OutcomeDifference, RunComparison } from "../../store/compare.ts";
import { figure } from "./figure.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

/** Two runs for a terminal: B less A, outcome by outcome. */
export function renderComparison(comparison: RunComparison, options: RenderOptions = {}): string {
  const width = options.width ?? 80;
  const { a, b, paired, unpairedBecause, onlyInA, onlyInB } = comparison;
  const how = paired
    ? "The same draws in both, so differences are taken draw by draw: 5 to 95 % of the draws lie between p05 and p95; above and below are shares of draws."
    : `Not the same draws (${unpairedBecause}): means are compared as of independent runs.`;
  const right = { align: "right" as const };
  const columns = [
    { title: "outcome" },
    { title: "unit", drop: 4 },
    { title: a, ...right, drop: 3 },
    { title: b, ...right, drop: 3 },
    { title: "difference", ...right },
    { title: "± error", ...right },
    ...(paired ? ["p05", "p95", "above", "below"].map((title) => ({ title, ...right, drop: 1 })) : []),
  ];
  const differs = (o: OutcomeDifference) =>
    paired ? o.shareAbove !== 0 || o.shareBelow !== 0 || o.onlyA + o.onlyB > 0 : o.meanA !== 0 || o.meanB !== 0;
  const shown = comparison.outcomes.filter((o) => o.meanDifference !== null && differs(o));
  const hidden = comparison.outcomes.length - shown.length;
  const rows = shown.map((o) => [
    plain(o.title),
    plain(o.unit),
    figure(o.meanA),
    figure(o.meanB),
    figure(o.meanDifference),
    figure(o.standardError),
    ...(paired ? [figure(o.p05), figure(o.p95), share(o.shareAbove), share(o.shareBelow)] : []),
  ]);
  const lines = [
    ...wrap(plain(`${b} less ${a}`), width).map((line) => paint(options.colour).bold(line)),
    ...wrap(plain(how), width),
    "",
    ...(shown.length > 0 ? [table(columns, rows, { ...options, width })] : []),
    ...(hidden > 0 ? wrap(`${hidden} outcomes are the same in every draw or never happen.`, width) : []),
    ...happenings(comparison.outcomes).flatMap((line) => wrap(plain(line), width)),
    ...notShared(a, onlyInA).flatMap((line) => wrap(plain(line), width)),
    ...notShared(b, onlyInB).flatMap((line) => wrap(plain(line), width)),
  ];
  return `${lines.join("\n")}\n`;
}

function happenings(outcomes: readonly OutcomeDifference[]): string[] {
  return outcomes
    .filter(({ onlyA, onlyB }) => onlyA + onlyB > 0)
    .map(
      ({ title, counted, onlyA, onlyB }) =>
        `${title}: in ${counted} draws in both, ${onlyA} in the first only, ${onlyB} in the second only.`,
    );
}

function notShared(id: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length > 3 ? ` and ${ids.length - 3} more` : "";
  return [`Only in ${id}: ${ids.slice(0, 3).join(", ")}${more}.`];
}

function share(value: number | null): string {
  return value === null ? "–" : `${Math.round(value * 100)} %`;
}
