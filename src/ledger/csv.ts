import { type EventRow, tables } from "../dataset/index.ts";

/** Events as a table with the columns of data/events.csv. */
export function eventsCsv(events: readonly EventRow[]): string {
  const columns = Object.entries(tables.events.columns);
  const header = columns.map(([name, column]) => column.header ?? name).join(",");
  const rows = events.map((event) => columns.map(([name]) => cell(event[name as keyof EventRow])).join(","));
  return `${[header, ...rows].join("\n")}\n`;
}

function cell(value: string | number | readonly string[]): string {
  const text = typeof value === "object" ? value.join(" ") : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
