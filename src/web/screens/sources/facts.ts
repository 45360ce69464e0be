import type { FigureRow } from "../../engine/asks/figures.ts";
import type { FigureFacts } from "../../parts/figure-card.tsx";
import { format, names, words } from "../../state.ts";

/** A value as it was published, with its unit: shares as percentages. */
export function valueText(value: number | null, unit: string): string {
  const f = format.value;
  if (value === null) return words.value.sources.figures.withheld;
  if (unit === "share") return f.percent(value, 2);
  if (unit === "1") return f.number(value, 6);
  return `${f.number(value, 6)} ${names.value.name("unit", unit, unit).text}`;
}

type Stated = Pick<FigureRow, "value" | "low" | "high" | "unit" | "year" | "status" | "note">;

/** The card of a figure. */
export function factsOf(row: Stated, title: string, source: string, url?: string): FigureFacts {
  const text = (value: number | null) => (value === null ? undefined : valueText(value, row.unit));
  return {
    title,
    value: valueText(row.value, row.unit),
    low: text(row.low),
    high: text(row.high),
    status: row.status,
    source: { text: source, url },
    year: row.year === null ? undefined : String(row.year),
    note: row.note === "" ? undefined : row.note,
  };
}
