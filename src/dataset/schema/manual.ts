import type { Column } from "./column.ts";
import { tableNames, tables } from "./index.ts";
import { parameterNames } from "./parameter-names.ts";
import type { Table } from "./table.ts";
import { tableStem } from "./table.ts";

/** The schema as Markdown: a heading, a sentence and a row per column for each table. */
export function tableManual(): string {
  return [...tableNames.map((name) => tableSection(tables[name])), parameterSection()].join("\n");
}

function parameterSection(): string {
  const rows = Object.entries(parameterNames).map(([name, p]) => {
    return `| ${name} | ${p.unit} | ${p.range[0]} to ${p.range[1]} | ${cell(p.about)} |`;
  });
  return ["### Parameters", "", "| parameter | unit | range | meaning |", "|---|---|---|---|", ...rows, ""].join("\n");
}

/** One table of the manual. */
export function tableSection(definition: Table): string {
  const columns = Object.entries(definition.columns)
    .filter(([name]) => name !== definition.fileColumn)
    .map(([name, column]) => columnRow(name, column));
  return [
    `### ${definition.file}`,
    "",
    definition.about,
    `A row is called \`${tableStem(definition)}/${definition.key}\`.`,
    "",
    "| column | holds | needed | meaning |",
    "|---|---|---|---|",
    ...columns,
    "",
  ].join("\n");
}

function columnRow(name: string, column: Column): string {
  return `| ${column.header ?? name} | ${holds(column)} | ${column.required ? "yes" : "no"} | ${cell(column.about)} |`;
}

function holds(column: Column): string {
  const names = [...(column.references ?? []), ...(column.wildcards ?? [])];
  const amount = column.type === "names" ? "any of" : "one of";
  if (column.values)
    return `${column.type === "names" ? "any of " : ""}${column.values.map((v) => `\`${v}\``).join(", ")}`;
  if (names.length > 0) return `${amount} ${names.map((n) => `\`${n}\``).join(", ")}`;
  if (column.range && column.range[1] < 1e6) return `${column.type} ${column.range[0]} to ${column.range[1]}`;
  if (column.range && column.range[0] === 0) return `${column.type} ≥ 0`;
  return column.type;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
